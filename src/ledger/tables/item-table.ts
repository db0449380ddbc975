import type { RunItem } from '../../core/run-item.ts';
import type { KeptOutcome } from '../../core/summary.ts';
import type { StoredItem } from '../records.ts';
import type { SealedTable, TableShape } from '../sealed-table.ts';
import { readJson, readOptionalJson, readUsage, withoutGaps } from './stored-json.ts';

/** One item of a run. */
export interface ItemRow {
  run: string;
  item: number;
  /** `RunItem`. */
  plan: string;
  status: string;
  attempts: number;
  /** `KeptOutcome`. */
  outcome: string | null;
}

export const ITEM_TABLE: TableShape<ItemRow> = {
  name: 'items',
  columns: ['run', 'item', 'plan', 'status', 'attempts', 'outcome'],
  key: ['run', 'item'],
};

export function newItemRow(run: string, item: RunItem): ItemRow {
  return {
    run,
    item: item.index,
    plan: JSON.stringify(item),
    status: 'not-started',
    attempts: 0,
    outcome: null,
  };
}

/** An item as the program knows it. */
export function toStoredItem<Item extends RunItem>(
  table: SealedTable<ItemRow>,
  row: ItemRow,
): StoredItem<Item> {
  return table.decode(() => {
    const item = readJson(row.plan) as Item;
    if (typeof item.keyword !== 'string') throw new TypeError('An item without a keyword.');
    const outcome = readOptionalJson(row.outcome) as KeptOutcome | undefined;
    if (outcome) readUsage(JSON.stringify(outcome.saved));
    return withoutGaps<StoredItem<Item>>({
      item,
      status: row.status as StoredItem['status'],
      attempts: row.attempts,
      outcome,
    });
  });
}
