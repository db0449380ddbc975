import { runBatch } from '../batch/run-batch.ts';
import { terminalStopOf, type TerminalStop } from '../core/errors.ts';
import type { ErrorReport, ItemUnit, RunTotals, UnstampedEvent } from '../core/events.ts';
import { reportError } from '../core/report-error.ts';
import type { RunItem } from '../core/run-item.ts';
import type { KeptOutcome, StopReason } from '../core/summary.ts';
import type { ItemScope } from '../pipeline/item-scope.ts';
import type { StepMemory } from '../pipeline/step-memory.ts';
import { mayEnd, notStarted, runItem } from './run-item.ts';
import type { RunSession } from './run-session.ts';
import { STOP_EXIT_CODES } from './stop-exit-codes.ts';
import { sumOutcomes } from './sum-outcomes.ts';

/** Where the fates of items are kept. */
interface ItemKeeper {
  startItem(item: number): void;
  endItem(outcome: KeptOutcome): void;
}

/** Resolves when one more item may begin, with what has to be told when it has ended. */
export type EnterItem = (signal: AbortSignal) => Promise<(succeeded: boolean) => void>;

/** What an item comes to: parts of its outcome, and whatever else its command wants. */
export type ItemResult = Partial<KeptOutcome> & Pick<KeptOutcome, 'files'>;

export interface ItemRun<
  Item extends RunItem = RunItem,
  Result extends ItemResult = ItemResult,
> extends Pick<
  RunSession<Item>,
  'run' | 'command' | 'items' | 'todo' | 'earlier' | 'paid' | 'workedMs'
> {
  /** What the items are; keywords unless said. */
  unit?: ItemUnit | undefined;
  /** Items at a time. */
  lanes: number;
  mode: 'fail-fast' | 'continue';
  /** Ends everything, calls under way included. */
  signal: AbortSignal;
  /** Once aborted nothing new starts; what is under way may end. */
  drain: AbortSignal;
  /** Aborts `drain`. */
  stopStarting: () => void;
  /** Monotonic milliseconds. */
  now: () => number;
  /** Wall clock. */
  today: () => Date;
  emit: (event: UnstampedEvent) => void;
  memory?: StepMemory | undefined;
  keeper?: ItemKeeper | undefined;
  /** Waits for the turn of one more item; without it every lane takes items at once. */
  enter?: EnterItem | undefined;
  process: (scope: ItemScope<Item>) => Promise<Result>;
}

export interface ItemRunResult {
  /** In input order. */
  items: KeptOutcome[];
  totals: RunTotals;
  stoppedBy?: StopReason;
  stopError?: ErrorReport;
  exitCode: number;
}

/** Takes every item through `process`, as many at a time as there are lanes, and tells the fate of each. */
export async function runItems<Item extends RunItem, Result extends ItemResult>(
  run: ItemRun<Item, Result>,
): Promise<ItemRunResult> {
  const startedAt = run.now();
  const outcomes = run.items.map((item) => soFar(item, run));
  const { command, lanes, todo, unit } = run;
  const again = new Set(todo.map(({ index }) => index));
  const standing = outcomes.filter(({ index }) => !again.has(index));
  const counts = {
    total: run.items.length,
    succeeded: standing.filter(({ status }) => status === 'succeeded').length,
    failed: standing.filter(({ status }) => status === 'failed').length,
    cancelled: 0,
  };
  run.emit({
    type: 'run-start',
    command,
    total: todo.length,
    lanes,
    ...(unit === undefined ? {} : { unit }),
    ...(counts.succeeded === 0 ? {} : { done: counts.succeeded }),
  });
  let terminal: { stop: TerminalStop; error: unknown } | undefined;
  await runBatch(
    todo,
    async (item, { lane, signal }) => {
      const leave = await run.enter?.(AbortSignal.any([signal, run.drain]));
      const { outcome, error } = await runItem(run, item, lane, signal, (status) => {
        counts[status] += 1;
        return { ...counts };
      });
      leave?.(error === undefined);
      outcomes[item.index] = outcome;
      if (error === undefined) return;
      const stop = terminalStopOf(error);
      if (stop !== undefined) terminal ??= { stop, error };
      throw mayEnd(error) ? new DOMException('Nothing new may start.', 'AbortError') : error;
    },
    {
      concurrency: run.lanes,
      mode: run.mode,
      priority: (item) => item.priority,
      signal: run.signal,
      drain: run.drain,
      stopWhen: (error) => terminalStopOf(error) === 'storage',
      collect: false,
    },
  );
  const totals = sumOutcomes(outcomes, run.workedMs + run.now() - startedAt);
  // The ledger may break while no item is under way.
  const broken = terminalStopOf(run.signal.reason);
  if (broken !== undefined) terminal ??= { stop: broken, error: run.signal.reason };
  const stoppedBy = terminal?.stop ?? stopReason(run, totals);
  const exitCode = stoppedBy === undefined ? Number(totals.failed > 0) : STOP_EXIT_CODES[stoppedBy];
  run.emit({ type: 'run-end', totals, exitCode });
  return {
    items: outcomes,
    totals,
    exitCode,
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    ...(terminal === undefined ? {} : { stopError: reportError(terminal.error) }),
  };
}

/** What became of an item before; one that was cut off may have cost more than its last end knew. */
function soFar(item: RunItem, run: Pick<ItemRun, 'paid' | 'earlier'>): KeptOutcome {
  const usage = run.paid.get(item.index);
  const before = run.earlier.get(item.index) ?? notStarted(item);
  return usage === undefined ? before : { ...before, usage };
}

/** Why the run ended before its items did; undefined when it did not. */
function stopReason(
  run: Pick<ItemRun, 'signal' | 'drain' | 'mode'>,
  totals: RunTotals,
): StopReason | undefined {
  const isComplete = totals.cancelled + totals.notStarted === 0;
  if ((run.signal.aborted || run.drain.aborted) && !isComplete) return 'interrupt';
  return run.mode === 'fail-fast' && totals.failed > 0 ? 'failure' : undefined;
}
