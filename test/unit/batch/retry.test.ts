import { describe, expect, it } from 'vitest';
import { retry, type RetryEvent } from '../../../src/batch/retry.ts';
import { AppError } from '../../../src/core/errors.ts';
import { failureOf } from './failure-of.ts';
import { ManualClock } from './manual-clock.ts';

const busy = (retryAfterMs?: number) =>
  new AppError('PROVIDER_UNAVAILABLE', 'busy', {
    retryable: true,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });

/** Fails until the given attempt, and notes when each attempt was made. */
function failUntil(attempt: number, clock: ManualClock, error: () => unknown = () => busy()) {
  const times: number[] = [];
  const run = (context: { attempt: number }) => {
    times.push(clock.now());
    if (context.attempt < attempt) throw error();
    return `done at ${context.attempt}`;
  };
  return { times, run };
}

describe('retry', () => {
  it('returns the first success and makes no further attempt', async () => {
    const clock = new ManualClock();
    const { times, run } = failUntil(1, clock);
    await expect(retry(run, { clock })).resolves.toBe('done at 1');
    expect(times).toEqual([0]);
    expect(clock.timers).toBe(0);
  });

  it('doubles the delay with each attempt up to the longest', async () => {
    const clock = new ManualClock();
    const { times, run } = failUntil(6, clock);
    const options = {
      clock,
      attempts: 6,
      baseDelayMs: 100,
      maxDelayMs: 500,
      jitter: 'none',
    } as const;
    const done = retry(run, options);
    await clock.advance(10_000);
    await expect(done).resolves.toBe('done at 6');
    expect(times).toEqual([0, 100, 300, 700, 1200, 1700]);
  });

  it.each([
    ['half', 0, 50],
    ['half', 0.5, 75],
    ['full', 0, 0],
    ['full', 0.5, 50],
    ['none', 0.5, 100],
  ] as const)(
    'spreads the delay with jitter %s at random %d to %d',
    async (jitter, random, delay) => {
      const clock = new ManualClock();
      const { run } = failUntil(2, clock);
      const events: RetryEvent[] = [];
      const onRetry = (event: RetryEvent) => events.push(event);
      const done = retry(run, { clock, baseDelayMs: 100, jitter, random: () => random, onRetry });
      await clock.advance(1000);
      await done;
      expect(events).toEqual([{ attempt: 1, delayMs: delay, error: expect.any(AppError) }]);
    },
  );

  it('gives up after the last attempt with the last error', async () => {
    const clock = new ManualClock();
    const { times, run } = failUntil(99, clock, () => busy(10));
    const done = retry(run, { clock, attempts: 3 });
    const outcome = failureOf(done);
    await clock.advance(1000);
    expect(await outcome).toMatchObject({ message: 'busy' });
    expect(times).toEqual([0, 10, 20]);
  });

  it('does not repeat an error that is not retryable', async () => {
    const clock = new ManualClock();
    const { times, run } = failUntil(99, clock, () => new Error('broken'));
    await expect(retry(run, { clock })).rejects.toThrow('broken');
    expect(times).toHaveLength(1);
  });

  it('asks shouldRetry and retryAfterMs where they are given', async () => {
    const clock = new ManualClock();
    const { times, run } = failUntil(2, clock, () => new Error('broken'));
    const done = retry(run, { clock, shouldRetry: () => true, retryAfterMs: () => 1234 });
    await clock.advance(2000);
    await expect(done).resolves.toBe('done at 2');
    expect(times).toEqual([0, 1234]);
  });

  it('lets the delay that was asked for win over the backoff, shorter or longer', async () => {
    const clock = new ManualClock();
    const asked = [5, 45_000];
    const { times, run } = failUntil(3, clock, () => busy(asked.shift()));
    const done = retry(run, { clock, baseDelayMs: 1000, maxDelayMs: 2000 });
    await clock.advance(60_000);
    await done;
    expect(times).toEqual([0, 5, 45_005]);
  });

  it('fails at once with the last error when the delay would pass the time limit', async () => {
    const clock = new ManualClock();
    const { times, run } = failUntil(99, clock, () => busy(60));
    const done = retry(run, { clock, maxElapsedMs: 100 });
    const outcome = failureOf(done);
    await clock.advance(60);
    expect(await outcome).toMatchObject({ message: 'busy' });
    expect(times).toEqual([0, 60]);
    expect(clock.timers).toBe(0);
  });

  it('does not wait for a delay that is not a number', async () => {
    const { run } = failUntil(99, new ManualClock());
    await expect(retry(run, { retryAfterMs: () => Number.NaN })).rejects.toThrow('busy');
  });

  it('ends the wait at once when aborted, and leaves no timer behind', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const { times, run } = failUntil(99, clock, () => busy(50_000));
    const done = retry(run, { clock, signal: controller.signal });
    const outcome = failureOf(done);
    await clock.advance(10);
    expect(clock.timers).toBe(1);
    controller.abort(new Error('no more'));
    expect(await outcome).toMatchObject({ message: 'no more' });
    expect(clock.timers).toBe(0);
    expect(times).toEqual([0]);
  });

  it('makes no attempt when it is aborted beforehand', async () => {
    const { times, run } = failUntil(1, new ManualClock());
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(retry(run, { signal })).rejects.toThrow('too late');
    expect(times).toEqual([]);
  });

  it('does not repeat what fails after the abort, and keeps its error', async () => {
    const controller = new AbortController();
    let attempts = 0;
    const run = () => {
      attempts += 1;
      controller.abort();
      throw busy();
    };
    await expect(retry(run, { signal: controller.signal })).rejects.toThrow('busy');
    expect(attempts).toBe(1);
  });

  it('hands the attempt the signal', async () => {
    const { signal } = new AbortController();
    await expect(retry((context) => context.signal === signal, { signal })).resolves.toBe(true);
  });

  it.each([
    [{ attempts: 0 }, 'attempts'],
    [{ attempts: 1.5 }, 'attempts'],
    [{ baseDelayMs: -1 }, 'baseDelayMs'],
    [{ maxDelayMs: Number.NaN }, 'maxDelayMs'],
    [{ maxElapsedMs: -1 }, 'maxElapsedMs'],
  ])('refuses %o before the first attempt', async (options, name) => {
    const { times, run } = failUntil(1, new ManualClock());
    await expect(retry(run, options)).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining(name),
    });
    expect(times).toEqual([]);
  });
});
