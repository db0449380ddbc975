import { loadPrices } from '../config/load-prices.ts';
import type { RunSummary } from '../core/summary.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { StoredItem, StoredRun } from '../ledger/records.ts';
import { storedSummary } from './stored-summary.ts';

/** What a run came to so far, and its items. `baseDirectory`, absolute, is from where its relative paths count. */
export async function readStoredRun(
  ledger: Pick<Ledger, 'readItems' | 'paidUsage'>,
  run: StoredRun,
  baseDirectory: string,
): Promise<{ summary: RunSummary; items: StoredItem[] }> {
  const items = await ledger.readItems(run.run);
  const paid = await ledger.paidUsage(run.run);
  return { summary: storedSummary(run, items, { baseDirectory, paid, loadPrices }), items };
}
