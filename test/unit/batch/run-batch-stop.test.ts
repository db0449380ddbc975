import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { runBatch } from '../../../src/batch/run-batch.ts';
import { AppError, terminalStopOf } from '../../../src/core/errors.ts';
import { DeferredWork } from './deferred-work.ts';
import { ManualClock, settlePromises } from './manual-clock.ts';

describe('runBatch: fail-fast', () => {
  it('starts nothing after the first failure, aborts what is in flight, keeps what is done', async () => {
    const work = new DeferredWork<string>();
    const done = runBatch(['a', 'b', 'c', 'd', 'e'], work.process, { concurrency: 3 });
    await settlePromises();
    work.finish('a', 'A');
    await settlePromises();
    work.fail('b', new Error('b is broken'));
    const result = await done;
    expect(work.started).toEqual(['a', 'b', 'c', 'd']);
    expect(result.statuses).toEqual([
      'succeeded',
      'failed',
      'cancelled',
      'cancelled',
      'not-started',
    ]);
    expect(result.results).toEqual(['A', undefined, undefined, undefined, undefined]);
    expect(result.errors.map((error) => error?.message)).toEqual([
      undefined,
      'b is broken',
      undefined,
      undefined,
      undefined,
    ]);
    expect(result).toMatchObject({
      total: 5,
      successCount: 1,
      errorCount: 1,
      cancelledCount: 2,
      notStartedCount: 1,
      allSucceeded: false,
      stoppedBy: 'failure',
      stopError: { message: 'b is broken' },
    });
  });

  it('tells in the signal which item failed and why', async () => {
    const error = new Error('broken');
    const reasons: unknown[] = [];
    const work = new DeferredWork<string>();
    const process = (item: string, context: { signal: AbortSignal }) =>
      work.process(item, context).catch((reason: unknown) => {
        reasons.push(reason);
        throw reason;
      });
    const done = runBatch(['a', 'b'], process, { concurrency: 2 });
    await settlePromises();
    work.fail('a', error);
    await done;
    expect(reasons[1]).toMatchObject({
      name: 'AbortError',
      message: 'Aborted, because item 0 failed.',
      cause: error,
    });
  });

  it('waits for what is in flight, and lets it complete or fail in its own way', async () => {
    const endings: Record<string, PromiseWithResolvers<string>> = {
      completes: Promise.withResolvers(),
      fails: Promise.withResolvers(),
      wraps: Promise.withResolvers(),
    };
    const done = runBatch(
      ['broken', 'completes', 'fails', 'wraps', 'late'],
      (item) => endings[item]?.promise ?? Promise.reject(new Error('broken')),
      { concurrency: 4 },
    );
    let ended = false;
    void done.then(() => (ended = true));
    await settlePromises();
    endings['completes']?.resolve('done');
    endings['fails']?.reject(new Error('of its own'));
    await settlePromises();
    expect(ended).toBe(false);
    const cause = new DOMException('aborted', 'AbortError');
    endings['wraps']?.reject(new AppError('TIMEOUT', 'the call was aborted', { cause }));
    const result = await done;
    expect(result.statuses).toEqual(['failed', 'succeeded', 'failed', 'cancelled', 'not-started']);
    expect(result.stopError?.message).toBe('broken');
  });

  it('counts an abort error as a failure when the run has aborted nothing', async () => {
    const result = await runBatch(
      ['a'],
      () => Promise.reject(new DOMException('own time limit', 'AbortError')),
      { mode: 'continue' },
    );
    expect(result.statuses).toEqual(['failed']);
  });

  it('ends the wait between two attempts', async () => {
    const clock = new ManualClock();
    const busy = new AppError('RATE_LIMITED', 'busy', { retryable: true, retryAfterMs: 60_000 });
    const broken = Promise.withResolvers<string>();
    const done = runBatch(
      ['waits', 'breaks'],
      (item) => (item === 'waits' ? Promise.reject(busy) : broken.promise),
      { clock, concurrency: 2, retry: {} },
    );
    await settlePromises();
    expect(clock.timers).toBe(1);
    broken.reject(new Error('broken'));
    expect((await done).statuses).toEqual(['cancelled', 'failed']);
    expect(clock.timers).toBe(0);
  });

  it('never starts an item that waits for the rate limit', async () => {
    const clock = new ManualClock();
    const work = new DeferredWork<string>();
    const rateLimit = { rate: 1, burst: 1 };
    const done = runBatch(['a', 'b', 'c'], work.process, { clock, concurrency: 2, rateLimit });
    await settlePromises();
    work.fail('a', new Error('broken'));
    expect((await done).statuses).toEqual(['failed', 'not-started', 'not-started']);
    expect(work.started).toEqual(['a']);
    expect(clock.timers).toBe(0);
  });
});

