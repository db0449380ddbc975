import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenCounter } from '../../../src/documents/count-tokens.ts';

const none = { disallowedSpecial: new Set<string>() };
let countTokens: (text: string) => number;
beforeAll(async () => {
  countTokens = await loadTokenCounter();
});

describe('loadTokenCounter', () => {
  it('counts as the tokenizer does, long texts too', () => {
    const text =
      'Heat pumps take 3.5 kWh out of the air for each that they use, “more or less”. Öl ist teurer! ';
    expect(countTokens('')).toBe(0);
    expect(countTokens('Hello world')).toBe(2);
    for (const count of [1, 5, 400])
      expect(countTokens(text.repeat(count))).toBe(encode(text.repeat(count)).length);
  });

  it('takes special tokens for the text that they are', () => {
    const text = 'Stop <|endoftext|> here.';
    expect(countTokens(text)).toBe(encode(text, none).length);
    expect(countTokens(text)).toBeGreaterThan(6);
  });

  it('is never lower for words without end, and hardly higher', () => {
    for (const text of [
      'a'.repeat(9999),
      '漢字'.repeat(3000),
      '🔥'.repeat(3001),
      '-='.repeat(4000),
    ]) {
      const exact = encode(text).length;
      expect(countTokens(text)).toBeGreaterThanOrEqual(exact * 0.99);
      expect(countTokens(text)).toBeLessThanOrEqual(exact * 1.2);
    }
  });
});
