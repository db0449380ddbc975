import type { RunItem } from '../core/run-item.ts';
import { takeRunLock } from './claim-run.ts';
import { ledgerUnusable } from './ledger-error.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { RunClaim } from './ledger.ts';
import { packJson } from './pack-json.ts';
import type { NewRun } from './records.ts';
import { isRunName } from './run-name.ts';
import { newItemRow } from './tables/item-table.ts';
import { newRunRow } from './tables/run-table.ts';

/** Stores a new run with all its items, in one transaction, and claims it. */
export async function createRun(
  store: LedgerStore,
  run: NewRun,
  items: readonly RunItem[],
): Promise<RunClaim> {
  const name = run.run;
  if (!isRunName(name)) throw new TypeError(`Not a name for a run: ${JSON.stringify(name)}`);
  const session = packJson({ settings: run.settings, changes: [] });
  const row = newRunRow(run, items.length, session, process.pid);
  const itemRows = items.map((item) => newItemRow(name, item));
  const claim = await takeRunLock(store, name);
  try {
    const known = await store.read(['run'], () => store.runs.get(name));
    if (known) {
      throw ledgerUnusable(store.location, `has a run of the name ${name} already`, ['Run again.']);
    }
    await store.queue.commit('run', () => {
      store.runs.put(row, session);
      for (const itemRow of itemRows) store.items.put(itemRow);
    });
    return claim;
  } catch (error) {
    claim.release();
    throw error;
  }
}
