import { describe, expect, it } from 'vitest';
import { findCompeting } from '../../../src/core/competing-keywords.ts';

const english = (...keywords: string[]) =>
  findCompeting(keywords.map((keyword) => ({ keyword, language: 'en' })));

describe('findCompeting', () => {
  it('finds keywords that ask for the same in other words, and names the first of them', () => {
    expect(
      english(
        'heat pump cost',
        'home composting',
        'how much does a heat pump cost',
        'costs of heat pumps',
      ),
    ).toEqual([
      { index: 2, leader: 0, likeness: 1 },
      { index: 3, leader: 0, likeness: 1 },
    ]);
  });

  it.each([
    ['plumber in london', 'plumber in leeds'],
    ['heat pump cost', 'heat pump noise'],
    ['coffee with milk', 'coffee without milk'],
    ['compost', 'compost bin'],
    ['heat pump', 'heat pump cost'],
  ])('lets %s and %s stand side by side', (left, right) => {
    expect(english(left, right)).toEqual([]);
  });

  it('compares within a language only', () => {
    const entries = [
      { keyword: 'restaurant hotel', language: 'en' },
      { keyword: 'restaurant hotel', language: 'fr-CA' },
      { keyword: 'hotel restaurant', language: 'fr' },
    ];
    expect(findCompeting(entries)).toEqual([{ index: 2, leader: 1, likeness: 1 }]);
  });

  it('joins a keyword to the most like of the leaders', () => {
    const found = english(
      'red garden tool shed paint',
      'red garden tool shed',
      'garden tool shed red paint job',
    );
    expect(found).toEqual([
      { index: 1, leader: 0, likeness: 8 / 9 },
      { index: 2, leader: 0, likeness: 10 / 11 },
    ]);
  });

  it('finds the same as comparing every pair', () => {
    const words = ['heat', 'pump', 'cost', 'noise', 'garden', 'winter', 'guide', 'battery'];
    const keywords = Array.from({ length: 400 }, (_, index) =>
      words.filter((_word, bit) => ((index * 37) >> bit) & 1).join(' '),
    );
    const sets = keywords.map((keyword) => new Set(keyword.split(' ').filter(Boolean)));
    const leaders: number[] = [];
    const expected = sets.flatMap((set, index) => {
      if (set.size === 0) return [];
      const likeness = (leader: number) => {
        const other = sets[leader] ?? new Set();
        return (2 * set.intersection(other).size) / (set.size + other.size);
      };
      const [best] = leaders
        .filter((leader) => likeness(leader) >= 0.85)
        .toSorted((left, right) => likeness(right) - likeness(left) || left - right);
      if (best !== undefined) return [{ index, leader: best, likeness: likeness(best) }];
      leaders.push(index);
      return [];
    });
    expect(english(...keywords)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(20);
  });

  it('says nothing of keywords without words', () => {
    expect(english('?', '!', 'the', 'a')).toEqual([]);
  });
});
