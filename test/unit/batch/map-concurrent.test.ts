import { describe, expect, it } from 'vitest';
import { mapConcurrent } from '../../../src/batch/map-concurrent.ts';
import { DeferredWork } from './deferred-work.ts';
import { settlePromises } from './manual-clock.ts';

describe('mapConcurrent', () => {
  it('returns the results in input order, whatever the order of completion', async () => {
    const work = new DeferredWork<string>();
    const done = mapConcurrent(['a', 'b', 'c'], work.process, { concurrency: 3 });
    await settlePromises();
    for (const item of ['c', 'a', 'b']) work.finish(item, item.toUpperCase());
    await expect(done).resolves.toEqual(['A', 'B', 'C']);
  });

  it('works one after the other unless told otherwise, with plain functions as well', async () => {
    const order: number[] = [];
    const results = await mapConcurrent([1, 2, 3], (item, { index }) => {
      order.push(index);
      return item * 2;
    });
    expect(results).toEqual([2, 4, 6]);
    expect(order).toEqual([0, 1, 2]);
  });

  it('keeps results that are undefined', async () => {
    await expect(mapConcurrent([1, 2], () => undefined)).resolves.toEqual([undefined, undefined]);
    await expect(mapConcurrent([], () => 1)).resolves.toEqual([]);
  });

  it('after a failure starts nothing, aborts the rest, and rejects when all have settled', async () => {
    const started: number[] = [];
    const cleanUp = Promise.withResolvers<void>();
    let rejected = false;
    const done = mapConcurrent(
      [0, 1, 2, 3],
      async (item, { signal }) => {
        started.push(item);
        if (item === 0) throw new Error('first');
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        await cleanUp.promise;
        throw new Error('second');
      },
      { concurrency: 2 },
    );
    done.catch(() => {
      rejected = true;
    });
    await settlePromises();
    expect(started).toEqual([0, 1]);
    expect(rejected).toBe(false);
    cleanUp.resolve();
    await expect(done).rejects.toThrow('first');
  });

  it('rejects with the reason of its signal', async () => {
    const controller = new AbortController();
    const work = new DeferredWork<number>();
    const done = mapConcurrent([1, 2], work.process, { signal: controller.signal });
    controller.abort(new Error('stop it'));
    await expect(done).rejects.toThrow('stop it');
    expect(work.started).toEqual([1]);
  });

  it('rejects with what the items threw', async () => {
    async function* items() {
      yield 1;
      throw new Error('the list ended badly');
    }
    await expect(mapConcurrent(items(), (item) => item)).rejects.toThrow(/^the list ended badly$/);
  });
});
