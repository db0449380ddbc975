import { runBatch } from './run-batch.ts';
import { isAbortError, terminalStopOf } from '../core/errors.ts';

/**
 * The results of all jobs, in order. After the first failure no job starts any more, and those under way are aborted;
 * unless a job failed only because nothing new may start: then they may end, because they are paid for. The promise
 * settles when nothing is under way.
 * @throws what failed first, or the signal's reason, which aborts all jobs.
 */
export async function finishStarted<R>(
  jobs: readonly ((signal: AbortSignal) => Promise<R>)[],
  { concurrency, signal }: { concurrency: number; signal: AbortSignal },
): Promise<R[]> {
  const stop = new AbortController();
  const result = await runBatch(
    jobs,
    async (job, context) => {
      try {
        return await job(context.signal);
      } catch (error) {
        stop.abort(error);
        throw error;
      }
    },
    {
      concurrency,
      mode: 'continue',
      signal,
      drain: stop.signal,
      stopWhen: (error) => !isAbortError(error) && terminalStopOf(error) !== 'budget',
    },
  );
  if (result.allSucceeded) return result.results as R[];
  throw stop.signal.aborted ? stop.signal.reason : signal.reason;
}
