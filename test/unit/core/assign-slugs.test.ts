import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSlugs } from '../../../src/core/assign-slugs.ts';
import type { KeywordItem } from '../../../src/core/keyword.ts';

const item = (keyword: string, slug?: string): KeywordItem => ({
  keyword,
  priority: 0,
  extra: {},
  ...(slug !== undefined && { slug }),
});
const slugs = (items: KeywordItem[], taken: string[] = []): string[] =>
  assignSlugs(items, { taken }).map((planned) => planned.slug);
const seenByFileSystem = (slug: string): string =>
  slug.normalize('NFD').toUpperCase().toLowerCase();

describe('assignSlugs', () => {
  it('numbers items in input order and keeps their columns', () => {
    expect(assignSlugs([{ ...item('Tea'), tone: 'dry' }, item('Coffee')])).toEqual([
      { keyword: 'Tea', tone: 'dry', priority: 0, extra: {}, index: 0, slug: 'tea' },
      { keyword: 'Coffee', priority: 0, extra: {}, index: 1, slug: 'coffee' },
    ]);
  });

  it('gives later items a number', () => {
    expect(slugs([item('tea!'), item('tea?'), item('tea-2'), item('tea')])).toEqual([
      'tea',
      'tea-2',
      'tea-2-2',
      'tea-3',
    ]);
  });

  it('gives the slugs that rows ask for first', () => {
    expect(slugs([item('tea'), item('green', 'Tea')])).toEqual(['tea-2', 'tea']);
  });

  it('avoids names that are taken, whatever their case', () => {
    expect(slugs([item('tea')], ['TEA', 'tea-2'])).toEqual(['tea-3']);
  });

  it('tells names apart that differ only in case or form', () => {
    expect(slugs([item('οδος'), item('οδοσ')])).toEqual(['οδος', 'οδοσ-2']);
  });

  it('keeps the number within 80 bytes', () => {
    const [, second] = slugs([item('ヒ'.repeat(40)), item(`${'ヒ'.repeat(40)}!`)]);
    expect(second).toBe(`${'ヒ'.repeat(26)}-2`);
    const many = slugs(Array.from({ length: 12 }, () => item('x'.repeat(90))));
    expect(many.at(-1)).toBe(`${'x'.repeat(77)}-12`);
  });

  it('copes with 10,000 equal keywords', () => {
    const all = slugs(Array.from({ length: 10_000 }, () => item('tea')));
    expect(new Set(all).size).toBe(10_000);
    expect(all.at(-1)).toBe('tea-10000');
  });

  it('never gives one name twice, and always the same names', () => {
    const word = fc.constantFrom(
      'a',
      'A',
      'á',
      'a-2',
      'a 2',
      'ß',
      'ss',
      '🍕',
      '-2',
      'ς',
      'σ',
      'con',
    );
    const keyword = fc.oneof(
      word,
      fc.tuple(word, word).map((pair) => pair.join(' ')),
      fc.string(),
    );
    const items = fc.array(
      fc
        .tuple(keyword, fc.option(keyword, { nil: undefined }))
        .map(([text, slug]) => item(text, slug)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(items, (list) => {
        const given = slugs(list);
        expect(new Set(given.map(seenByFileSystem)).size).toBe(list.length);
        expect(slugs(list)).toEqual(given);
        for (const slug of given) {
          expect(new TextEncoder().encode(slug).length).toBeLessThanOrEqual(80);
        }
      }),
    );
  });
});
