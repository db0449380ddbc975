import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/config/settings.ts';
import { batchQuery } from '../../../../src/run/works/batch-query.ts';
import { readWorksSpec, withWorks, type WorksSpec } from '../../../../src/run/works/works-spec.ts';
import { storedRun } from '../../../support/stored-run.ts';

const SPEC: WorksSpec = {
  query: {
    filters: ['type:article'],
    search: 'heat pump',
    sort: 'cited_by_count:desc',
    select: ['id', 'title'],
    perPage: 200,
  },
  kind: 'author',
  limit: 500,
  isSelected: true,
  outputPath: 'works.csv',
  format: 'csv',
};
const SMALLEST: WorksSpec = {
  query: { filters: [], select: [], perPage: 25 },
  isSelected: false,
  format: 'table',
};

/** As the ledger gives settings back. */
const stored = (settings: unknown) =>
  storedRun({ settings: JSON.parse(JSON.stringify(settings)) as never });

describe('readWorksSpec', () => {
  it.each([SPEC, SMALLEST])('takes apart what was put together (%#)', (spec) => {
    const read = readWorksSpec(stored(withWorks(DEFAULT_SETTINGS, spec)));
    expect(read).toEqual({ settings: JSON.parse(JSON.stringify(DEFAULT_SETTINGS)), works: spec });
    // A resumed run is known by the very same words.
    expect(JSON.stringify(read.works)).toBe(JSON.stringify(spec));
  });

  it.each([
    undefined,
    null,
    'all',
    {},
    { ...SPEC, query: undefined },
    { ...SPEC, query: { ...SPEC.query, perPage: 'many' } },
    { ...SPEC, query: { ...SPEC.query, filters: 'type:article' } },
    { ...SPEC, kind: 'person' },
    { ...SPEC, format: 'xlsx' },
    { ...SPEC, limit: '500' },
  ])('says that a ledger is damaged that holds %j', (works) => {
    expect(() => readWorksSpec(stored({ ...DEFAULT_SETTINGS, works }))).toThrow(
      expect.objectContaining({
        code: 'LEDGER_DAMAGED',
        message: expect.stringContaining('20260302-080000-aaaa') as string,
      }) as Error,
    );
  });
});

describe('batchQuery', () => {
  const item = { index: 0, keyword: 'A1', slug: '', priority: 0, ids: ['A1'] };

  it('puts the identifiers of a batch before the filters of all', () => {
    expect(batchQuery(SPEC, { ...item, filter: 'author.id:A1' })).toEqual({
      ...SPEC.query,
      filters: ['author.id:A1', 'type:article'],
    });
    expect(batchQuery(SPEC, item)).toBe(SPEC.query);
    expect(SPEC.query.filters).toEqual(['type:article']);
  });
});
