import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { finishStarted } from '../../../src/batch/finish-started.ts';
import { settlePromises } from './manual-clock.ts';

/** Jobs that a test ends by hand. */
function openJobs(count: number) {
  const ends = Array.from({ length: count }, () => Promise.withResolvers<string>());
  const signals: AbortSignal[] = [];
  const jobs = ends.map(({ promise }) => (signal: AbortSignal) => {
    signals.push(signal);
    return promise;
  });
  return { ends, signals, jobs };
}

const never = new AbortController().signal;

describe('finishStarted', () => {
  it('gives the results in order, so many jobs at a time', async () => {
    const { ends, signals, jobs } = openJobs(3);
    const done = finishStarted(jobs, { concurrency: 2, signal: never });
    await settlePromises();
    expect(signals).toHaveLength(2);
    for (const index of [1, 0, 2]) ends[index]?.resolve(`result ${index}`);
    await expect(done).resolves.toEqual(['result 0', 'result 1', 'result 2']);
  });

  it.each([
    ['an interrupt', new DOMException('Interrupted.', 'AbortError')],
    ['the end of the budget', new AppError('BUDGET_EXHAUSTED', 'No money is left.')],
  ])('lets jobs under way end when %s keeps another from starting', async (_title, error) => {
    const { ends, signals, jobs } = openJobs(4);
    const done = finishStarted(jobs, { concurrency: 2, signal: never });
    let isSettled = false;
    done.catch(() => (isSettled = true));
    ends[0]?.reject(error);
    await settlePromises();
    expect(signals).toHaveLength(2);
    expect(signals[1]?.aborted).toBe(false);
    expect(isSettled).toBe(false);
    ends[1]?.resolve('paid for');
    await expect(done).rejects.toBe(error);
  });

  it('aborts jobs under way after any other failure, and tells that one', async () => {
    const { ends, signals, jobs } = openJobs(3);
    const done = finishStarted(jobs, { concurrency: 2, signal: never });
    const error = new AppError('REQUEST_REJECTED', 'The query is too long.');
    ends[0]?.reject(error);
    signals[1]?.addEventListener('abort', () => ends[1]?.reject(signals[1]?.reason));
    await expect(done).rejects.toBe(error);
    expect(signals).toHaveLength(2);
  });

  it('rejects with the reason of its signal', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stop it'));
    const { jobs, signals } = openJobs(1);
    await expect(
      finishStarted(jobs, { concurrency: 1, signal: controller.signal }),
    ).rejects.toThrow('stop it');
    expect(signals).toEqual([]);
  });
});
