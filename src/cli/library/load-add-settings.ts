import { checkBudget } from '../../config/check-budget.ts';
import type { SettingFlags } from '../../config/flag-layer.ts';
import { loadPrices } from '../../config/load-prices.ts';
import { loadSettings, type LoadedSettings, type LoadOptions } from '../../config/load-settings.ts';
import type { PriceList } from '../../core/price.ts';

/** Documents at a time where nobody said: enough for large requests, and for reading while others are embedded. */
const DOCUMENTS = 16;

/**
 * The settings of adding documents. What nobody has set is another default here than for articles: failures are
 * collected, and many items are worked on at a time.
 * @throws AppError `CONFIG_INVALID` for settings that cannot work, a missing key or a budget that cannot be kept.
 */
export async function loadAddSettings(
  options: Pick<LoadOptions, 'cwd' | 'snapshot'> & { flags: SettingFlags },
): Promise<{ loaded: LoadedSettings; prices: PriceList }> {
  const loaded = await loadSettings({
    ...options,
    environment: process.env,
    needs: ['embedding'],
  });
  const { settings, origins } = loaded;
  const isUnset = (path: string) => origins.get(path)?.kind === 'default';
  if (isUnset('mode')) settings.mode = 'continue';
  if (isUnset('parallel')) settings.parallel = DOCUMENTS;
  const prices = loadPrices(settings.prices);
  // Nothing is searched or written: what a budget has to know the price of is the model of the vectors.
  settings.research = ['library'];
  settings.writer = 'extractive';
  checkBudget(settings, prices, false);
  return { loaded, prices };
}
