import { describe, expect, it } from 'vitest';
import { isStopWord } from '../../../../src/core/text/stop-words.ts';

describe('isStopWord', () => {
  it.each([
    ['the', 'en'],
    ['don’t', 'en'],
    ['the', 'en-GB'],
    ['und', 'de'],
    ['pourquoi', 'fr'],
    ['cuánto', 'es'],
    ['什么', 'zh'],
  ])('knows %s in %s', (word, language) => {
    expect(isStopWord(word, language)).toBe(true);
  });

  it.each([
    ['heat', 'en'],
    ['und', 'en'],
    ['the', 'fi'],
    ['constructor', 'en'],
  ])('does not take %s in %s for one', (word, language) => {
    expect(isStopWord(word, language)).toBe(false);
  });
});
