import type { Usage } from '../core/usage.ts';
import { formatNumberOf } from './format-count.ts';

const CENTS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** US dollars: cents from one cent on, four places below it, so that a small price is not shown as none. */
export function formatMoney(dollars: number): string {
  if (dollars >= 0.01 || dollars <= 0) return CENTS.format(dollars);
  return dollars < 0.0001 ? '<$0.0001' : `$${dollars.toFixed(4)}`;
}

/** The cost of what was consumed; calls without a known price are named, because their cost is not zero. */
export function formatCost(usage: Usage): string {
  if (usage.unpricedCalls === 0) return formatMoney(usage.costUsd);
  const unpriced = `unknown for ${formatNumberOf(usage.unpricedCalls, 'unpriced call')}`;
  return usage.costUsd > 0 ? `${formatMoney(usage.costUsd)}, ${unpriced}` : unpriced;
}

/** The same in few columns: `$0.12`, `$0.12 + unpriced`, `unpriced`. */
export function formatShortCost(usage: Usage): string {
  if (usage.unpricedCalls === 0) return formatMoney(usage.costUsd);
  return usage.costUsd > 0 ? `${formatMoney(usage.costUsd)} + unpriced` : 'unpriced';
}
