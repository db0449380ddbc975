import { AppError } from '../core/errors.ts';
import { BatchError } from './batch-error.ts';
import {
  checkBatchOptions,
  type BatchOptions,
  type ProcessGroup,
  type ProcessItem,
} from './batch-options.ts';
import { BatchResult } from './batch-result.ts';
import { BatchRun, type GroupCall } from './batch-run.ts';
import { systemClock } from './clock.ts';
import type { ItemSource } from './item-source.ts';
import { openSource } from './open-source.ts';
import { runLanes } from './run-lanes.ts';
import { toError } from './to-error.ts';

/**
 * Runs `process` over the items in lanes without a barrier and tells the fate of each. The failure of an item
 * is part of the result, never thrown.
 * @throws AppError `USAGE` for options that are wrong; nothing has started then.
 * @throws BatchError when the items, `onSettled` or `stopWhen` throw; it holds the result until then.
 */
export function runBatch<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  process: ProcessGroup<T, R>,
  options: BatchOptions<T, R> & { batchSize: number },
): Promise<BatchResult<T, R>>;
export function runBatch<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  process: ProcessItem<T, R>,
  options?: BatchOptions<T, R> & { batchSize?: never },
): Promise<BatchResult<T, R>>;
export async function runBatch<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  process: ProcessGroup<T, R> | ProcessItem<T, R>,
  options: BatchOptions<T, R> = {},
): Promise<BatchResult<T, R>> {
  checkBatchOptions(options);
  const { batchSize, concurrency = 1, clock = systemClock } = options;
  const source = openSource(items, batchSize ?? 1, options.priority);
  const groupCall =
    batchSize === undefined
      ? callEach(process as ProcessItem<T, R>)
      : callGroups(process as ProcessGroup<T, R>);
  const run = new BatchRun(groupCall, options, clock, source.known);

  const unlink = linkSignals(run, source, options);
  const { emitter, control } = run;
  emitter.emit({ type: 'run-start', at: 0, total: source.known?.length, concurrency });
  await runLanes(source, (group, lane) => run.work(group, lane), {
    concurrency,
    control,
    clock,
    onSourceError: (error) =>
      run.break(
        'INPUT_INVALID',
        `The items threw after ${run.recorder.counts.total} of them`,
        error,
      ),
  });
  unlink();
  await closeSource(run, source);
  return finish(run, source);
}

function callEach<T, R>(process: ProcessItem<T, R>): GroupCall<T, R> {
  return {
    call({ items, indexes }, { lane, signal, attempt }) {
      return process(items[0] as T, { index: indexes[0] as number, lane, signal, attempt });
    },
    read: (answer) => [{ result: answer as R }],
  };
}

function callGroups<T, R>(process: ProcessGroup<T, R>): GroupCall<T, R> {
  return {
    call: (group, context) => process(group.items, context),
    read(answer, { items }) {
      if (Array.isArray(answer) && answer.length === items.length) {
        return answer.map((entry) =>
          entry instanceof Error ? { error: entry } : { result: entry },
        );
      }
      const got = Array.isArray(answer) ? `${answer.length}` : `no array but ${typeof answer}`;
      throw new AppError(
        'ANSWER_INVALID',
        `process was given ${items.length} items and must return as many results, but it returned ${got}.`,
        { suggestions: ['Return an Error in the place of an item that has no result.'] },
      );
    },
  };
}

/** Lets `signal` and `drain` stop the run, and any stop end the waiting for items. */
function linkSignals<T, R>(
  { control }: BatchRun<T, R>,
  source: ItemSource<T>,
  { signal, drain }: BatchOptions<T, R>,
): () => void {
  const onAbort = () => control.abort('abort', signal?.reason, signal?.reason);
  const onDrain = () => control.drain('drain');
  control.starting.addEventListener('abort', () => source.stop(), { once: true });
  signal?.addEventListener('abort', onAbort, { once: true });
  drain?.addEventListener('abort', onDrain, { once: true });
  if (signal?.aborted) onAbort();
  if (drain?.aborted) onDrain();
  return () => {
    signal?.removeEventListener('abort', onAbort);
    drain?.removeEventListener('abort', onDrain);
  };
}

async function closeSource<T, R>(run: BatchRun<T, R>, source: ItemSource<T>): Promise<void> {
  try {
    const leftOver = await source.close();
    if (leftOver) run.recorder.see(leftOver);
  } catch (error) {
    run.break('INPUT_INVALID', 'The items could not be closed', error);
  }
}

function finish<T, R>(run: BatchRun<T, R>, source: ItemSource<T>): BatchResult<T, R> {
  const { control, recorder, emitter, breakage, elapsed } = run;
  const stoppedBy = control.reason;
  emitter.emit({ type: 'run-end', at: elapsed, counts: recorder.counts, stoppedBy });
  const result = new BatchResult<T, R>({
    ...recorder.record,
    complete: source.known !== undefined || source.exhausted,
    milliseconds: elapsed,
    stoppedBy,
    stopError: control.error === undefined ? undefined : toError(control.error),
    listenerError: emitter.firstError,
  });
  if (breakage) throw new BatchError(breakage.code, breakage.message, breakage.error, result);
  return result;
}
