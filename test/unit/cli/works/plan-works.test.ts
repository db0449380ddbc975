import { describe, expect, it } from 'vitest';
import { planWorks } from '../../../../src/cli/works/plan-works.ts';
import type { IdentifierKind } from '../../../../src/core/works/read-identifier.ts';
import {
  OPENALEX_URL,
  worksAddress,
  type WorksQuery,
} from '../../../../src/providers/openalex/works-address.ts';
import { batchQuery } from '../../../../src/run/works/batch-query.ts';

const QUERY: WorksQuery = { filters: ['type:article'], select: ['id', 'doi'], perPage: 200 };
const OPTIONS = { batchSize: 50, baseUrl: OPENALEX_URL };

const many = (count: number, idOf: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => idOf(index));
const authors = (count: number): string[] => many(count, (index) => `A${5_000_000_001 + index}`);
const plan = (
  lists: readonly (readonly [IdentifierKind, readonly string[]])[],
  options: Partial<typeof OPTIONS & { query: WorksQuery }> = {},
) => planWorks(options.query ?? QUERY, new Map(lists), { ...OPTIONS, ...options });

describe('planWorks', () => {
  it('makes one batch of a search without ids', () => {
    const query = { ...QUERY, search: 'heat pump' };
    const { items, kind } = plan([], { query });
    expect(items).toEqual([{ index: 0, keyword: 'heat pump', slug: '', priority: 0, ids: [] }]);
    expect(kind).toBeUndefined();
    expect(plan([]).items[0]?.keyword).toBe('type:article');
  });

  it('cuts ids into batches, in their order', () => {
    const ids = authors(120);
    const { items, kind, query } = plan([['author', ids]]);
    expect(items.map(({ ids: batch }) => batch.length)).toEqual([50, 50, 20]);
    expect(items.flatMap(({ ids: batch }) => batch)).toEqual(ids);
    expect(items.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(items[2]?.keyword).toBe('A5000000101 … A5000000120 (20 ids)');
    expect(items[2]?.filter).toBe(`author.id:${ids.slice(100).join('|')}`);
    expect([kind, query]).toEqual(['author', QUERY]);
    expect(plan([['author', ['A1']]]).items[0]?.keyword).toBe('A1');
  });

  it.each([
    ['author', 'A1', 'author.id:A1'],
    ['institution', 'I1', 'institutions.id:I1'],
    ['doi', '10.1000/a', 'doi:10.1000/a'],
    ['work', 'W1', 'ids.openalex:W1'],
    ['topic', 'T1', 'topics.id:T1'],
  ] as const)('asks for ids of the kind %s', (kind, id, filter) => {
    expect(plan([[kind, [id]]]).items[0]?.filter).toBe(filter);
  });

  it('cuts the longest list, and asks for the others in every batch', () => {
    const institutions = many(3, (index) => `I${index + 1}`);
    const { items, kind, query } = plan(
      [
        ['institution', institutions],
        ['author', authors(5)],
        ['topic', ['T1']],
      ],
      { batchSize: 2 },
    );
    expect(kind).toBe('author');
    expect(query.filters).toEqual(['institutions.id:I1|I2|I3', 'topics.id:T1', 'type:article']);
    expect(items).toHaveLength(3);
    expect(batchQuery({ query }, items[2]!).filters[0]).toBe('author.id:A5000000005');
  });

  it('refuses two lists that are too long for one filter', () => {
    const long = many(101, (index) => `I${index + 1}`);
    const lists = [
      ['author', authors(150)],
      ['institution', long],
    ] as const;
    expect(() => plan(lists)).toThrow(
      expect.objectContaining({
        code: 'USAGE',
        message: expect.stringContaining('of authors and of institutions') as string,
      }) as Error,
    );
    const fits = [
      ['author', authors(150)],
      ['institution', long.slice(1)],
    ] as const;
    expect(plan(fits, { batchSize: 100 }).items.flatMap(({ ids }) => ids)).toHaveLength(150);
  });

  it('takes fewer ids a batch where the address would get too long', () => {
    const dois = many(300, (index) => `10.1002/(sici)1097-4571<${100 + index}::aid>3.0.co;2-o`);
    const { items, query } = plan([['doi', dois]], { batchSize: 100 });
    expect(items.flatMap(({ ids }) => ids)).toEqual(dois);
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) {
      const address = worksAddress(OPENALEX_URL, batchQuery({ query }, item), { cursor: '*' });
      expect(address.length).toBeLessThanOrEqual(4000 - 200);
    }
  });

  it('leaves room for a long search in every batch', () => {
    const query = { ...QUERY, search: 'ä'.repeat(450) };
    const { items } = plan([['author', authors(100)]], { query, batchSize: 100 });
    expect(items.length).toBeGreaterThan(1);
    for (const item of items)
      expect(
        worksAddress(OPENALEX_URL, batchQuery({ query }, item), { cursor: '*' }).length,
      ).toBeLessThanOrEqual(4000 - 200);
  });

  it('refuses a query that no address takes, with ids and without', () => {
    const query = { ...QUERY, search: 'ä'.repeat(700) };
    const tooLong = expect.objectContaining({
      code: 'USAGE',
      message: expect.stringContaining('4,000 characters') as string,
    }) as Error;
    expect(() => plan([], { query })).toThrow(tooLong);
    expect(() => plan([['author', ['A1']]], { query })).toThrow(tooLong);
    const huge = `10.1000/${'<'.repeat(300)}`;
    const filled = { ...QUERY, search: 'x'.repeat(3000) };
    expect(() => plan([['doi', ['10.1000/a', huge]]], { query: filled })).toThrow(tooLong);
  });

  it('cuts fifty thousand ids', () => {
    const ids = authors(50_000);
    const { items } = plan([['author', ids]], { batchSize: 100 });
    expect(items).toHaveLength(500);
    expect(items.flatMap(({ ids: batch }) => batch)).toEqual(ids);
  });
});
