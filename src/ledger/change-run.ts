import { takeRunLock } from './claim-run.ts';
import { findRun } from './find-run.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { RunClaim } from './ledger.ts';
import { packJson } from './pack-json.ts';
import type { RunEnd, SettingsChange } from './records.ts';
import { SealedTable } from './sealed-table.ts';
import { readSession } from './tables/run-table.ts';
import { writeOptionalJson } from './tables/stored-json.ts';

/** Takes a run that is recorded, and records who has it. */
export async function claimRun(store: LedgerStore, name: string): Promise<RunClaim> {
  const { run } = await findRun(store, name);
  const claim = await takeRunLock(store, run);
  try {
    await store.queue.commit('run', () => {
      store.changeRun(run).owner_pid = process.pid;
    });
    return claim;
  } catch (error) {
    claim.release();
    throw error;
  }
}

/** Begins a further session of a run. */
export function resumeRun(
  store: LedgerStore,
  run: string,
  { settings, change }: { settings: unknown; change?: SettingsChange },
): Promise<void> {
  return store.queue.commit('run', () => {
    const row = store.changeRun(run);
    const { changes } = readSession(store.runs, row);
    const session = packJson({ settings, changes: change ? [...changes, change] : changes });
    row.session_sum = SealedTable.sumOf(session);
    row.state = 'running';
    row.sessions += 1;
    row.stopped_by = null;
    row.stop_error = null;
    row.exit_code = null;
    store.runs.put(row, session);
  });
}

/** Ends a session of a run. */
export function endRun(store: LedgerStore, run: string, end: RunEnd): Promise<void> {
  return store.queue.commit('run', () => {
    const row = store.changeRun(run);
    row.state = end.state;
    row.milliseconds += end.milliseconds;
    row.stopped_by = end.stoppedBy ?? null;
    row.stop_error = writeOptionalJson(end.stopError);
    row.exit_code = end.exitCode;
    row.owner_pid = null;
    if (end.site === undefined) return;
    const session = packJson({ ...readSession(store.runs, row), site: end.site });
    row.session_sum = SealedTable.sumOf(session);
    store.runs.put(row, session);
  });
}
