import { describe, expect, it } from 'vitest';
import { BatchError } from '../../../src/batch/batch-error.ts';
import { runBatch } from '../../../src/batch/run-batch.ts';
import { DeferredWork } from './deferred-work.ts';
import { settlePromises } from './manual-clock.ts';

/** A counted source: how many items were asked for and whether it was closed. */
function countedItems(length: number) {
  const state = { pulled: 0, closed: false };
  async function* items() {
    try {
      for (let item = 0; item < length; item += 1) {
        state.pulled += 1;
        yield item;
      }
    } finally {
      state.closed = true;
    }
  }
  function* syncItems() {
    try {
      for (let item = 0; item < length; item += 1) {
        state.pulled += 1;
        yield item;
      }
    } finally {
      state.closed = true;
    }
  }
  return { state, items, syncItems };
}

describe('runBatch: kinds of items', () => {
  it.each([
    ['a set', () => new Set([1, 2, 3])],
    ['a generator', () => [1, 2, 3].values()],
    ['an async generator', () => countedItems(4).items()],
  ])('takes %s', async (_kind, items) => {
    const result = await runBatch<number, number>(items(), (item) => item, { concurrency: 2 });
    expect(result.results).toEqual(result.items);
    expect(result.allSucceeded).toBe(true);
  });

  it('takes a map as its entries', async () => {
    const result = await runBatch(new Map([['a', 1]]), ([key, value]) => `${key}${value}`);
    expect(result.results).toEqual(['a1']);
  });

  it('works on the array as it was at the start', async () => {
    const items = [1, 2];
    const result = await runBatch(items, (item) => items.push(item));
    expect(result.items).toEqual([1, 2]);
  });

  it('does not ask an async iterator for the next item before it has answered', async () => {
    let asked = 0;
    let given = 0;
    const items = {
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          asked += 1;
          expect(asked - given).toBe(1);
          await settlePromises();
          given += 1;
          return { done: given > 20, value: given };
        },
      }),
    };
    const result = await runBatch(items, settlePromises, { concurrency: 5 });
    expect(result.successCount).toBe(20);
  });
});

describe('runBatch: laziness', () => {
  it.each(['items', 'syncItems'] as const)('pulls no more %s than lanes need', async (kind) => {
    const source = countedItems(10);
    const work = new DeferredWork<number>();
    const done = runBatch(source[kind](), work.process, { concurrency: 3 });
    await settlePromises();
    expect(source.state.pulled).toBe(3);
    work.finish(0, 0);
    await settlePromises();
    expect(source.state.pulled).toBe(4);
    while (work.open.length > 0) {
      for (const item of work.open) work.finish(item, item);
      await settlePromises();
    }
    expect((await done).results).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('keeps nothing of a million items that are not collected', { timeout: 120_000 }, async () => {
    const source = countedItems(1_000_000);
    let settled = 0;
    let mostOutstanding = 0;
    const result = await runBatch(source.items(), (item) => item, {
      concurrency: 8,
      collect: false,
      onSettled: () => {
        mostOutstanding = Math.max(mostOutstanding, source.state.pulled - settled);
        settled += 1;
      },
    });
    expect(mostOutstanding).toBeLessThanOrEqual(9);
    expect(settled).toBe(1_000_000);
    expect(result).toMatchObject({ total: 1_000_000, successCount: 1_000_000, allSucceeded: true });
    expect([result.items, result.results, result.errors, result.statuses]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(() => result.successful()).toThrow('With collect: false a batch keeps no items');
    expect(() => result.failed()).toThrow('With collect: false a batch keeps no items');
  });

  it('pulls on only when an async onSettled is done', async () => {
    const source = countedItems(3);
    const written = Promise.withResolvers<void>();
    const done = runBatch(source.items(), (item) => item, { onSettled: () => written.promise });
    await settlePromises();
    expect(source.state.pulled).toBe(1);
    written.resolve();
    expect((await done).successCount).toBe(3);
  });
});

describe('runBatch: leaving items early', () => {
  it.each(['items', 'syncItems'] as const)('closes %s', async (kind) => {
    const { state, ...source } = countedItems(10);
    const result = await runBatch(source[kind](), (item) => {
      if (item === 2) throw new Error('broken');
      return item;
    });
    expect(state).toEqual({ pulled: 3, closed: true });
    expect(result).toMatchObject({ total: 3, errorCount: 1, notStartedCount: 0 });
    expect(result.allSucceeded).toBe(false);
  });

  it('does not wait for an item that may never come', async () => {
    const controller = new AbortController();
    let closed = false;
    const items = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<IteratorResult<number>>(() => {}),
        return: async () => {
          closed = true;
          return { done: true as const, value: undefined };
        },
      }),
    };
    const done = runBatch(items, (item) => item, { concurrency: 3, drain: controller.signal });
    await settlePromises();
    controller.abort();
    expect(await done).toMatchObject({ total: 0, stoppedBy: 'drain', allSucceeded: false });
    expect(closed).toBe(true);
  });

  it('counts items that were pulled for a group that never started', async () => {
    const controller = new AbortController();
    async function* items() {
      yield 'a';
      yield 'b';
      await new Promise(() => {});
    }
    const done = runBatch(items(), (group) => [...group], {
      batchSize: 5,
      drain: controller.signal,
    });
    await settlePromises();
    controller.abort();
    const result = await done;
    expect(result.items).toEqual(['a', 'b']);
    expect(result.statuses).toEqual(['not-started', 'not-started']);
  });
});

