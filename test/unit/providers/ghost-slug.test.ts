import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '../../../src/core/slug.ts';
import { ghostSlug } from '../../../src/providers/ghost-slug.ts';

describe('ghostSlug', () => {
  it('leaves ASCII as it is, and marks what it leaves out', () => {
    expect(ghostSlug('e-bike-2026')).toBe('e-bike-2026');
    expect(ghostSlug('e-bike-費用')).toMatch(/^e-bike-[\da-f]{8}$/);
    expect(ghostSlug('費用')).toMatch(/^article-[\da-f]{8}$/);
    expect(ghostSlug('費用')).not.toBe(ghostSlug('費'));
  });

  it('gives of any text a slug that Ghost keeps as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(ghostSlug(slugify(text))).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
      }),
    );
  });
});
