import { describe, expect, expectTypeOf, it } from 'vitest';
import type { BatchOptions } from '../../../src/batch/batch-options.ts';
import type { BatchResult } from '../../../src/batch/batch-result.ts';
import { RateLimiter } from '../../../src/batch/rate-limiter.ts';
import { runBatch } from '../../../src/batch/run-batch.ts';
import { AppError } from '../../../src/core/errors.ts';
import { DeferredWork } from './deferred-work.ts';
import { ManualClock, settlePromises } from './manual-clock.ts';

const busy = () => new AppError('PROVIDER_UNAVAILABLE', 'busy', { retryable: true });

describe('runBatch: results', () => {
  it('aligns results with the items, whatever the order of completion', async () => {
    const work = new DeferredWork<string>();
    const done = runBatch(['a', 'b', 'c'], work.process, { concurrency: 3 });
    await settlePromises();
    for (const item of ['b', 'c', 'a']) work.finish(item, item.toUpperCase());
    const result = await done;
    expect(result.results).toEqual(['A', 'B', 'C']);
    expect(result.errors).toEqual([undefined, undefined, undefined]);
    expect(result.statuses).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(result.successful()).toEqual([
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'C'],
    ]);
    expect(result).toMatchObject({ total: 3, successCount: 3, errorCount: 0, allSucceeded: true });
    expect(result.stoppedBy).toBeUndefined();
  });

  it('processes all in mode continue, and tells each failure', async () => {
    const result = await runBatch(
      [1, 2, 3, 4],
      (item) => {
        if (item % 2 === 0) throw new Error(`no ${item}`);
        return item * 10;
      },
      { mode: 'continue' },
    );
    expect(result.results).toEqual([10, undefined, 30, undefined]);
    expect(result.errors.map((error) => error?.message)).toEqual([
      undefined,
      'no 2',
      undefined,
      'no 4',
    ]);
    expect(result.failed().map(([item, error]) => [item, error.message])).toEqual([
      [2, 'no 2'],
      [4, 'no 4'],
    ]);
    expect(result.successful()).toEqual([
      [1, 10],
      [3, 30],
    ]);
    expect(result).toMatchObject({ successCount: 2, errorCount: 2, allSucceeded: false });
    expect(result.stoppedBy).toBeUndefined();
  });

  it('does nothing for no items', async () => {
    const result = await runBatch([], () => 1);
    expect(result).toMatchObject({ total: 0, allSucceeded: true, results: [] });
  });

  it('takes an undefined result and a returned Error as results', async () => {
    const error = new Error('a value');
    const result = await runBatch([undefined, error], (item) => item);
    expect(result.allSucceeded).toBe(true);
    expect(result.successful()).toEqual([
      [undefined, undefined],
      [error, error],
    ]);
  });

  it('turns whatever is thrown into an error', async () => {
    const result = await runBatch(
      ['text', undefined],
      (item) => {
        throw item;
      },
      { mode: 'continue' },
    );
    expect(result.errors.map((error) => error instanceof AppError)).toEqual([true, true]);
    expect(result.errors[0]).toMatchObject({ message: expect.stringContaining('text') });
    expect(result.errors[0]?.cause).toBe('text');
  });

  it('tells process the place, the lane, the attempt and a signal', async () => {
    const result = await runBatch(['a', 'b'], (_item, context) => context);
    expect(result.results).toEqual([
      { index: 0, lane: 0, attempt: 1, signal: expect.any(AbortSignal) },
      { index: 1, lane: 0, attempt: 1, signal: expect.any(AbortSignal) },
    ]);
  });

  it('lets batchSize decide what process is given, in types as well', () => {
    const each = () => runBatch([1, 2], (item) => String(item));
    const groups = () => runBatch([1, 2], (items) => items.map(String), { batchSize: 2 });
    const mixed = () =>
      runBatch([1, 2], async (items) => items.map((item) => (item ? item : new Error('none'))), {
        batchSize: 2,
      });
    expectTypeOf(each).returns.resolves.toEqualTypeOf<BatchResult<number, string>>();
    expectTypeOf(groups).returns.resolves.toEqualTypeOf<BatchResult<number, string>>();
    expectTypeOf(mixed).returns.resolves.toEqualTypeOf<BatchResult<number, number>>();
  });
});

