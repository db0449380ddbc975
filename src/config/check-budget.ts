import { AppError } from '../core/errors.ts';
import { formatMoney } from '../core/format-money.ts';
import type { PriceList } from '../core/price.ts';
import { findUnpriced, type Unpriced } from './find-unpriced.ts';
import type { Settings } from './settings.ts';

/**
 * Looks whether a limit on the cost can be kept at all.
 * @throws AppError `CONFIG_INVALID` when there is one and something in use has no known price.
 */
export function checkBudget(settings: Settings, prices: PriceList, dryRun: boolean): void {
  if (settings.maxCostUsd === undefined) return;
  const unpriced = findUnpriced(settings, prices, dryRun);
  if (unpriced.length === 0) return;
  const names = unpriced.map(({ name }) => name).join(' and ');
  throw new AppError(
    'CONFIG_INVALID',
    `A limit of ${formatMoney(settings.maxCostUsd)} cannot be kept, because the price of ${names} is not known.`,
    {
      suggestions: [
        ...unpriced.map(remedy),
        'Or run without a limit: leave out --max-cost and maxCostUsd.',
      ],
    },
  );
}

function remedy({ name, setting }: Unpriced): string {
  const quoted = JSON.stringify(name);
  return setting === 'prices.models'
    ? `Set its price in dollars per million tokens in the configuration, 0 for a server of your own: prices: { models: { ${quoted}: { input: 1, output: 4 } } }`
    : `Set its price in dollars per credit in the configuration: prices: { credits: { ${quoted}: 0.01 } }`;
}
