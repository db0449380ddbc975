import type { RunTotals } from '../core/events.ts';
import type { ItemOutcome, WritingEstimate } from '../core/summary.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';

/** The closing figures of a run. */
export function sumOutcomes(outcomes: readonly ItemOutcome[], milliseconds: number): RunTotals {
  const count = (status: ItemOutcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const sum = (usageOf: (outcome: ItemOutcome) => Usage) =>
    outcomes.reduce((total, outcome) => addUsage(total, usageOf(outcome)), NO_USAGE);
  return {
    total: outcomes.length,
    succeeded: count('succeeded'),
    failed: count('failed'),
    cancelled: count('cancelled'),
    notStarted: count('not-started'),
    milliseconds,
    usage: sum(({ usage }) => usage),
    saved: sum(({ saved }) => saved),
  };
}

/** What the writing of all articles would consume. */
export function sumWriting(outcomes: readonly ItemOutcome[]): WritingEstimate {
  const sum: WritingEstimate = { calls: 0, inputTokens: 0, outputTokens: 0 };
  for (const { writing } of outcomes) {
    sum.calls += writing?.calls ?? 0;
    sum.inputTokens += writing?.inputTokens ?? 0;
    sum.outputTokens += writing?.outputTokens ?? 0;
  }
  return sum;
}
