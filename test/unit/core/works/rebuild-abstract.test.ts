import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuildAbstract } from '../../../../src/core/works/rebuild-abstract.ts';

/** The index of a text as OpenAlex makes it: words between single spaces. */
function indexOf(text: string): Record<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [place, word] of text.split(' ').entries()) {
    const places = index.get(word) ?? [];
    places.push(place);
    index.set(word, places);
  }
  // Parsed, so that "__proto__" is a name like any other.
  const entries = [...index].map(([word, places]) => `${JSON.stringify(word)}:[${places.join()}]`);
  return JSON.parse(`{${entries.join()}}`) as Record<string, number[]>;
}

describe('rebuildAbstract', () => {
  it('puts every word where it stood', () => {
    const words = fc.oneof(
      fc.stringMatching(/^\S{1,12}$/u).filter((word) => word.isWellFormed()),
      fc.constantFrom('the', 'of', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '7'),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 60 }), (list) => {
        const text = list.join(' ');
        expect(rebuildAbstract(indexOf(text))).toBe(text);
      }),
    );
  });

  it('passes over places that no word has', () => {
    expect(rebuildAbstract({ heap: [3], A: [0], warm: [7] })).toBe('A heap warm');
    expect(rebuildAbstract({ late: [19_999] })).toBe('late');
  });

  it('keeps the first of two words at one place', () => {
    expect(rebuildAbstract({ first: [0, 0], second: [0, 1] })).toBe('first second');
  });

  it('ignores what is no place', () => {
    const index = {
      A: [0, -1, -0.5, 1e9, 4_000_000_000, 20_000],
      heap: ['1', null, 1.5, Number.NaN, Infinity, {}, [], true, 1],
      none: 'x',
      number: 7,
      object: { 0: 2 },
      nothing: null,
      empty: [],
      ['x'.repeat(201)]: [2],
    };
    expect(rebuildAbstract(index)).toBe('A heap');
  });

  it.each([null, undefined, 'text', 7, true, [], ['a'], {}, { a: [] }, { '': [0] }, { ' ': [0] }])(
    'finds no abstract in %j',
    (index) => {
      expect(rebuildAbstract(index)).toBeUndefined();
    },
  );

  it('parts words by one space, whatever stands in them', () => {
    expect(rebuildAbstract({ 'A\n': [0], ' heap\t\u00a0': [1], '': [2], 'warms  up ': [3] })).toBe(
      'A heap warms up',
    );
  });

  it('mends half characters and keeps the rest within bounds', () => {
    expect(rebuildAbstract({ 'heap\uD83D': [0] })).toBe('heap\uFFFD');
    const many = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, place) => [`${place}-${'x'.repeat(150)}`, [place]]),
    );
    expect(rebuildAbstract(many)?.length).toBe(200_000);
  });

  it('has text or nothing for any JSON, and never fails', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
        expect(rebuildAbstract(value) ?? 'nothing').toMatch(/\S/u);
      }),
    );
  });
});
