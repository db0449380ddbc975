import { runBatch } from '../batch/run-batch.ts';
import { stopsRun } from '../core/errors.ts';
import type { RunTotals, UnstampedEvent } from '../core/events.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { ItemOutcome, StopReason } from '../core/summary.ts';
import { addUsage, NO_USAGE } from '../core/usage.ts';
import type { ArticleResult } from '../pipeline/article.ts';
import type { ItemScope } from '../pipeline/item-scope.ts';
import type { WriteEstimate } from '../writing/article-writer.ts';
import { notStarted, runItem } from './run-item.ts';

export interface KeywordRun {
  run: string;
  command: string;
  items: readonly PlannedItem[];
  /** Keywords at a time. */
  lanes: number;
  mode: 'fail-fast' | 'continue';
  /** Ends everything, calls under way included. */
  signal: AbortSignal;
  /** Once aborted nothing new starts; what is under way may end. */
  drain: AbortSignal;
  /** Monotonic milliseconds. */
  now: () => number;
  emit: (event: UnstampedEvent) => void;
  process: (scope: ItemScope) => Promise<ArticleResult>;
}

export interface KeywordRunResult {
  /** In input order. */
  items: ItemOutcome[];
  totals: RunTotals;
  stoppedBy?: StopReason;
  /** What the writing would consume, when the run made dossiers only. */
  estimate: WriteEstimate;
  exitCode: number;
}

/** Takes every keyword through `process`, as many at a time as there are lanes, and tells the fate of each. */
export async function runKeywords(run: KeywordRun): Promise<KeywordRunResult> {
  const startedAt = run.now();
  const outcomes = run.items.map(notStarted);
  const estimate: WriteEstimate = { calls: 0, inputTokens: 0, outputTokens: 0 };
  run.emit({ type: 'run-start', command: run.command, total: run.items.length, lanes: run.lanes });
  let isTerminal = false;
  await runBatch(
    run.items,
    async (item, { lane, signal }) => {
      const { outcome, error, writing } = await runItem(run, item, lane, signal);
      outcomes[item.index] = outcome;
      estimate.calls += writing?.calls ?? 0;
      estimate.inputTokens += writing?.inputTokens ?? 0;
      estimate.outputTokens += writing?.outputTokens ?? 0;
      isTerminal ||= stopsRun(error);
      if (error !== undefined) throw error;
    },
    {
      concurrency: run.lanes,
      mode: run.mode,
      priority: (item) => item.priority,
      signal: run.signal,
      drain: run.drain,
      stopWhen: stopsRun,
      collect: false,
    },
  );
  const totals = totalsOf(outcomes, run.now() - startedAt);
  const stoppedBy = stopReason(run, totals, isTerminal);
  const exitCode = stoppedBy === undefined ? Number(totals.failed > 0) : EXIT_CODES[stoppedBy];
  run.emit({ type: 'run-end', totals, exitCode });
  return { items: outcomes, totals, estimate, exitCode, ...(stoppedBy ? { stoppedBy } : {}) };
}

const EXIT_CODES = {
  failure: 1,
  storage: 1,
  'credentials-or-quota': 3,
  budget: 3,
  interrupt: 130,
} satisfies Record<StopReason, number>;

/** Why the run ended before its items did; undefined when it did not. */
function stopReason(
  run: KeywordRun,
  totals: RunTotals,
  isTerminal: boolean,
): StopReason | undefined {
  const isComplete = totals.cancelled + totals.notStarted === 0;
  if (isTerminal) return 'credentials-or-quota';
  if ((run.signal.aborted || run.drain.aborted) && !isComplete) return 'interrupt';
  return run.mode === 'fail-fast' && totals.failed > 0 ? 'failure' : undefined;
}

function totalsOf(outcomes: readonly ItemOutcome[], milliseconds: number): RunTotals {
  const count = (status: ItemOutcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  return {
    total: outcomes.length,
    succeeded: count('succeeded'),
    failed: count('failed'),
    cancelled: count('cancelled'),
    notStarted: count('not-started'),
    milliseconds,
    usage: outcomes.reduce((sum, outcome) => addUsage(sum, outcome.usage), NO_USAGE),
    saved: outcomes.reduce((sum, outcome) => addUsage(sum, outcome.saved), NO_USAGE),
  };
}
