import type { KeptOutcome } from '../core/summary.ts';
import { addUsage, type Usage } from '../core/usage.ts';
import { ledgerDamaged } from './ledger-error.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { StoredItem } from './records.ts';
import type { ItemRow } from './tables/item-table.ts';
import { readOptionalJson, readUsage } from './tables/stored-json.ts';

type Status = StoredItem['status'];

/** The figure of a run that counts items of a status. */
const COUNTERS = {
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
  'not-started': 'not_started',
  running: 'running',
} as const satisfies Record<Status, string>;

/** Records that work on an item begins. */
export function startItem(store: LedgerStore, run: string, item: number): void {
  store.queue.add('item', () => {
    const row = itemRow(store, run, item);
    moveItem(store, row, 'running');
    store.items.put({ ...row, status: 'running', attempts: row.attempts + 1 });
  });
}

/** Records how work on an item ended. */
export function endItem(store: LedgerStore, run: string, outcome: KeptOutcome): void {
  const text = JSON.stringify(outcome);
  const { index, status, saved } = outcome;
  store.queue.add('item', () => {
    const row = itemRow(store, run, index);
    moveItem(store, row, status);
    const runRow = store.changeRun(run);
    const before = store.items.decode(() => savedBefore(row));
    const sum = addUsage(
      store.runs.decode(() => readUsage(runRow.saved)),
      saved,
    );
    runRow.saved = JSON.stringify(before ? subtractUsage(sum, before) : sum);
    store.items.put({ ...row, status, outcome: text });
  });
}

function savedBefore(row: ItemRow): Usage | undefined {
  return (readOptionalJson(row.outcome) as KeptOutcome | undefined)?.saved;
}

function itemRow(store: LedgerStore, run: string, item: number): ItemRow {
  const row = store.items.get(run, item);
  if (row === undefined) {
    throw ledgerDamaged(store.location, `table items lacks item ${item} of the run ${run}`);
  }
  return row;
}

function moveItem(store: LedgerStore, row: ItemRow, status: Status): void {
  const runRow = store.changeRun(row.run);
  runRow[COUNTERS[row.status as Status]] -= 1;
  runRow[COUNTERS[status]] += 1;
}

function subtractUsage(usage: Usage, part: Usage): Usage {
  const negative = { ...part };
  for (const name of Object.keys(part) as (keyof Usage)[]) negative[name] = -part[name];
  return addUsage(usage, negative);
}