describe('runBatch: lanes', () => {
  it('works one after the other, in order, unless told otherwise', async () => {
    const work = new DeferredWork<number>();
    const done = runBatch([1, 2, 3], work.process);
    for (const item of [1, 2, 3]) {
      await settlePromises();
      expect(work.open).toEqual([item]);
      work.finish(item, item);
    }
    expect((await done).successCount).toBe(3);
    expect(work.started).toEqual([1, 2, 3]);
  });

  it('really works on as many at once as it is allowed, and on no more', async () => {
    const work = new DeferredWork<number>();
    const done = runBatch([0, 1, 2, 3, 4, 5], work.process, { concurrency: 3 });
    await settlePromises();
    expect(work.open).toEqual([0, 1, 2]);
    work.finish(1, 1);
    await settlePromises();
    expect(work.open).toEqual([0, 2, 3]);
    while (work.open.length > 0) {
      for (const item of work.open) work.finish(item, item);
      await settlePromises();
    }
    expect((await done).results).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('has no barrier: a free lane goes on while another is still at its first item', async () => {
    const work = new DeferredWork<string>();
    const done = runBatch(['slow', 'a', 'b', 'c', 'd'], work.process, { concurrency: 2 });
    for (const item of ['a', 'b', 'c', 'd']) {
      await settlePromises();
      expect(work.open).toEqual(['slow', item]);
      work.finish(item, item);
    }
    await settlePromises();
    expect(work.open).toEqual(['slow']);
    work.finish('slow', 'slow');
    expect((await done).allSucceeded).toBe(true);
  });

  it('starts everything at once with a concurrency of Infinity', async () => {
    const work = new DeferredWork<number>();
    const items = Array.from({ length: 1000 }, (_, index) => index);
    const done = runBatch(items, work.process, { concurrency: Infinity });
    await settlePromises();
    expect(work.open).toHaveLength(1000);
    for (const item of items) work.finish(item, item);
    expect((await done).results).toEqual(items);
  });

  it('gives timers and signals a chance while process never waits for anything', async () => {
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    function* endless() {
      for (let item = 0; ; item += 1) yield item;
    }
    const { signal } = controller;
    const result = await runBatch(endless(), (item) => item, { signal, collect: false });
    expect(result.stoppedBy).toBe('abort');
    expect(result.successCount).toBeGreaterThan(0);
  });
});

describe('runBatch: retries and rate limit', () => {
  it('repeats a failed call and tells process which attempt it is', async () => {
    const clock = new ManualClock();
    const attempts: string[] = [];
    const done = runBatch(
      ['a', 'b'],
      (item, { attempt }) => {
        attempts.push(`${item}${attempt}`);
        if (item === 'a' && attempt < 3) throw busy();
        return attempt;
      },
      { clock, retry: { attempts: 3, baseDelayMs: 100 } },
    );
    await clock.advance(10_000);
    expect((await done).results).toEqual([3, 1]);
    expect(attempts).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  it('fails the item with the last error when the attempts are used up', async () => {
    const clock = new ManualClock();
    const retry = { attempts: 2 };
    const done = runBatch(['a', 'b'], async () => Promise.reject(busy()), { clock, retry });
    await clock.advance(10_000);
    expect(await done).toMatchObject({ errorCount: 1, notStartedCount: 1, stoppedBy: 'failure' });
  });

  it('takes a place in the rate limit for each attempt', async () => {
    const clock = new ManualClock();
    const times: number[] = [];
    const done = runBatch(
      ['a', 'b'],
      (item, { attempt }) => {
        times.push(clock.now());
        if (item === 'a' && attempt === 1) throw busy();
        return item;
      },
      { clock, retry: { jitter: 'none', baseDelayMs: 10 }, rateLimit: { rate: 1, burst: 1 } },
    );
    await clock.advance(10_000);
    expect((await done).results).toEqual(['a', 'b']);
    expect(times).toEqual([0, 1000, 2000]);
  });

  it('shares a limiter between runs', async () => {
    const clock = new ManualClock();
    const rateLimit = new RateLimiter({ rate: 1, burst: 1, clock });
    const times: number[] = [];
    const run = () =>
      runBatch(['a', 'b'], () => times.push(clock.now()), { clock, rateLimit, concurrency: 2 });
    const all = Promise.all([run(), run()]);
    await clock.advance(10_000);
    await all;
    expect(times).toEqual([0, 1000, 2000, 3000]);
  });

  it('fails the items when the limiter can never grant a call', async () => {
    const rateLimit = { rate: 1, burst: 0.5 };
    const result = await runBatch(['a', 'b'], () => 1, { rateLimit, mode: 'continue' });
    expect(result.errors).toMatchObject([
      { code: 'REQUEST_REJECTED' },
      { code: 'REQUEST_REJECTED' },
    ]);
  });
});

describe('runBatch: wrong use', () => {
  it.each<[BatchOptions<string, string>, string]>([
    [{ concurrency: 0 }, 'concurrency must be a whole number of at least 1 or Infinity'],
    [{ concurrency: 2.5 }, 'but it is 2.5'],
    [{ batchSize: Number.NaN }, 'batchSize'],
    [{ mode: 'carry-on' as 'continue' }, "mode must be 'fail-fast' or 'continue'"],
    [{ retry: { attempts: 0 } }, 'attempts'],
    [{ rateLimit: { rate: -1 } }, 'rate'],
    [{ priority: () => Number.NaN }, 'for item 0 it returned NaN'],
  ])('refuses %o before anything starts', async (options, message) => {
    const started: string[] = [];
    const process = (item: string) => {
      started.push(item);
      return item;
    };
    const run = runBatch(['a'], process, options as { batchSize?: never });
    await expect(run).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining(message),
    });
    expect(started).toEqual([]);
  });

  it.each([[null], [undefined], [42], ['one keyword'], [{}]])(
    'refuses %o as items',
    async (items) => {
      const run = runBatch(items as unknown as string[], (item) => item);
      await expect(run).rejects.toMatchObject({
        code: 'USAGE',
        message: expect.stringContaining('items must be an array or another iterable'),
      });
    },
  );
});
