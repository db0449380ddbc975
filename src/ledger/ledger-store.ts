import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../batch/clock.ts';
import { CommitQueue, type WriteKind } from './commit-queue.ts';
import { isDamage, ledgerDamaged, toLedgerError } from './ledger-error.ts';
import { SealedTable } from './sealed-table.ts';
import { CALL_TABLE, type CallRow } from './tables/call-table.ts';
import { ITEM_TABLE, type ItemRow } from './tables/item-table.ts';
import { LIMITS_TABLE, type LimitsRow } from './tables/limits-table.ts';
import { OUTPUT_TABLE, type OutputRow } from './tables/output-table.ts';
import { RUN_TABLE, type RunRow } from './tables/run-table.ts';
import { STEP_TABLE, type StepRow } from './tables/step-table.ts';

export interface LedgerStoreOptions {
  database: DatabaseSync;
  /** The file. */
  location: string;
  clock: Clock;
  now: () => Date;
}

/** The tables of an open ledger, with the two ways to them: consistent reads and committed writes. */
export class LedgerStore {
  readonly database: DatabaseSync;
  readonly location: string;
  readonly clock: Clock;
  readonly now: () => Date;
  readonly runs: SealedTable<RunRow>;
  readonly items: SealedTable<ItemRow>;
  readonly steps: SealedTable<StepRow>;
  readonly outputs: SealedTable<OutputRow>;
  readonly calls: SealedTable<CallRow>;
  readonly limits: SealedTable<LimitsRow>;
  readonly queue: CommitQueue;
  readonly #changedRuns = new Map<string, RunRow>();

  constructor({ database, location, clock, now }: LedgerStoreOptions) {
    this.database = database;
    this.location = location;
    this.clock = clock;
    this.now = now;
    this.runs = new SealedTable(database, location, RUN_TABLE);
    this.items = new SealedTable(database, location, ITEM_TABLE);
    this.steps = new SealedTable(database, location, STEP_TABLE);
    this.outputs = new SealedTable(database, location, OUTPUT_TABLE);
    this.calls = new SealedTable(database, location, CALL_TABLE);
    this.limits = new SealedTable(database, location, LIMITS_TABLE);
    this.queue = new CommitQueue({
      database,
      location,
      clock,
      beforeCommit: () => this.#writeChangedRuns(),
      afterEnd: () => this.#changedRuns.clear(),
    });
  }

  /**
   * Reads from one moment's state, with everything that this process has written of these kinds, or, of what is found by
   * keys, of this one.
   * @throws AppError `LEDGER_DAMAGED`, `LEDGER_UNUSABLE`.
   */
  async read<T>(
    wanted: readonly WriteKind[] | { kinds: readonly WriteKind[]; key: string },
    work: () => T,
  ): Promise<T> {
    await ('kinds' in wanted
      ? this.queue.settle(wanted.kinds, wanted.key)
      : this.queue.settle(wanted));
    try {
      this.database.exec('BEGIN');
      try {
        return work();
      } finally {
        if (this.database.isTransaction) this.database.exec('COMMIT');
      }
    } catch (error) {
      const told = toLedgerError(this.location, error, 'read');
      // Nothing more is written to a file that has to be rescued.
      if (isDamage(told)) this.queue.break(told);
      throw told;
    }
  }

  /** In a write: the row of a run, whose changes are stored once for the whole transaction. */
  changeRun(run: string): RunRow {
    const known = this.#changedRuns.get(run) ?? this.runs.get(run);
    if (known === undefined) throw ledgerDamaged(this.location, `table runs lacks the run ${run}`);
    this.#changedRuns.set(run, known);
    return known;
  }

  #writeChangedRuns(): void {
    const now = this.now().toISOString();
    for (const row of this.#changedRuns.values()) this.runs.put({ ...row, updated_at: now });
  }
}
