import type { PriceList } from '../core/price.ts';
import { findUnpriced } from './find-unpriced.ts';
import type { Settings } from './settings.ts';

/** What has to be said about prices once, before a run: one note for each price that is not known. */
export function priceNotes(settings: Settings, prices: PriceList, dryRun: boolean): string[] {
  return findUnpriced(settings, prices, dryRun).map(
    ({ name, setting }) =>
      `The price of ${name} is not known: its calls count as unpriced. Set ${setting} in the configuration.`,
  );
}
