import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskKey } from '../../../src/config/secrets.ts';

describe('maskKey', () => {
  it('shows five characters of a long key and none of a short one', () => {
    expect(maskKey('sk-1234567890abcdef')).toBe('sk-…ef');
    expect(maskKey('sk-1234567890ab')).toBe('***');
  });

  it('never shows more than five characters', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (key) => {
        expect(maskKey(key).length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
