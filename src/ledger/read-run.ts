import type { RunItem } from '../core/run-item.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { StoredCall, StoredItem, StoredStep } from './records.ts';
import { toStoredCall } from './tables/call-table.ts';
import { toStoredItem } from './tables/item-table.ts';
import { toStoredStep } from './tables/step-table.ts';

/** The items of a run in input order. */
export function readItems<Item extends RunItem>(
  store: LedgerStore,
  run: string,
): Promise<StoredItem<Item>[]> {
  return store.read(['run', 'item'], () => {
    const rows = store.items.select('WHERE run = ? ORDER BY item', run);
    store.items.requireCount(rows.length, store.runs.get(run)?.total ?? 0);
    return rows.map((row) => toStoredItem<Item>(store.items, row));
  });
}

/** The steps of a run: items in input order, those of one in the order in which they first ended. */
export function readSteps(store: LedgerStore, run: string): Promise<StoredStep[]> {
  return store.read(['step'], () => {
    const rows = store.steps.select('WHERE run = ? ORDER BY item, rowid', run);
    store.steps.requireCount(rows.length, store.runs.get(run)?.steps ?? 0);
    return rows.map((row) => toStoredStep(store.steps, row));
  });
}

/** The calls of a run in the order in which they ended. */
export function readCalls(store: LedgerStore, run: string): Promise<StoredCall[]> {
  return store.read(['call'], () => {
    const rows = store.calls.select('WHERE run = ? ORDER BY id', run);
    store.calls.requireCount(rows.length, store.runs.get(run)?.calls ?? 0);
    return rows.map((row) => toStoredCall(store.calls, row));
  });
}

/** What a run has paid, by item. Calls of the run itself are left out. */
export async function paidUsage(
  store: LedgerStore,
  run: string,
): Promise<ReadonlyMap<number, Usage>> {
  const paid = new Map<number, Usage>();
  for (const { item, usage } of await readCalls(store, run)) {
    if (item !== undefined) paid.set(item, addUsage(paid.get(item) ?? NO_USAGE, usage));
  }
  return paid;
}
