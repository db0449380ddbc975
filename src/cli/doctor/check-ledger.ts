import type { LoadedSettings } from '../../config/load-settings.ts';
import { AppError } from '../../core/errors.ts';
import { MIGRATIONS } from '../../ledger/migrations/migrations.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import type { StoredLimits } from '../../ledger/records.ts';
import { ledgerPath } from '../../run/ledger-path.ts';
import { formatBytes } from '../cache/format-bytes.ts';
import { formatNumberOf } from '../format-count.ts';
import { runCheck, type Check } from './check.ts';

export interface LedgerFinding {
  check: Check;
  /** What providers said about their limits, last; empty where nothing is known. */
  limits: readonly StoredLimits[];
}

/** Whether what earlier runs have recorded can be read; makes no ledger where there is none. */
export async function checkLedger(loaded: LoadedSettings): Promise<LedgerFinding> {
  const path = ledgerPath(loaded);
  let limits: readonly StoredLimits[] = [];
  const check = await runCheck('Ledger', async () => {
    const ledger = await openLedger(path, { create: false }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'RUN_UNKNOWN') return undefined;
      throw error;
    });
    if (ledger === undefined)
      return { status: 'skipped', message: `${path}, made by the first run` };
    try {
      const runs = await ledger.listRuns();
      const { fileBytes } = await ledger.cacheStats();
      limits = await ledger.readLimits();
      const version = `version ${MIGRATIONS.length}`;
      return {
        status: 'ok',
        message: `${path}: ${formatNumberOf(runs.length, 'run')}, ${formatBytes(fileBytes)}, ${version}`,
      };
    } finally {
      await ledger.close();
    }
  });
  return { check, limits };
}
