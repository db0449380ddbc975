import type { StepName } from '../core/events.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { RunItem } from '../core/run-item.ts';
import type { KeptOutcome } from '../core/summary.ts';
import { claimRun, endRun, resumeRun } from './change-run.ts';
import { clearCache } from './clear-cache.ts';
import { closeUntouched } from './close-untouched.ts';
import { createRun } from './create-run.ts';
import { findAnswer } from './find-answer.ts';
import { findOutput, findSubjects, readOutput } from './find-output.ts';
import { findRun, listRuns } from './find-run.ts';
import { LedgerStore, type LedgerStoreOptions } from './ledger-store.ts';
import { isDamage } from './ledger-error.ts';
import type { Ledger, ReuseScope } from './ledger.ts';
import { cacheStats, searchCache } from './read-cache.ts';
import { paidUsage, readCalls, readItems, readSteps } from './read-run.ts';
import { endItem, startItem } from './record-item.ts';
import type {
  CacheFilter,
  CallRecord,
  NewRun,
  RunEnd,
  SettingsChange,
  StepRecord,
  StoredLimits,
} from './records.ts';
import { rejectAnswers, saveCall } from './save-call.ts';
import { saveStep } from './save-step.ts';
import { newLimitsRow, toStoredLimits } from './tables/limits-table.ts';

/** The ledger in an SQLite database; each method stands in a file of its own. */
export class SqliteLedger implements Ledger {
  readonly #store: LedgerStore;

  constructor(options: LedgerStoreOptions) {
    this.#store = new LedgerStore(options);
  }

  get location(): string {
    return this.#store.location;
  }
  get broken(): AbortSignal {
    return this.#store.queue.broken;
  }

  createRun(run: NewRun, items: readonly RunItem[]) {
    return createRun(this.#store, run, items);
  }
  claimRun(run: string) {
    return claimRun(this.#store, run);
  }
  resumeRun(run: string, session: { settings: unknown; change?: SettingsChange }) {
    return resumeRun(this.#store, run, session);
  }
  endRun(run: string, end: RunEnd) {
    return endRun(this.#store, run, end);
  }
  listRuns({ limit = -1 }: { limit?: number } = {}) {
    return listRuns(this.#store, limit);
  }
  findRun(name: string) {
    return findRun(this.#store, name);
  }

  readItems<Item extends RunItem = PlannedItem>(run: string) {
    return readItems<Item>(this.#store, run);
  }
  readSteps(run: string) {
    return readSteps(this.#store, run);
  }
  readCalls(run: string) {
    return readCalls(this.#store, run);
  }
  paidUsage(run: string) {
    return paidUsage(this.#store, run);
  }
  startItem(run: string, item: number): void {
    startItem(this.#store, run, item);
  }
  endItem(run: string, outcome: KeptOutcome): void {
    endItem(this.#store, run, outcome);
  }

  findOutput(input: string, scope: ReuseScope & { step: StepName }) {
    return findOutput(this.#store, input, scope);
  }
  findSubjects(family: string, scope: ReuseScope) {
    return findSubjects(this.#store, family, scope);
  }
  readOutput(run: string, item: number, step: StepName) {
    return readOutput(this.#store, run, item, step);
  }
  saveStep(record: StepRecord): void {
    saveStep(this.#store, record);
  }

  findAnswer(key: string, scope: ReuseScope) {
    return findAnswer(this.#store, key, scope);
  }
  saveCall(record: CallRecord): Promise<void> {
    return saveCall(this.#store, record);
  }
  rejectAnswers(run: string, item: number, step: StepName, about?: string): void {
    rejectAnswers(this.#store, { run, item, step, about });
  }

  saveLimits(limits: StoredLimits): void {
    const row = newLimitsRow(limits);
    this.#store.queue.add('limits', () => this.#store.limits.put(row));
  }
  readLimits(): Promise<StoredLimits[]> {
    const { limits } = this.#store;
    return this.#store.read(['limits'], () =>
      limits.select('ORDER BY provider').map(toStoredLimits),
    );
  }

  cacheStats() {
    return cacheStats(this.#store);
  }
  searchCache(filter: CacheFilter & { limit: number }) {
    return searchCache(this.#store, filter);
  }
  clearCache(filter: CacheFilter & { dryRun: boolean; all: boolean }) {
    return clearCache(this.#store, filter);
  }

  async flush(): Promise<void> {
    this.broken.throwIfAborted();
    await this.#store.queue.settle();
  }

  async close(): Promise<void> {
    const { database, queue, location } = this.#store;
    if (!database.isOpen) return;
    try {
      await queue.settle();
    } finally {
      queue.close();
      if (isDamage(queue.broken.reason)) closeUntouched(database, location);
      else database.close();
    }
  }
}
