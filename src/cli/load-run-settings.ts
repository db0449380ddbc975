import { checkBudget } from '../config/check-budget.ts';
import { loadPrices } from '../config/load-prices.ts';
import { loadSettings, type LoadedSettings, type LoadOptions } from '../config/load-settings.ts';
import { sourceDate } from '../config/source-date.ts';
import type { PriceList } from '../core/price.ts';

export interface RunSettings {
  loaded: LoadedSettings;
  prices: PriceList;
  /** The date that files shall tell, where the environment names one. */
  dateOfFiles: Date | undefined;
}

/**
 * All that a session of a run needs of flags, environment and configuration. Nothing is spent or written.
 * @throws AppError `CONFIG_INVALID` for settings that cannot work, a missing key or a budget that cannot be kept.
 */
export async function loadRunSettings(
  options: Pick<LoadOptions, 'cwd' | 'flags' | 'snapshot'> & { dryRun: boolean },
): Promise<RunSettings> {
  const { dryRun, ...place } = options;
  const loaded = await loadSettings({
    ...place,
    environment: process.env,
    needs: dryRun ? ['research'] : ['research', 'writing', 'publishing'],
  });
  const { settings } = loaded;
  const dateOfFiles = sourceDate(process.env);
  const prices = loadPrices(settings.prices);
  checkBudget(settings, prices, dryRun);
  return { loaded, prices, dateOfFiles };
}
