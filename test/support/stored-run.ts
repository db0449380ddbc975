import { DEFAULT_SETTINGS } from '../../src/config/settings.ts';
import type {
  ItemCounts,
  StoredCall,
  StoredItem,
  StoredRun,
  StoredStep,
} from '../../src/ledger/records.ts';
import { NO_USAGE } from '../../src/core/usage.ts';

const NOTHING: ItemCounts = { succeeded: 0, failed: 0, cancelled: 0, notStarted: 0, running: 0 };

/** A finished run of one keyword, or what the changes make of it. */
export function storedRun(
  change: Omit<Partial<StoredRun>, 'counts'> & { counts?: Partial<ItemCounts> } = {},
): StoredRun {
  const { counts = { succeeded: 1 }, ...more } = change;
  return {
    run: '20260302-080000-aaaa',
    command: 'batch',
    dryRun: false,
    createdAt: '2026-03-02T08:00:00.000Z',
    settings: DEFAULT_SETTINGS,
    state: 'finished',
    updatedAt: '2026-03-02T08:01:00.000Z',
    sessions: 1,
    milliseconds: 60_000,
    changes: [],
    total: 1,
    counts: { ...NOTHING, ...counts },
    usage: NO_USAGE,
    saved: NO_USAGE,
    ...more,
  };
}

export function storedItem(index: number, change: Partial<StoredItem> = {}): StoredItem {
  const keyword = `keyword ${index}`;
  return {
    item: { index, keyword, slug: `keyword-${index}`, priority: 0, extra: {} },
    status: 'not-started',
    attempts: 0,
    ...change,
  };
}

export function storedStep(item: number, change: Partial<StoredStep> = {}): StoredStep {
  return {
    run: '20260302-080000-aaaa',
    item,
    step: 'research',
    ok: true,
    usage: NO_USAGE,
    saved: NO_USAGE,
    startedAt: '2026-03-02T08:00:00.000Z',
    madeAt: '2026-03-02T08:00:02.000Z',
    milliseconds: 2100,
    attempts: 1,
    ...change,
  };
}

export function storedCall(change: Partial<StoredCall> = {}): StoredCall {
  return {
    run: '20260302-080000-aaaa',
    key: 'k',
    provider: 'tavily',
    operation: 'search',
    detail: 'https://api.example/search "heat pump"',
    ok: true,
    usage: { ...NO_USAGE, calls: 1, credits: 1, costUsd: 0.008 },
    attempts: 1,
    startedAt: '2026-03-02T08:00:00.000Z',
    milliseconds: 300,
    isKept: true,
    ...change,
  };
}
