import { describe, expect, it } from 'vitest';
import { countWords } from '../../../../src/core/text/count-words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['An e-bike costs $2,000 — or more.', 6],
    ['🔥 … !', 0],
    ['今日は天気がいい', 5],
  ])('counts %j as %i', (text, count) => {
    expect(countWords(text, 'ja')).toBe(count);
  });
});
