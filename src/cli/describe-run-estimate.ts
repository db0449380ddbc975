import { formatMoney } from '../core/format-money.ts';
import type { RunEstimate } from '../run/estimate-run.ts';
import { formatCount, formatNumberOf } from './format-count.ts';
import { formatDuration } from './format-duration.ts';
import { terminalText } from './terminal-text.ts';

/** Shorter times are not worth a word. */
const SHORT_MS = 10_000;

/**
 * What a run will probably take, in one sentence, and whether its budget may end it; one line an entry. Nothing for
 * runs that call nobody.
 */
export function describeRunEstimate(estimate: RunEstimate): string[] {
  const { searches, pages, credits, writerCalls, inputTokens, outputTokens } = estimate;
  const bound = estimate.isBound === true && credits > 0 ? 'at most ' : '';
  const tokens = inputTokens + outputTokens;
  const parts = [
    ...(searches > 0 ? [`${bound}${formatNumberOf(searches, 'search')}`] : []),
    ...(pages > 0 ? [formatNumberOf(pages, 'web page')] : []),
    ...(credits > 0 ? [`${searches > 0 ? '' : bound}${formatNumberOf(credits, 'credit')}`] : []),
    ...(writerCalls > 0 ? [formatNumberOf(writerCalls, 'writer call')] : []),
    ...(tokens > 0 ? [`about ${formatCount(rounded(tokens))} tokens`] : []),
  ];
  if (parts.length === 0) return [];
  const time = estimate.leastMilliseconds;
  const least = time < SHORT_MS ? '' : `, and at least ${formatDuration(time)} at the known limits`;
  return [
    `Estimate: ${parts.join(', ')}; ${describeCost(estimate)}${least}.`,
    ...budgetNote(estimate),
  ];
}

function describeCost({ pricedUsd, unpriced }: RunEstimate): string {
  const names = unpriced.map(({ name }) => terminalText(name, { limit: 80 })).join(' and ');
  const unknown = `the price of ${names} is not known`;
  if (unpriced.length === 0)
    return pricedUsd === 0 ? 'at no cost' : `about ${formatMoney(pricedUsd)}`;
  return pricedUsd === 0
    ? unknown
    : `${unknown}, that of the rest is about ${formatMoney(pricedUsd)}`;
}

function budgetNote({ budgetLeftUsd, pricedUsd }: RunEstimate): string[] {
  if (budgetLeftUsd === undefined || budgetLeftUsd >= pricedUsd) return [];
  return [
    `Only ${formatMoney(budgetLeftUsd)} may be spent: the run may stop at the budget. It can be resumed with a higher --max-cost.`,
  ];
}

/** Two digits that count: an estimate is no more exact than that. */
function rounded(count: number): number {
  return Number(count.toPrecision(2));
}
