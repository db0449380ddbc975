import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutParts } from '../../../src/providers/cut-parts.ts';

const one = (): number => 1;

describe('cutParts', () => {
  it('leaves a text that fits as it is, and nothing of one that is white space', () => {
    expect(cutParts('A short text.', 100, one)).toEqual(['A short text.']);
    expect(cutParts(' \n ', 100, one)).toEqual([]);
    expect(cutParts('', 100, one)).toEqual([]);
  });

  it('cuts between words where it can, and inside a word only when it fills a part', () => {
    expect(cutParts('one two three four', 9, one)).toEqual(['one two', 'three', 'four']);
    expect(cutParts('abcdefghij', 4, one)).toEqual(['abcd', 'efgh', 'ij']);
    expect(cutParts('a bcdefghij', 6, one)).toEqual(['a bcde', 'fghij']);
  });

  it('loses nothing but white space, keeps its limit, and cuts no character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'ö', '漢', '🔥'), maxLength: 200 }),
        fc.integer({ min: 4, max: 40 }),
        (text, most) => {
          const bytesOf = (code: number): number => Buffer.byteLength(String.fromCodePoint(code));
          const parts = cutParts(text, most, bytesOf);
          expect(parts.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
          for (const part of parts) {
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(most);
            expect(part.isWellFormed()).toBe(true);
            expect(part.trim()).toBe(part);
            expect(part).not.toBe('');
          }
        },
      ),
    );
  });
});
