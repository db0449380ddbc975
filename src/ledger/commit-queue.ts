import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../batch/clock.ts';
import { isBusy, ledgerUnusable, toLedgerError } from './ledger-error.ts';

/** What a write changes, so that a read knows whether it has to wait for it. */
export type WriteKind = 'run' | 'item' | 'step' | 'call' | 'limits';

/** How long a record that nobody waits for may wait for one that somebody does. */
const LAZY_DELAY_MS = 100;
const BUSY_RETRY_MS = 50;
/** Beyond the busy timeout of the database, and so long in all. */
const BUSY_LIMIT_MS = 60_000;

interface Write {
  kind: WriteKind;
  /** What it is found by, where reads ask for one thing. */
  key?: string | undefined;
  apply: () => void;
  resolve?: () => void;
  reject?: (error: unknown) => void;
}

export interface CommitQueueOptions {
  database: DatabaseSync;
  location: string;
  clock: Clock;
  /** Writes what the transaction has gathered, before it is committed. */
  beforeCommit: () => void;
  /** Forgets what the transaction has gathered. */
  afterEnd: () => void;
}

/**
 * Group commit: what waits when a turn of the event loop ends goes into one transaction, in order. Who waits for it is
 * told when it is on the disk. The first failure ends all writing.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  readonly #broken = new AbortController();
  #waiting: Write[] = [];
  #isScheduled = false;
  #isClosed = false;
  #cancelTimer: (() => void) | undefined;
  #busySince: number | undefined;

  constructor(options: CommitQueueOptions) {
    this.#options = options;
  }

  /** Aborted with the error of the first transaction that failed. */
  get broken(): AbortSignal {
    return this.#broken.signal;
  }

  /** Writes with the next durable record, or soon. `key` is what it is found by. */
  add(kind: WriteKind, apply: () => void, key?: string): void {
    if (this.#isClosed || this.broken.aborted) return;
    this.#waiting.push({ kind, apply, key });
    if (this.#isScheduled || this.#cancelTimer) return;
    this.#cancelTimer = this.#options.clock.setTimer(() => this.#commit(), LAZY_DELAY_MS);
  }

  /** Resolves when the write is durable. */
  commit(kind: WriteKind, apply: () => void): Promise<void> {
    if (this.broken.aborted) return Promise.reject(this.broken.reason);
    if (this.#isClosed) return Promise.reject(this.#closedError());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ kind, apply, resolve, reject });
      this.#schedule();
    });
  }

  /** Writes what waits, if anything of these kinds does; of what is found by keys, only if this one does. */
  async settle(kinds?: readonly WriteKind[], wanted?: string): Promise<void> {
    const matters = this.#waiting.some(
      ({ kind, key }) =>
        (!kinds || kinds.includes(kind)) &&
        (wanted === undefined || key === undefined || key === wanted),
    );
    if (matters) await this.commit('run', () => {});
  }

  /** Ends all writing, and refuses what waits. */
  break(error: unknown): void {
    this.#broken.abort(error);
    for (const { reject } of this.#waiting.splice(0)) reject?.(error);
  }

  /** Takes nothing more. What waits has to be written before. */
  close(): void {
    this.#isClosed = true;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const error = this.#closedError();
    for (const write of this.#waiting.splice(0)) write.reject?.(error);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#commit());
  }

  #commit(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#isScheduled = false;
    const { database, beforeCommit, afterEnd } = this.#options;
    if (this.#waiting.length === 0) return;
    try {
      database.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if (isBusy(error) && !this.#isBusyForLong()) this.#retryLater();
      else this.#fail(error);
      return;
    }
    this.#busySince = undefined;
    const writes = this.#waiting.splice(0);
    try {
      for (const { apply } of writes) apply();
      beforeCommit();
      database.exec('COMMIT');
    } catch (error) {
      this.#waiting.unshift(...writes);
      this.#fail(error);
      return;
    } finally {
      afterEnd();
    }
    for (const { resolve } of writes) resolve?.();
  }

  #isBusyForLong(): boolean {
    const now = this.#options.clock.now();
    this.#busySince ??= now;
    return now - this.#busySince >= BUSY_LIMIT_MS;
  }

  #retryLater(): void {
    this.#isScheduled = true;
    this.#cancelTimer = this.#options.clock.setTimer(() => this.#commit(), BUSY_RETRY_MS);
  }

  #fail(cause: unknown): void {
    const { database, location } = this.#options;
    try {
      if (database.isTransaction) database.exec('ROLLBACK');
    } catch {
      // The first failure is the one to tell.
    }
    this.break(toLedgerError(location, cause, 'written'));
  }

  #closedError(): Error {
    const { location } = this.#options;
    return ledgerUnusable(location, 'is closed', ['Run again: seo-content batch --resume']);
  }
}
