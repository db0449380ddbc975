import { describe, expect, it } from 'vitest';
import { BatchError } from '../../../src/batch/batch-error.ts';
import type { BatchEvent } from '../../../src/batch/events.ts';
import { runBatch } from '../../../src/batch/run-batch.ts';
import type { SettledItem } from '../../../src/batch/settled-item.ts';
import { AppError } from '../../../src/core/errors.ts';
import { DeferredWork } from './deferred-work.ts';
import { ManualClock, settlePromises } from './manual-clock.ts';

describe('runBatch: events', () => {
  it('tells what happens, with places, lanes and monotonic times', async () => {
    const clock = new ManualClock();
    await clock.advance(5000);
    const events: BatchEvent[] = [];
    const busy = new AppError('RATE_LIMITED', 'busy', { retryable: true, retryAfterMs: 300 });
    const work = new DeferredWork<string>();
    const done = runBatch(
      ['a', 'b', 'c'],
      (item, context) => {
        if (item === 'b' && context.attempt === 1) throw busy;
        return work.process(item, context);
      },
      { clock, concurrency: 2, retry: {}, onEvent: (event) => events.push(event) },
    );
    await clock.advance(500);
    const broken = new Error('broken');
    work.fail('a', broken);
    await done;
    const cancelled = expect.objectContaining({ name: 'AbortError' });
    const failed = { status: 'failed', error: broken, milliseconds: 500 };
    const counts = { total: 3, succeeded: 0, failed: 1, cancelled: 1, notStarted: 1 };
    expect(events).toEqual([
      { type: 'run-start', at: 0, total: 3, concurrency: 2 },
      { type: 'item-start', at: 0, index: 0, lane: 0 },
      { type: 'item-start', at: 0, index: 1, lane: 1 },
      { type: 'item-retry', at: 0, index: 1, lane: 1, attempt: 1, delayMs: 300, error: busy },
      { type: 'item-error', at: 500, index: 0, lane: 0, ...failed },
      {
        type: 'item-error',
        at: 500,
        index: 1,
        lane: 1,
        ...failed,
        status: 'cancelled',
        error: cancelled,
      },
      { type: 'run-end', at: 500, counts, stoppedBy: 'failure' },
    ]);
  });

  it('tells the end of an item, and no total for an iterable', async () => {
    const events: BatchEvent[] = [];
    const clock = new ManualClock();
    const onEvent = (event: BatchEvent) => events.push(event);
    await runBatch([1].values(), (item) => item, { clock, onEvent });
    const counts = { total: 1, succeeded: 1, failed: 0, cancelled: 0, notStarted: 0 };
    expect(events).toEqual([
      { type: 'run-start', at: 0, total: undefined, concurrency: 1 },
      { type: 'item-start', at: 0, index: 0, lane: 0 },
      { type: 'item-end', at: 0, index: 0, lane: 0, milliseconds: 0 },
      { type: 'run-end', at: 0, counts, stoppedBy: undefined },
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('bad listener');
      },
    ],
    ['rejects', () => Promise.reject(new Error('bad listener'))],
  ])('goes on when the listener %s, and keeps what it threw', async (_kind, onEvent) => {
    const process = async (item: number) => {
      await settlePromises();
      return item;
    };
    const result = await runBatch([1, 2], process, { onEvent });
    expect(result.allSucceeded).toBe(true);
    expect(result.listenerError?.message).toBe('bad listener');
  });
});

describe('runBatch: onSettled', () => {
  it('is given each item that was started, with its fate', async () => {
    const settled: SettledItem<string, string>[] = [];
    const work = new DeferredWork<string>();
    const done = runBatch(['a', 'b', 'c', 'd'], work.process, {
      concurrency: 2,
      onSettled: (item) => {
        settled.push(item);
      },
    });
    await settlePromises();
    work.finish('a', 'A');
    await settlePromises();
    work.fail('c', new Error('broken'));
    await done;
    expect(settled).toMatchObject([
      { index: 0, item: 'a', lane: 0, status: 'succeeded', result: 'A' },
      { index: 2, item: 'c', lane: 0, status: 'failed', error: { message: 'broken' } },
      { index: 1, item: 'b', lane: 1, status: 'cancelled', error: { name: 'AbortError' } },
    ]);
  });

  it.each(['throws', 'rejects'])(
    'breaks the run when it %s, and keeps the result',
    async (kind) => {
      const fail = () => {
        if (kind === 'throws') throw new Error('disk full');
        return Promise.reject(new Error('disk full'));
      };
      const error = await runBatch([1, 2, 3], (item) => item, { onSettled: fail }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(BatchError);
      expect(error).toMatchObject({
        code: 'INTERNAL',
        message: 'onSettled failed for item 0: disk full',
        result: { successCount: 1, notStartedCount: 2, stoppedBy: 'broken' },
      });
    },
  );

  it('breaks the run when stopWhen throws', async () => {
    const run = runBatch([1, 2], () => Promise.reject(new Error('broken')), {
      mode: 'continue',
      stopWhen: () => {
        throw new Error('bad question');
      },
    });
    await expect(run).rejects.toMatchObject({
      message: 'stopWhen failed for item 0: bad question',
      result: { errorCount: 1, notStartedCount: 1 },
    });
  });
});
