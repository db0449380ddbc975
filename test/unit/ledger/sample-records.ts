import type { PlannedItem } from '../../../src/core/keyword.ts';
import type { ItemOutcome } from '../../../src/core/summary.ts';
import { NO_USAGE, type Usage } from '../../../src/core/usage.ts';
import type { CallRecord, NewRun, StepRecord } from '../../../src/ledger/records.ts';

export const AT = '2026-11-01T10:00:00.000Z';

export function usageOf(costUsd: number): Usage {
  return { ...NO_USAGE, calls: 1, inputTokens: 10, outputTokens: 5, costUsd };
}

export function runOf(run: string, createdAt = AT): NewRun {
  return { run, command: 'batch', dryRun: false, createdAt, settings: { parallel: 2, run } };
}

export function itemsOf(count: number): PlannedItem[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    keyword: `keyword ${index}`,
    slug: `keyword-${index}`,
    priority: 0,
    extra: { note: `"${index}" ü \ud83d\ude00` },
  }));
}

export function callOf(run: string, item: number, changes: Partial<CallRecord> = {}): CallRecord {
  return {
    run,
    item,
    step: 'research',
    key: `key ${item}`,
    provider: 'tavily',
    operation: 'search',
    detail: `POST /search keyword ${item}`,
    ok: true,
    answer: { results: [`answer ${item}`, 'text '.repeat(400)] },
    usage: usageOf(0.25),
    status: 200,
    attempts: 1,
    startedAt: AT,
    milliseconds: 12.5,
    ...changes,
  };
}

export function stepOf(run: string, item: number, changes: Partial<StepRecord> = {}): StepRecord {
  return {
    run,
    item,
    step: 'research',
    input: `input ${item}`,
    family: 'family',
    subject: `keyword ${item}`,
    ok: true,
    output: { dossier: `of ${item}`, text: 'source '.repeat(300) },
    usage: usageOf(0.25),
    saved: NO_USAGE,
    startedAt: AT,
    madeAt: AT,
    milliseconds: 30,
    ...changes,
  };
}

export function outcomeOf(index: number, changes: Partial<ItemOutcome> = {}): ItemOutcome {
  return {
    index,
    keyword: `keyword ${index}`,
    slug: `keyword-${index}`,
    status: 'succeeded',
    files: [`content/keyword-${index}.md`],
    usage: usageOf(0.25),
    saved: NO_USAGE,
    milliseconds: 40,
    ...changes,
  };
}
