import { cacheEntries, type KeptEntry } from './cache-entries.ts';
import { giveBackSpace } from './give-back-space.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { CacheClearing, CacheFilter } from './records.ts';

/** So that neither this process nor another has to wait long. */
const ENTRIES_PER_TRANSACTION = 200;

/** Forgets answers and outputs, not what they cost. What keywords need that are not done yet stays, unless `all`. */
export async function clearCache(
  store: LedgerStore,
  { dryRun, all, ...filter }: CacheFilter & { dryRun: boolean; all: boolean },
): Promise<CacheClearing> {
  const { chosen, needed } = await store.read(['run', 'item', 'step', 'call'], () =>
    chooseEntries(store, filter, all),
  );
  const bytes = chosen.reduce((sum, entry) => sum + entry.bytes, 0);
  if (!dryRun && chosen.length > 0) {
    for (let start = 0; start < chosen.length; start += ENTRIES_PER_TRANSACTION) {
      const part = chosen.slice(start, start + ENTRIES_PER_TRANSACTION);
      await store.queue.commit('call', () => {
        for (const entry of part) forget(store, entry);
      });
    }
    await giveBackSpace(store);
  }
  return { entries: chosen.length, bytes, needed };
}

function chooseEntries(
  store: LedgerStore,
  filter: CacheFilter,
  all: boolean,
): { chosen: KeptEntry[]; needed: number } {
  const open = store.runs.select(`WHERE state <> 'finished' OR failed > 0`);
  const openRuns = new Set(all ? [] : open.map((row) => row.run));
  const isNeeded = ({ run, item }: KeptEntry): boolean =>
    openRuns.has(run) && item !== undefined && store.items.get(run, item)?.status !== 'succeeded';
  const chosen: KeptEntry[] = [];
  let needed = 0;
  for (const kind of ['answer', 'output'] as const) {
    for (const entry of cacheEntries(store, kind, filter)) {
      if (isNeeded(entry)) needed += 1;
      else chosen.push(entry);
    }
  }
  return { chosen, needed };
}

/** The row may have changed since it was chosen. */
function forget(store: LedgerStore, { kind, key }: KeptEntry): void {
  if (kind === 'answer') {
    const row = store.calls.get(...key);
    if (row) store.calls.put({ ...row, answer_sum: null, answer_bytes: 0 }, null);
  } else {
    const row = store.outputs.get(...key);
    if (row) store.outputs.put({ ...row, output_sum: null, output_bytes: 0 }, null);
  }
}
