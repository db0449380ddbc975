import { AppError } from '../core/errors.ts';
import { foldText } from '../core/fold-text.ts';
import { isRunOwned } from './claim-run.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { StoredRun } from './records.ts';
import { isRunName } from './run-name.ts';
import { toStoredRun, type RunRow } from './tables/run-table.ts';

/** Runs that a message names. */
const NAMED_RUNS = 3;
const SHOWN_NAME_CHARACTERS = 80;
const NEWEST_FIRST = 'ORDER BY created_at DESC, rowid DESC LIMIT ?';

/** The runs, newest first. */
export function listRuns(store: LedgerStore, limit: number): Promise<StoredRun[]> {
  return store.read(['run', 'item', 'step', 'call'], () =>
    store.runs.select(NEWEST_FIRST, limit).map((row) => describe(store, row)),
  );
}

/**
 * The run of this name, or the only one whose name begins so.
 * @throws AppError `RUN_UNKNOWN`, which names the nearest runs.
 */
export function findRun(store: LedgerStore, name: string): Promise<StoredRun> {
  return store.read(['run', 'item', 'step', 'call'], () => {
    const exact = isRunName(name) ? store.runs.get(name) : undefined;
    if (exact) return describe(store, exact);
    const near = isRunName(name)
      ? store.runs.select(`WHERE substr(run, 1, length(?)) = ? ${NEWEST_FIRST}`, name, name, 50)
      : [];
    if (near[0] && near.length === 1) return describe(store, near[0]);
    throw unknownRun(store, name, near);
  });
}

function describe(store: LedgerStore, row: RunRow): StoredRun {
  return toStoredRun(store.runs, row, row.owner_pid !== null && isRunOwned(store, row.run));
}

function unknownRun(store: LedgerStore, name: string, near: readonly RunRow[]): AppError {
  const shown = JSON.stringify(foldText(name).slice(0, SHOWN_NAME_CHARACTERS));
  if (near.length > 1) {
    return new AppError('RUN_UNKNOWN', `More than one run has a name that begins with ${shown}.`, {
      suggestions: [`Give more of the name: ${namesOf(near)}`],
    });
  }
  const latest = store.runs.select(NEWEST_FIRST, 1000);
  if (latest.length === 0) {
    return new AppError('RUN_UNKNOWN', 'No run has been recorded here yet.', {
      suggestions: ['Begin one: seo-content batch "your keyword"'],
    });
  }
  // The longest common beginning first; among equals the latest.
  const nearest = latest.toSorted(
    (left, right) => sharedLength(right.run, name) - sharedLength(left.run, name),
  );
  return new AppError('RUN_UNKNOWN', `No run has the name ${shown}, or one that begins so.`, {
    suggestions: [`The nearest: ${namesOf(nearest)}`, 'See all: seo-content runs list'],
  });
}

function namesOf(rows: readonly RunRow[]): string {
  return rows
    .slice(0, NAMED_RUNS)
    .map((row) => row.run)
    .join(', ');
}

function sharedLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
