import { formatMoney } from '../core/format-money.ts';
import type { Usage } from '../core/usage.ts';
import { formatNumberOf } from './format-count.ts';

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
