import type { SettingFlags } from '../../config/flag-layer.ts';
import { loadPrices } from '../../config/load-prices.ts';
import { loadSettings, type LoadedSettings, type LoadOptions } from '../../config/load-settings.ts';
import type { PriceList } from '../../core/price.ts';

/** Batches, and pages of each, at a time where nobody said. */
const BATCHES = 5;
const PAGES = 16;

/**
 * The settings of a fetch of works: its failures are collected, and it does more at a time than articles do unless
 * somebody said otherwise.
 * @throws AppError `CONFIG_INVALID`.
 */
export async function loadWorksSettings(
  options: Pick<LoadOptions, 'cwd' | 'snapshot'> & { flags: SettingFlags },
): Promise<{ loaded: LoadedSettings; prices: PriceList }> {
  const { parallel, cache } = options.flags;
  const flags: SettingFlags = {
    parallel,
    cache,
    'fan-out': options.flags['fan-out'],
    'continue-on-error': options.flags['continue-on-error'],
    'fail-fast': options.flags['fail-fast'],
    'research-ttl': options.flags['research-ttl'],
  };
  const loaded = await loadSettings({ ...options, flags, environment: process.env, needs: [] });
  const { settings, origins } = loaded;
  const isUnset = (path: string) => origins.get(path)?.kind === 'default';
  if (isUnset('mode')) settings.mode = 'continue';
  if (isUnset('parallel')) settings.parallel = BATCHES;
  if (isUnset('fanOut')) settings.fanOut = PAGES;
  settings.research = ['openalex'];
  settings.writer = 'extractive';
  settings.embeddings = 'none';
  delete settings.reuseSimilar;
  return { loaded, prices: loadPrices(settings.prices) };
}
