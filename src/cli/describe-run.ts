import { formatMoney } from '../core/format-money.ts';
import type { RunSummary } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';
import { formatCount, formatNumberOf } from './format-count.ts';
import { formatDuration } from './format-duration.ts';
import { formatCost } from './format-money.ts';
import { runWords, type RunWords } from './run-words.ts';
import { terminalText } from './terminal-text.ts';

const STOPS = {
  failure: 'Stopped at the first failure',
  interrupt: 'Interrupted',
  'credentials-or-quota': 'Stopped, because a key or a quota let no further call through',
  budget: 'Stopped at the budget',
  storage: 'Stopped, because nothing more could be written',
} satisfies Record<NonNullable<RunSummary['stoppedBy']>, string>;

/** What one item comes to: `article`, or the dossier alone. */
function resultWords({ command, dryRun }: RunSummary): RunWords['result'] {
  const { result } = runWords(command);
  return result && dryRun ? { ...result, noun: 'dossier' } : result;
}

/** `2 of 3 articles written`, or `2 successful` where results have no name of their own. */
function describeSuccess(summary: RunSummary): string {
  const { total, succeeded } = summary.totals;
  const words = resultWords(summary);
  if (words === undefined) return `${formatCount(succeeded)} successful`;
  const all = `${formatNumberOf(total, words.noun)} ${words.done}`;
  return succeeded === total ? all : `${formatCount(succeeded)} of ${all}`;
}

/** The result in one sentence: `2 of 3 articles written in 12s, 1 failed`, `98 successful, 2 failed in 12s`. */
export function describeResult(summary: RunSummary): string {
  const { failed, cancelled, notStarted, milliseconds } = summary.totals;
  const { unchanged = 0, removed = 0 } = summary.library ?? {};
  const took = `in ${formatDuration(milliseconds)}`;
  const isNamed = resultWords(summary) !== undefined;
  const others = [
    ...(failed > 0 && isNamed ? [`${formatCount(failed)} failed`] : []),
    ...(cancelled > 0 ? [`${formatCount(cancelled)} cancelled`] : []),
    ...(notStarted > 0 ? [`${formatCount(notStarted)} not started`] : []),
    ...(unchanged > 0 ? [`${formatCount(unchanged)} unchanged`] : []),
    ...(removed > 0 ? [`${formatCount(removed)} dropped`] : []),
  ];
  const success = describeSuccess(summary);
  // Without a name, successes and failures are told side by side, always both.
  const ended = isNamed ? success : `${success}, ${formatCount(failed)} failed`;
  return [`${ended} ${took}`, ...others].join(', ');
}

/** Why the run ended early, for runs that did. */
export function describeStop(summary: RunSummary): string | undefined {
  return summary.stoppedBy === undefined ? undefined : STOPS[summary.stoppedBy];
}

/** What the run consumed and what it did not have to, one figure an entry. */
export function describeUsage(summary: RunSummary): string[] {
  const { usage, saved } = summary.totals;
  const limit =
    summary.maxCostUsd === undefined ? '' : ` of at most ${formatMoney(summary.maxCostUsd)}`;
  const cached =
    usage.cachedInputTokens > 0
      ? ` (${formatCount(usage.cachedInputTokens)} from the prompt cache)`
      : '';
  const tokens = `${formatCount(usage.inputTokens)} tokens in${cached}, ${formatCount(usage.outputTokens)} out`;
  return [
    formatNumberOf(usage.calls, 'call'),
    ...(usage.inputTokens + usage.outputTokens > 0 ? [tokens] : ['no tokens']),
    ...(usage.credits > 0 ? [formatNumberOf(usage.credits, 'search credit')] : []),
    `cost ${formatCost(usage)}${limit}`,
    ...describeSaving(saved),
  ];
}

/** What answers and dossiers that were kept from earlier would have consumed. */
function describeSaving(saved: Usage): string[] {
  const parts = [
    ...(saved.calls > 0 ? [formatNumberOf(saved.calls, 'call')] : []),
    ...(saved.credits > 0 ? [formatNumberOf(saved.credits, 'search credit')] : []),
    ...(saved.costUsd > 0 ? [formatMoney(saved.costUsd)] : []),
  ];
  return parts.length === 0 ? [] : [`saved ${parts.join(', ')} by answers kept from earlier`];
}

/** What writing the articles of a dry run would take. */
export function describeEstimate(summary: RunSummary): string | undefined {
  const { estimate } = summary;
  if (estimate === undefined) return undefined;
  if (estimate.calls === 0) return 'The articles would take no further call and cost nothing.';
  const model =
    estimate.model === undefined ? 'the model' : terminalText(estimate.model, { limit: 80 });
  const price =
    estimate.costUsd === undefined
      ? `the price of ${model} is not known (unpriced)`
      : `about ${formatMoney(estimate.costUsd)} with ${model}`;
  const calls = formatNumberOf(estimate.calls, 'writer call');
  const tokens = `about ${formatCount(estimate.inputTokens)} tokens in and ${formatCount(estimate.outputTokens)} out`;
  return `The articles would take ${calls}, ${tokens}; ${price}.`;
}