describe('runBatch: stopWhen', () => {
  it.each(['fail-fast', 'continue'] as const)('ends the run in mode %s', async (mode) => {
    const work = new DeferredWork<string>();
    const done = runBatch(['a', 'b', 'c', 'd'], work.process, {
      mode,
      concurrency: 2,
      stopWhen: (error) => terminalStopOf(error) !== undefined,
    });
    await settlePromises();
    work.fail('a', new AppError('QUOTA_EXHAUSTED', 'nothing left'));
    const result = await done;
    expect(result.statuses).toEqual(['failed', 'cancelled', 'not-started', 'not-started']);
    expect(result).toMatchObject({
      stoppedBy: 'stop-when',
      stopError: { code: 'QUOTA_EXHAUSTED' },
    });
  });

  it('lets mode continue go on after other errors', async () => {
    const result = await runBatch(['a', 'b'], () => Promise.reject(new Error('once')), {
      mode: 'continue',
      stopWhen: (error) => terminalStopOf(error) !== undefined,
    });
    expect(result.errorCount).toBe(2);
    expect(result.stoppedBy).toBeUndefined();
  });
});

describe('runBatch: signal and drain', () => {
  it.each(['fail-fast', 'continue'] as const)('aborts in mode %s', async (mode) => {
    const controller = new AbortController();
    const work = new DeferredWork<string>();
    const { signal } = controller;
    const done = runBatch(['a', 'b', 'c'], work.process, { mode, concurrency: 2, signal });
    await settlePromises();
    work.finish('a', 'A');
    controller.abort(new Error('the user said so'));
    const result = await done;
    expect(result.statuses).toEqual(['succeeded', 'cancelled', 'not-started']);
    expect(result).toMatchObject({
      stoppedBy: 'abort',
      stopError: { message: 'the user said so' },
      errorCount: 0,
      cancelledCount: 1,
    });
  });

  it('starts nothing when it is aborted beforehand', async () => {
    const signal = AbortSignal.abort();
    const result = await runBatch(['a', 'b'], (item) => item, { signal });
    expect(result).toMatchObject({ notStartedCount: 2, stoppedBy: 'abort', total: 2 });
  });

  it('drains: starts nothing new and lets what is in flight end as it would', async () => {
    const controller = new AbortController();
    const work = new DeferredWork<string>();
    const drain = controller.signal;
    const done = runBatch(['a', 'b', 'c', 'd'], work.process, {
      concurrency: 2,
      drain,
      mode: 'continue',
    });
    await settlePromises();
    controller.abort();
    work.fail('a', new Error('of its own'));
    await settlePromises();
    expect(work.open).toEqual(['b']);
    work.finish('b', 'B');
    const result = await done;
    expect(result.statuses).toEqual(['failed', 'succeeded', 'not-started', 'not-started']);
    expect(result.stoppedBy).toBe('drain');
  });

  it('lets an item go on with its retries while it drains', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const busy = new AppError('RATE_LIMITED', 'busy', { retryable: true, retryAfterMs: 5000 });
    const done = runBatch(
      ['a', 'b'],
      (_item, { attempt }) => (attempt === 1 ? Promise.reject(busy) : Promise.resolve(attempt)),
      { clock, retry: {}, drain: controller.signal },
    );
    await settlePromises();
    controller.abort();
    await clock.advance(5000);
    expect((await done).results).toEqual([2, undefined]);
  });

  it('can be aborted while it drains', async () => {
    const draining = new AbortController();
    const aborting = new AbortController();
    const work = new DeferredWork<string>();
    const done = runBatch(['a', 'b'], work.process, {
      drain: draining.signal,
      signal: aborting.signal,
    });
    await settlePromises();
    draining.abort();
    await settlePromises();
    expect(work.open).toEqual(['a']);
    aborting.abort();
    const result = await done;
    expect(result.statuses).toEqual(['cancelled', 'not-started']);
    expect(result.stoppedBy).toBe('drain');
  });

  it('lets go of the signals at the end', async () => {
    const { signal } = new AbortController();
    const listening = () => getEventListeners(signal, 'abort').length;
    const result = await runBatch(['a'], listening, { signal, drain: signal });
    expect(result.results).toEqual([2]);
    expect(listening()).toBe(0);
  });
});
