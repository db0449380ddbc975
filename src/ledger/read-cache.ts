import { statSync } from 'node:fs';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import { cacheEntries, keywordOf, type KeptEntry } from './cache-entries.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { CacheEntry, CacheFilter, CacheGroup, CacheStats } from './records.ts';
import { readUsage, withoutGaps } from './tables/stored-json.ts';

const KINDS = ['answer', 'output'] as const;

/** What is kept, by source; the largest first. */
export function cacheStats(store: LedgerStore): Promise<CacheStats> {
  return store.read(['run', 'item', 'step', 'call'], () => {
    const groups = new Map<string, CacheGroup>();
    for (const kind of KINDS) {
      for (const entry of cacheEntries(store, kind, {})) {
        const name = `${kind} ${entry.source}`;
        const { madeAt } = entry;
        const group = groups.get(name);
        groups.set(name, {
          kind,
          source: entry.source,
          entries: (group?.entries ?? 0) + 1,
          bytes: (group?.bytes ?? 0) + entry.bytes,
          usage: addUsage(group?.usage ?? NO_USAGE, entry.usage),
          oldest: group && group.oldest < madeAt ? group.oldest : madeAt,
          newest: group && group.newest > madeAt ? group.newest : madeAt,
        });
      }
    }
    let saved: Usage = NO_USAGE;
    for (const row of store.runs.scan('')) {
      saved = addUsage(
        saved,
        store.runs.decode(() => readUsage(row.saved)),
      );
    }
    return {
      groups: [...groups.values()].toSorted((left, right) => right.bytes - left.bytes),
      fileBytes: fileBytes(store.location),
      saved,
    };
  });
}

/** Kept entries that a filter means, the newest first, at most `limit`. */
export function searchCache(
  store: LedgerStore,
  { limit, ...filter }: CacheFilter & { limit: number },
): Promise<CacheEntry[]> {
  return store.read(['item', 'step', 'call'], () => {
    const found = KINDS.flatMap((kind) => [...cacheEntries(store, kind, filter).take(limit)]);
    return found
      .toSorted(
        (left, right) => Number(left.madeAt < right.madeAt) - Number(left.madeAt > right.madeAt),
      )
      .slice(0, limit)
      .map((entry) => toCacheEntry(entry, keywordOf(store, entry)));
  });
}

function toCacheEntry(entry: KeptEntry, keyword: string | undefined): CacheEntry {
  const { kind, run, source, detail, madeAt, bytes, usage } = entry;
  const { costUsd } = usage;
  return withoutGaps<CacheEntry>({ kind, run, source, keyword, detail, madeAt, bytes, costUsd });
}

function fileBytes(location: string): number {
  let bytes = 0;
  for (const ending of ['', '-wal', '-shm']) {
    bytes += statSync(location + ending, { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
