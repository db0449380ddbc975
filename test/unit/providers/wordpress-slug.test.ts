import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '../../../src/core/slug.ts';
import { wordpressSlug } from '../../../src/providers/wordpress-slug.ts';

describe('wordpressSlug', () => {
  it('leaves ASCII as it is and encodes the rest in lower case', () => {
    expect(wordpressSlug('e-bike-2026')).toBe('e-bike-2026');
    expect(wordpressSlug('費用')).toBe('%e8%b2%bb%e7%94%a8');
  });

  it('cuts between characters, and leaves room for a suffix', () => {
    expect(wordpressSlug('費'.repeat(26))).toBe('%e8%b2%bb'.repeat(22));
    expect(wordpressSlug('費'.repeat(26), '-2')).toBe(`${'%e8%b2%bb'.repeat(22)}-2`);
    expect(wordpressSlug('a'.repeat(300), '-2')).toBe(`${'a'.repeat(198)}-2`);
    expect(wordpressSlug(`${'a'.repeat(199)}-b`)).toBe('a'.repeat(199));
  });

  it('gives of any text what fits and can be read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const slug = wordpressSlug(slugify(text));
        expect(slug).toMatch(/^[a-z\d%-]{1,200}$/);
        expect(slugify(text).startsWith(decodeURIComponent(slug))).toBe(true);
      }),
    );
  });
});
