import { describe, expect, it } from 'vitest';
import type { KeywordItem } from '../../../src/core/keyword.ts';
import { mergeKeywords } from '../../../src/core/merge-keywords.ts';

const row = (line: number, keyword: string, rest: Partial<KeywordItem> = {}) => ({
  item: { keyword, priority: 0, extra: {}, ...rest },
  place: `line ${line}`,
});

describe('mergeKeywords', () => {
  it('keeps the first of equal keywords, in input order, and says so', () => {
    const { items, notes } = mergeKeywords([
      row(2, 'heat pumps'),
      row(3, 'tea'),
      row(7, 'Heat  Pumps?'),
    ]);
    expect(items.map((item) => item.keyword)).toEqual(['heat pumps', 'tea']);
    expect(notes).toEqual(['"Heat  Pumps?" (line 7) is the same as "heat pumps" (line 2): merged']);
  });

  it('lets later rows fill in what the first left open', () => {
    const { items } = mergeKeywords([
      row(2, 'tea', { tone: 'dry', extra: { a: '1' } }),
      row(3, 'Tea', {
        tone: 'warm',
        title: 'All About Tea',
        priority: 5,
        extra: { a: '2', b: '3' },
      }),
    ]);
    expect(items).toEqual([
      {
        keyword: 'tea',
        tone: 'dry',
        title: 'All About Tea',
        priority: 5,
        extra: { a: '1', b: '3' },
      },
    ]);
  });

  it('names what it dropped', () => {
    const { notes } = mergeKeywords([
      row(2, 'tea', { language: 'en', priority: 1, extra: { team: 'a' } }),
      row(3, 'TEA', { language: 'de', priority: 2, extra: { team: 'b' } }),
    ]);
    expect(notes).toEqual([
      '"TEA" (line 3) is the same as "tea" (line 2): merged; its own language, priority, team is not used',
    ]);
  });
});
