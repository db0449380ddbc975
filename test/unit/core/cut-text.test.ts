import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../src/core/cut-text.ts';

describe('cutText', () => {
  it('keeps what fits and cuts the rest at a word', () => {
    expect(cutText('short', 10)).toBe('short');
    expect(cutText('one two three, four', 15)).toBe('one two three…');
  });

  it('never passes the limit and never halves a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 40 }),
        (text, limit) => {
          const cut = cutText(text, limit);
          expect(cut.length).toBeLessThanOrEqual(limit);
          expect(cut.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
