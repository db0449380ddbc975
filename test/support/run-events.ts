import type { ErrorReport, RunEvent, RunTotals, UnstampedEvent } from '../../src/core/events.ts';
import type { ItemOutcome, RunSummary } from '../../src/core/summary.ts';
import { NO_USAGE, type Usage } from '../../src/core/usage.ts';

export const SOME_USAGE: Usage = {
  ...NO_USAGE,
  calls: 3,
  inputTokens: 12_000,
  outputTokens: 3000,
  credits: 4,
  costUsd: 0.25,
};

export const NOTHING_FOUND: ErrorReport = {
  code: 'NO_SOURCES',
  message: 'Research found nothing.',
  suggestions: ['Add documents with --library'],
};

/** Stamps an event as a run does. */
export function stamp(at: number, event: UnstampedEvent): RunEvent {
  return { run: 'r1', at, ...event };
}

export function outcome(change: Partial<ItemOutcome>): ItemOutcome {
  return {
    index: 0,
    keyword: 'heat pump',
    slug: 'heat-pump',
    status: 'succeeded',
    files: [],
    usage: NO_USAGE,
    saved: NO_USAGE,
    milliseconds: 1000,
    ...change,
  };
}

/** A summary whose totals are those of its items. */
export function summaryOf(items: ItemOutcome[], change: Partial<RunSummary> = {}): RunSummary {
  const count = (status: ItemOutcome['status']): number =>
    items.filter((item) => item.status === status).length;
  const totals: RunTotals = {
    total: items.length,
    succeeded: count('succeeded'),
    failed: count('failed'),
    cancelled: count('cancelled'),
    notStarted: count('not-started'),
    milliseconds: 62_000,
    usage: SOME_USAGE,
    saved: NO_USAGE,
  };
  return {
    run: 'r1',
    command: 'batch',
    createdAt: '2026-03-02T08:00:00.000Z',
    dryRun: false,
    outputDirectory: './content',
    writer: 'openai',
    research: ['library'],
    items,
    totals,
    exitCode: totals.failed > 0 ? 1 : 0,
    ...change,
  };
}
