import { describe, expect, it } from 'vitest';
import { tokenizeWords } from '../../../../src/core/text/tokenize-words.ts';

describe('tokenizeWords', () => {
  it('lower-cases, keeps numbers and contractions, parts hyphens and lists', () => {
    expect(tokenizeWords('Don’t charge E-bikes: 3.5 kWh, 10,000 km; one,two (U.S.)')).toEqual([
      "don't",
      'charge',
      'e',
      'bikes',
      '3.5',
      'kwh',
      '10,000',
      'km',
      'one',
      'two',
      'u.s',
    ]);
  });

  it('treats full-width forms as the plain ones', () => {
    expect(tokenizeWords('ＨＥＡＴ')).toEqual(['heat']);
  });

  it('finds words in scripts without spaces', () => {
    expect(tokenizeWords('今日は天気がいい', 'ja')).toContain('天気');
    expect(tokenizeWords('ภาษาไทย', 'th').length).toBeGreaterThan(1);
  });

  it('finds nothing in punctuation and emoji', () => {
    expect(tokenizeWords('— … 🔥 !')).toEqual([]);
  });
});
