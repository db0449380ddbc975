import { describe, expect, it } from 'vitest';
import { describePlan } from '../../../../src/cli/works/describe-plan.ts';
import { planWorks } from '../../../../src/cli/works/plan-works.ts';
import { DEFAULT_SETTINGS } from '../../../../src/config/settings.ts';
import { OPENALEX_URL, type WorksQuery } from '../../../../src/providers/openalex/works-address.ts';
import type { WorksSpec } from '../../../../src/run/works/works-spec.ts';

const QUERY: WorksQuery = { filters: [], search: 'heat pump', select: ['id'], perPage: 200 };
const LOADED = { settings: { ...DEFAULT_SETTINGS, parallel: 5, fanOut: 16 } };

function linesFor(ids: number, changes: Partial<WorksSpec> & { query?: WorksQuery } = {}) {
  const list = Array.from({ length: ids }, (_, index) => `A${index + 1}`);
  const { query, items } = planWorks(
    changes.query ?? QUERY,
    new Map(ids === 0 ? [] : [['author', list]]),
    { batchSize: 50, baseUrl: OPENALEX_URL },
  );
  const spec: WorksSpec = { isSelected: false, format: 'jsonl', ...changes, query };
  return describePlan(spec, items, LOADED).split('\n');
}

describe('describePlan', () => {
  it('tells of a search without ids', () => {
    expect(linesFor(0)).toEqual([
      'Plan: 1 search.',
      'Requests: at least 1, one a page of 200 works; the first page of a batch tells how many there are.',
      'At a time: 5 batches, 16 pages of each, 10 requests a second.',
      'First requests:',
      '  https://api.openalex.org/works?search=heat%20pump&select=id&per-page=200&cursor=*',
      'Nothing was sent.',
      '',
    ]);
  });

  it('tells of the first batches, and how many more there are', () => {
    const lines = linesFor(1001);
    expect(lines[0]).toBe('Plan: 1,001 ids in 21 batches.');
    expect(lines[1]).toMatch(/^Requests: at least 21,/);
    expect(lines.filter((line) => line.includes('filter=author.id:A'))).toHaveLength(5);
    expect(lines).toContain('  and 16 more');
    expect(linesFor(1)[0]).toBe('Plan: 1 id in 1 batch.');
  });

  it.each<[number, Partial<WorksSpec>, string]>([
    [0, { limit: 25 }, 'Requests: 1 at most, for 25 works.'],
    [0, { limit: 450 }, 'Requests: 3 at most, for 450 works.'],
    [150, { limit: 450 }, 'Requests: 3 to 9, for 450 works.'],
    [
      150,
      { limit: 1, query: { ...QUERY, sort: 'cited_by_count:desc' } },
      'Requests: 3 at most, for 1 work.',
    ],
    [
      0,
      { query: { ...QUERY, groupBy: 'type' } },
      'Requests: at least 1, one a page of 200 groups; the first page of a batch tells how many there are.',
    ],
  ])('reckons the requests for %d ids and %j', (ids, changes, says) => {
    expect(linesFor(ids, changes)[1]).toBe(says);
  });

  it('names the base URL in force, and no key', () => {
    const settings = {
      ...LOADED.settings,
      openalex: { baseUrl: 'http://127.0.0.1:9/x', maxResults: 8 },
    };
    const { items } = planWorks(QUERY, new Map(), { batchSize: 50, baseUrl: OPENALEX_URL });
    const spec: WorksSpec = { query: QUERY, isSelected: false, format: 'jsonl' };
    const text = describePlan(spec, items, { settings });
    expect(text).toContain('  http://127.0.0.1:9/x/works?');
    expect(text).not.toMatch(/api_key|mailto/);
  });
});
