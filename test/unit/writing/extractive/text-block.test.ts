import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../../src/writing/extractive/text-block.ts';

const blocksOf = (text: string) =>
  readBlocks(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('readBlocks', () => {
  it('finds headings, paragraphs, items and table rows without their markers', () => {
    const text = '# One\nFirst line\nsecond line.\n\n- a\n- b\n  more\n\n1. c\n| x | y |\nLast.';
    expect(blocksOf(text)).toEqual([
      ['heading', 'One'],
      ['text', 'First line\nsecond line.'],
      ['item', 'a'],
      ['item', 'b\n  more'],
      ['item', 'c'],
      ['table', '| x | y |'],
      ['text', 'Last.'],
    ]);
    expect(readBlocks(text).map((block) => block.numbered)).toContain(true);
  });

  it('takes a question that stands alone as a heading', () => {
    expect(blocksOf('How loud is a heat pump?\n\nNot very loud.')).toEqual([
      ['heading', 'How loud is a heat pump?'],
      ['text', 'Not very loud.'],
    ]);
  });
});
