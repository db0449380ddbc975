import { describe, expect, it } from 'vitest';
import {
  createDocumentFilter,
  type DocumentFilters,
} from '../../../src/library/document-filter.ts';

const document = { path: '/site/docs/reports/a.pdf', kind: 'pdf', publishedAt: '2025-03-09' };
const passes = (filters: DocumentFilters, changes: Partial<typeof document> = {}) =>
  createDocumentFilter(filters, '/site')?.({ ...document, ...changes });

describe('createDocumentFilter', () => {
  it('makes no filter of nothing', () => {
    expect(createDocumentFilter({ types: [] }, '/site')).toBeUndefined();
  });

  it.each([
    ['docs', true],
    ['docs/', true],
    ['./docs/reports', true],
    ['docs/reports/a.pdf', true],
    ['/site/docs', true],
    ['docs/rep', false],
    ['reports', false],
    ['docs/**/*.pdf', true],
    ['**/*.pdf', true],
    ['docs/*/?.pdf', true],
    ['docs/*.pdf', false],
    ['/other/**', false],
  ])('takes %j for a path: %j', (path, expected) => {
    expect(passes({ path })).toBe(expected);
  });

  it('takes a file whose name looks like a pattern by its name', () => {
    expect(passes({ path: 'docs/[a].pdf' }, { path: '/site/docs/[a].pdf' })).toBe(true);
  });

  it.each([
    [{ after: '2025' }, true],
    [{ after: '2025-03' }, true],
    [{ after: '2025-03-09' }, true],
    [{ after: '2025-03-10' }, false],
    [{ before: '2025-03-09' }, true],
    [{ before: '2025-03-08' }, false],
    [{ before: '2024' }, false],
    [{ after: '2025-01', before: '2025-12' }, true],
  ])('compares dates: %j gives %j', (filters, expected) => {
    expect(passes(filters)).toBe(expected);
  });

  it('compares as far as a date is known, and leaves out what has none', () => {
    expect(passes({ after: '2025-06' }, { publishedAt: '2025' })).toBe(true);
    expect(passes({ after: '2025' }, { publishedAt: null as never })).toBe(false);
    expect(passes({ before: '2025' }, { publishedAt: null as never })).toBe(false);
  });

  it.each(['yesterday', '2025-13', '2025-3-9', '09.03.2025', ''])(
    'refuses %j as a date',
    (date) => {
      expect(() => createDocumentFilter({ after: date }, '/')).toThrow(/no date to search after/u);
    },
  );

  it('filters by type, and by all filters together', () => {
    expect(passes({ types: ['html', 'pdf'] })).toBe(true);
    expect(passes({ types: ['html'] })).toBe(false);
    expect(passes({ types: ['pdf'], path: 'elsewhere' })).toBe(false);
  });
});
