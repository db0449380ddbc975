import type { PlannedItem } from '../core/keyword.ts';
import { addUsage, type Usage } from '../core/usage.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { CacheEntry, CacheFilter } from './records.ts';
import { readJson, readUsage } from './tables/stored-json.ts';

/** A kept answer or output with what names its row. */
export interface KeptEntry extends Omit<CacheEntry, 'costUsd' | 'keyword'> {
  usage: Usage;
  item: number | undefined;
  /** Key of its row: the number of a call; run, item and step of an output. */
  key: readonly (string | number)[];
}

/** Everything kept of one kind that a filter means, the newest records first. Only in a read. */
export function* cacheEntries(
  store: LedgerStore,
  kind: CacheEntry['kind'],
  filter: CacheFilter,
): Generator<KeptEntry> {
  const words = fold(filter.text ?? '')
    .split(/\s+/u)
    .filter(Boolean);
  const entries = kind === 'answer' ? keptAnswers(store, filter) : keptOutputs(store, filter);
  for (const entry of entries) {
    if (words.length === 0) yield entry;
    else {
      const text = fold(`${keywordOf(store, entry) ?? ''} ${entry.detail}`);
      if (words.every((word) => text.includes(word))) yield entry;
    }
  }
}

/** The keyword of the item that an entry was made for. Only in a read. */
export function keywordOf(store: LedgerStore, entry: KeptEntry): string | undefined {
  if (entry.item === undefined) return undefined;
  const row = store.items.get(entry.run, entry.item);
  return row && store.items.decode(() => (readJson(row.plan) as PlannedItem).keyword);
}

function* keptAnswers(store: LedgerStore, { before }: CacheFilter): Generator<KeptEntry> {
  const query = `WHERE answer_sum IS NOT NULL AND (?1 IS NULL OR started_at < ?1) ORDER BY id DESC`;
  for (const row of store.calls.scan(query, before ?? null)) {
    yield {
      kind: 'answer',
      run: row.run,
      item: row.item ?? undefined,
      source: `${row.provider} ${row.operation}`,
      detail: row.detail,
      madeAt: row.started_at,
      bytes: row.answer_bytes,
      usage: store.calls.decode(() => readUsage(row.usage)),
      key: [row.id],
    };
  }
}

function* keptOutputs(store: LedgerStore, { before }: CacheFilter): Generator<KeptEntry> {
  const query = `WHERE output_sum IS NOT NULL AND (?1 IS NULL OR made_at < ?1) ORDER BY rowid DESC`;
  for (const row of store.outputs.scan(query, before ?? null)) {
    yield {
      kind: 'output',
      run: row.run,
      item: row.item,
      source: row.step,
      detail: row.subject ?? '',
      madeAt: row.made_at,
      bytes: row.output_bytes,
      usage: store.outputs.decode(() => addUsage(readUsage(row.usage), readUsage(row.saved))),
      key: [row.run, row.item, row.step],
    };
  }
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
