import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '../../../src/core/slug.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('slugify', () => {
  it.each([
    ['Heat Pumps', 'heat-pumps'],
    ['  --Heat__Pumps!! ', 'heat-pumps'],
    ['ヒートポンプ', 'ヒートポンプ'],
    ['ヒートポンプ　の 費用', 'ヒートポンプ-の-費用'],
    ['тепловой насос й', 'тепловой-насос-й'],
    ['مضخة حرارية', 'مضخة-حرارية'],
    ['हिन्दी में चाय', 'हिन्दी-में-चाय'],
    ['Crème brûlée', 'creme-brulee'],
    ['Größe in Łódź, Ærø', 'grosse-in-lodz-aero'],
    ['İstanbul ısı', 'istanbul-isi'],
    ["what's the best", 'whats-the-best'],
    ['l’été', 'l-ete'],
    ['C++ vs C#', 'c-plus-plus-vs-c-sharp'],
    ['version 3.5', 'version-3-5'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\windows', 'windows'],
    ['con', 'con-article'],
    ['LPT1', 'lpt1-article'],
    ['COM¹', 'com1-article'],
    ['ﬁne Ⅳ', 'fine-iv'],
  ])('%j becomes %j', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it.each(['🍕🍕', '.', '..', '???', '\u0301', ''])('gives %j a name of letters', (text) => {
    expect(slugify(text)).toMatch(/^keyword-[\da-f]{8}$/);
  });

  it('gives text without letters a stable name of its own', () => {
    expect(slugify('🍕🍕')).toBe(slugify(' 🍕🍕 '));
    expect(slugify('🍕🍕')).not.toBe(slugify('🍣'));
  });

  it('cuts at a word border', () => {
    expect(slugify(`${'word '.repeat(15)}extraordinary`)).toBe('word-'.repeat(15).slice(0, -1));
  });

  it('cuts a long word between characters', () => {
    expect(slugify('ヒ'.repeat(50))).toBe('ヒ'.repeat(26));
    expect(slugify(`a ${'b'.repeat(200)}`)).toBe(`a-${'b'.repeat(78)}`);
    expect(slugify('x'.repeat(5_000))).toBe('x'.repeat(80));
  });

  it('makes a safe file name of any text', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom('.', '/', '\\', 'con', ' ', '\u0301', 'é', 'ß', '\u202E', '🍕', 'ヒ'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(bytes(slug)).toBeLessThanOrEqual(80);
        expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
        expect(slug).toBe(slug.normalize('NFC'));
        expect(slug).toBe(slug.toLowerCase());
        expect(slugify(text)).toBe(slug);
      }),
      { numRuns: 500 },
    );
  });
});