describe('runBatch: items that throw', () => {
  it('settles what is in flight first, and hands the result over with the error', async () => {
    const work = new DeferredWork<string>();
    async function* items() {
      yield 'a';
      yield 'b';
      throw new Error('line 3 is broken');
    }
    const done = runBatch(items(), work.process, { concurrency: 3 });
    const outcome = done.catch((error: unknown) => error);
    await settlePromises();
    expect(work.open).toEqual(['a', 'b']);
    work.finish('a', 'A');
    work.fail('b', new Error('b failed'));
    const error = await outcome;
    expect(error).toBeInstanceOf(BatchError);
    expect(error).toMatchObject({
      code: 'INPUT_INVALID',
      message: 'The items threw after 2 of them: line 3 is broken',
      cause: { message: 'line 3 is broken' },
      result: { statuses: ['succeeded', 'failed'], stoppedBy: 'broken', allSucceeded: false },
    });
  });

  it.each(['sync', 'async'])('reports %s items whose clean-up throws', async (kind) => {
    const close = () => {
      throw new Error('cannot close');
    };
    function* items() {
      try {
        yield 1;
        yield 2;
      } finally {
        close();
      }
    }
    async function* asyncItems() {
      yield* items();
    }
    const source = kind === 'sync' ? items() : asyncItems();
    const run = runBatch(source, () => Promise.reject(new Error('broken')));
    await expect(run).rejects.toMatchObject({
      message: 'The items could not be closed: cannot close',
      result: { errorCount: 1, stoppedBy: 'failure' },
    });
  });

  it('survives an async iterator that throws instead of rejecting', async () => {
    const items = {
      [Symbol.asyncIterator]: () => ({
        next: (): Promise<IteratorResult<number>> => {
          throw new Error('not even a promise');
        },
      }),
    };
    const run = runBatch(items, (item) => item);
    await expect(run).rejects.toThrow('The items threw after 0 of them: not even a promise');
  });
});

describe('runBatch: priority', () => {
  it('starts higher ones first and equal ones in input order, and reports in input order', async () => {
    const items = [
      { name: 'a', rank: 0 },
      { name: 'b', rank: 5 },
      { name: 'c', rank: 0 },
      { name: 'd', rank: Infinity },
      { name: 'e', rank: Infinity },
    ];
    const started: string[] = [];
    const process = ({ name }: { name: string }) => {
      started.push(name);
      return name;
    };
    const result = await runBatch(items, process, { priority: ({ rank }) => rank });
    expect(started).toEqual(['d', 'e', 'b', 'a', 'c']);
    expect(result.results).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('works on groups, too', async () => {
    const groups: number[][] = [];
    const process = (items: readonly number[]) => {
      groups.push([...items]);
      return items;
    };
    const options = { batchSize: 2, priority: (item: number) => item };
    const result = await runBatch([1, 4, 2, 5, 3], process, options);
    expect(groups).toEqual([[5, 4], [3, 2], [1]]);
    expect(result.results).toEqual([1, 4, 2, 5, 3]);
  });

  it('is refused for an async iterable', async () => {
    const run = runBatch(countedItems(1).items(), (item) => item, { priority: (item) => item });
    await expect(run).rejects.toMatchObject({
      code: 'USAGE',
      suggestions: [expect.stringContaining('Array.fromAsync')],
    });
  });
});
