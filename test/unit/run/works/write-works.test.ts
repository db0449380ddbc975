import { describe, expect, it } from 'vitest';
import type { WorksGroup } from '../../../../src/core/works/works-group.ts';
import type { RawWork } from '../../../../src/core/works/read-work.ts';
import type { WorksPage } from '../../../../src/providers/openalex/works-page.ts';
import { BatchGate } from '../../../../src/run/works/batch-gate.ts';
import { type BoardPage, PageBoard } from '../../../../src/run/works/page-board.ts';
import type { WorksSpec } from '../../../../src/run/works/works-spec.ts';
import { missingIds, writeWorks } from '../../../../src/run/works/write-works.ts';
import { failureOf } from '../../batch/failure-of.ts';
import { settlePromises } from '../../batch/manual-clock.ts';

const SPEC: WorksSpec = {
  query: { filters: [], select: [], perPage: 200 },
  isSelected: false,
  format: 'jsonl',
};

const work = (number: number, ...authors: readonly string[]): RawWork => ({
  id: `https://openalex.org/W${number}`,
  authorships: authors.map((id) => ({ author: { id: `https://openalex.org/${id}` } })),
});
const page = (...works: readonly RawWork[]): WorksPage => ({
  count: works.length,
  works,
  groups: [],
});

function setUp(batches: number, spec: WorksSpec = SPEC) {
  const board = new PageBoard(batches);
  const gate = new BatchGate(spec.limit ?? Infinity);
  const written: RawWork[] = [];
  const groups: WorksGroup[] = [];
  const readAgain: [batch: number, place: BoardPage['place']][] = [];
  const writing = writeWorks({
    spec,
    batches,
    board,
    gate,
    readPage: async (batch, { place }) => {
      readAgain.push([batch, place]);
      return page(work(100 + batch));
    },
    output: {
      works: async (works) => void written.push(...works),
      groups: async (all) => void groups.push(...all),
    },
  });
  const idsNow = async (): Promise<string[]> => {
    await settlePromises();
    return written.map(({ id }) => String(id).replace('https://openalex.org/', ''));
  };
  return { board, gate, writing, groups, readAgain, idsNow };
}

describe('writeWorks', () => {
  it('writes while batches are fetched, in their order, each work once', async () => {
    const { board, writing, idsNow } = setUp(2, { ...SPEC, kind: 'author' });
    board.put(1, 0, { cursor: '*' }, page(work(1, 'A1', 'A2'), work(3, 'A2')));
    board.end(1);
    expect(await idsNow()).toEqual([]);
    board.put(0, 0, { cursor: '*' }, page(work(2, 'A1')));
    expect(await idsNow()).toEqual(['W2']);
    board.put(0, 1, { page: 2 }, page(work(1, 'A1', 'A2'), {}));
    board.end(0);
    expect(await idsNow()).toEqual(['W2', 'W1', 'W3']);
    expect(await writing).toEqual({ unique: 3, withoutId: 1, found: new Set(['A1', 'A2']) });
  });

  it('reads pages again that are not there any more', async () => {
    const { board, writing, readAgain, idsNow } = setUp(2);
    board.put(0, 0, { cursor: '*' });
    board.put(1, 0, { page: 3 });
    board.endAll();
    await writing;
    expect(readAgain).toEqual([
      [0, { cursor: '*' }],
      [1, { page: 3 }],
    ]);
    expect(await idsNow()).toEqual(['W100', 'W101']);
  });

  it('tells the gate how far it has come, and when there is enough', async () => {
    const { board, gate, writing, idsNow } = setUp(3, { ...SPEC, limit: 2 });
    const { signal } = new AbortController();
    const entered: boolean[] = [];
    gate.told(0, 2);
    for (const batch of [1, 2])
      void gate.enter(batch, signal).then((isNeeded) => (entered[batch] = isNeeded));
    board.put(0, 0, { cursor: '*' }, page(work(1), work(1)));
    await settlePromises();
    expect(entered).toEqual([]);
    // One of two came twice, so that the second batch is needed; then the third is not.
    board.end(0);
    await settlePromises();
    expect(entered[1]).toBe(true);
    board.put(1, 0, { cursor: '*' }, page(work(2), work(3)));
    expect(await idsNow()).toEqual(['W1', 'W2']);
    expect(entered[2]).toBe(false);
    expect((await writing).unique).toBe(2);
  });

  it('counts groups over all batches', async () => {
    const group = (key: string, count: number): WorksGroup => ({ key, name: key, count });
    const { board, writing, groups } = setUp(2, {
      ...SPEC,
      query: { ...SPEC.query, groupBy: 'type' },
    });
    board.put(0, 0, { cursor: '*' }, { ...page(), groups: [group('a', 3), group('b', 2)] });
    board.put(1, 0, { cursor: '*' }, { ...page(), groups: [group('b', 4)] });
    board.endAll();
    expect(await writing).toMatchObject({ unique: 2, withoutId: 0 });
    expect(groups).toEqual([group('b', 6), group('a', 3)]);
  });

  it('fails with the output', async () => {
    const board = new PageBoard(1);
    const full = new Error('disk is full');
    board.put(0, 0, { cursor: '*' }, page(work(1)));
    const writing = writeWorks({
      spec: SPEC,
      batches: 1,
      board,
      gate: new BatchGate(Infinity),
      readPage: () => Promise.reject(new Error('not asked')),
      output: {
        works: () => Promise.reject(full),
        groups: () => Promise.reject(full),
      },
    });
    expect(await failureOf(writing)).toBe(full);
  });
});

describe('missingIds', () => {
  const spec: WorksSpec = { ...SPEC, kind: 'author' };
  const found = new Set(['A1', 'A3']);

  it('names those that no work was found for, in their order', () => {
    expect(missingIds(spec, ['A4', 'A1', 'A2', 'A3'], found)).toEqual(['A4', 'A2']);
    expect(missingIds(spec, ['A1'], found)).toEqual([]);
  });

  it.each<[string, WorksSpec]>([
    ['only some works were wanted', { ...spec, limit: 25 }],
    ['groups were counted', { ...spec, query: { ...spec.query, groupBy: 'type' } }],
    ['the field was not fetched', { ...spec, query: { ...spec.query, select: ['id', 'doi'] } }],
    ['nothing was asked by ids', SPEC],
  ])('cannot tell where %s', (_name, unknown) => {
    expect(missingIds(unknown, ['A2'], found)).toEqual([]);
  });

  it('can tell where the field was chosen', () => {
    const select = ['id', 'authorships'];
    expect(missingIds({ ...spec, query: { ...spec.query, select } }, ['A2'], found)).toEqual([
      'A2',
    ]);
  });
});
