import { loadSettings, type LoadedSettings } from '../config/load-settings.ts';
import { AppError } from '../core/errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { ledgerPath } from '../run/ledger-path.ts';

/**
 * Works on the ledger of the current folder, and closes it whatever happens. `nothingYet` answers where no run has been
 * recorded; without it that is an error.
 * @throws AppError `RUN_UNKNOWN`, `LEDGER_UNUSABLE` or `LEDGER_DAMAGED`.
 */
export async function withLedger<T>(
  work: (ledger: Ledger, loaded: LoadedSettings) => Promise<T>,
  nothingYet?: () => T,
): Promise<T> {
  // Nothing here is spent, so no key is needed.
  const loaded = await loadSettings({ cwd: process.cwd(), environment: process.env, needs: [] });
  let ledger: Ledger;
  try {
    ledger = await openLedger(ledgerPath(loaded), { create: false });
  } catch (error) {
    const isMissing = error instanceof AppError && error.code === 'RUN_UNKNOWN';
    if (isMissing && nothingYet !== undefined) return nothingYet();
    throw error;
  }
  try {
    return await work(ledger, loaded);
  } finally {
    await ledger.close();
  }
}
