import { describe, expect, it } from 'vitest';
import { runBatch } from '../../../src/batch/run-batch.ts';
import { AppError } from '../../../src/core/errors.ts';
import { DeferredWork } from './deferred-work.ts';
import { ManualClock, settlePromises } from './manual-clock.ts';

describe('runBatch: groups', () => {
  it('hands over so many items a call and aligns their results', async () => {
    const calls: { items: readonly string[]; indexes: readonly number[] }[] = [];
    const result = await runBatch(
      ['a', 'b', 'c', 'd', 'e'],
      (items, { indexes }) => {
        calls.push({ items, indexes });
        return items.map((item) => item.toUpperCase());
      },
      { batchSize: 2 },
    );
    expect(calls).toEqual([
      { items: ['a', 'b'], indexes: [0, 1] },
      { items: ['c', 'd'], indexes: [2, 3] },
      { items: ['e'], indexes: [4] },
    ]);
    expect(result.results).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('bounds the calls, not the items', async () => {
    const work = new DeferredWork<readonly number[]>();
    const done = runBatch([1, 2, 3, 4, 5, 6, 7, 8], work.process, {
      batchSize: 2,
      concurrency: 3,
    });
    await settlePromises();
    expect(work.open).toHaveLength(3);
    while (work.open.length > 0) {
      for (const group of work.open) work.finish(group, group);
      await settlePromises();
    }
    expect((await done).successCount).toBe(8);
  });

  it('fails one item for an Error in its place, and keeps the others', async () => {
    const result = await runBatch(
      [1, 2, 3, 4],
      (items) => items.map((item) => (item === 2 ? new Error('not this one') : item * 10)),
      { batchSize: 2, mode: 'continue' },
    );
    expect(result.statuses).toEqual(['succeeded', 'failed', 'succeeded', 'succeeded']);
    expect(result.results).toEqual([10, undefined, 30, 40]);
    expect(result.failed()).toEqual([[2, expect.objectContaining({ message: 'not this one' })]]);
  });

  it('stops after such an item in mode fail-fast, and still keeps its group', async () => {
    const result = await runBatch(
      [1, 2, 3, 4],
      (items) => items.map((item) => (item === 1 ? new Error('not this one') : item)),
      { batchSize: 2 },
    );
    expect(result.statuses).toEqual(['failed', 'succeeded', 'not-started', 'not-started']);
  });

  it.each([
    ['too few', () => [1], 'returned 1'],
    ['too many', () => [1, 2, 3], 'returned 3'],
    ['no list', () => 'ab', 'returned no array but string'],
    ['nothing', async () => undefined, 'returned no array but undefined'],
  ])('fails the group when process returns %s', async (_kind, process, message) => {
    const options = { batchSize: 2, mode: 'continue' } as const;
    const result = await runBatch(['a', 'b'], process as () => number[], options);
    expect(result.statuses).toEqual(['failed', 'failed']);
    expect(result.errors[1]).toMatchObject({
      code: 'ANSWER_INVALID',
      message: expect.stringContaining(`given 2 items`),
    });
    expect(result.errors[0]?.message).toContain(message);
  });

  it('fails and repeats a call that throws as a whole', async () => {
    const clock = new ManualClock();
    const busy = new AppError('RATE_LIMITED', 'busy', { retryable: true });
    const attempts: number[] = [];
    const done = runBatch(
      ['a', 'b', 'c'],
      (items, { attempt }) => {
        attempts.push(attempt);
        if (items.includes('a') && attempt === 1) throw busy;
        if (items.includes('c')) throw new Error('broken');
        return items;
      },
      { batchSize: 2, clock, retry: {} },
    );
    await clock.advance(10_000);
    expect((await done).statuses).toEqual(['succeeded', 'succeeded', 'failed']);
    expect(attempts).toEqual([1, 2, 1]);
  });
});
