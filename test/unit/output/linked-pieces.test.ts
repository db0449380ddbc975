import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../../../src/core/fold-text.ts';
import { linkedPieces } from '../../../src/output/linked-pieces.ts';

const pieces = (text: string, ...links: [number, number][]) =>
  linkedPieces({
    text,
    citations: [],
    links: links.map(([start, end]) => ({ start, end, slug: 'x' })),
  });

it('cuts the text where links begin and end, and folds it all the same', () => {
  expect(pieces(' Green   tea  is good ', [1, 12])).toEqual([
    { text: 'Green tea', slug: 'x' },
    { text: ' is good' },
  ]);
});

it('leaves out links that lie outside, overlap or hold nothing', () => {
  expect(pieces('tea', [-1, 2], [2, 9], [1, 1], [2, 1], [Number.NaN, 2])).toEqual([
    { text: 'tea' },
  ]);
  expect(pieces('green tea', [0, 5], [3, 9])).toEqual([
    { text: 'green', slug: 'x' },
    { text: ' tea' },
  ]);
});

it('has no piece for no text', () => {
  expect(pieces(' \n\u202E ')).toEqual([]);
});

it('shows the folded text, wherever the links are', () => {
  const unit = fc.constantFrom('a', 'b', ' ', '\n', '\u202E', '字', '\u00A0');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), fc.nat(30), fc.nat(30), (text, start, end) => {
      const shown = pieces(text, [start, end])
        .map((piece) => piece.text)
        .join('');
      expect(shown).toBe(foldText(text));
    }),
  );
});
