import type { StepName } from '../core/events.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { RunItem } from '../core/run-item.ts';
import type { KeptOutcome } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';
import type {
  CacheClearing,
  CacheEntry,
  CacheFilter,
  CacheStats,
  CallRecord,
  KeptAnswer,
  KeptOutput,
  NewRun,
  RunEnd,
  SettingsChange,
  StepRecord,
  StoredCall,
  StoredItem,
  StoredLimits,
  StoredRun,
  StoredStep,
} from './records.ts';

/** For whom something kept is looked up. */
export interface ReuseScope {
  run: string;
  item?: number | undefined;
  /** What other runs made before then is too old; what this run made never is. */
  notBefore?: string | undefined;
  /** Only what this run has made itself. */
  ownOnly?: boolean | undefined;
}

/** What this process may do with a run while no other can. Let go when the process ends, however it ends. */
export interface RunClaim {
  release(): void;
}

/**
 * All that outlives the process: runs, items, steps, calls. Methods that return a promise resolve when the record is
 * durable. Those that return nothing are written with the next durable record, or soon; when that fails, `broken` is
 * aborted and every later durable record is refused.
 *
 * Every method may throw AppError `LEDGER_DAMAGED` when what is stored does not have the checksum it was stored with,
 * and `LEDGER_UNUSABLE` when it cannot be read or written.
 */
export interface Ledger {
  /** For people. */
  readonly location: string;
  /** Aborted with the AppError of the first write that failed, or of damage that a read has found. */
  readonly broken: AbortSignal;

  /** Stores a new run with all its items and claims it. */
  createRun(run: NewRun, items: readonly RunItem[]): Promise<RunClaim>;
  /** @throws AppError `RUN_IN_USE`, naming the owner's process, when another process works on it. */
  claimRun(run: string): Promise<RunClaim>;
  /** A further session: records what its flags change and the settings that hold from now on. */
  resumeRun(run: string, session: { settings: unknown; change?: SettingsChange }): Promise<void>;
  endRun(run: string, end: RunEnd): Promise<void>;
  /** Newest first. */
  listRuns(options?: { limit?: number }): Promise<StoredRun[]>;
  /** By its name, or by a beginning that only one has. @throws AppError `RUN_UNKNOWN`. */
  findRun(name: string): Promise<StoredRun>;

  /** In input order; of the kind that the command of the run has stored. */
  readItems<Item extends RunItem = PlannedItem>(run: string): Promise<StoredItem<Item>[]>;
  readSteps(run: string): Promise<StoredStep[]>;
  readCalls(run: string): Promise<StoredCall[]>;
  startItem(run: string, item: number): void;
  endItem(run: string, outcome: KeptOutcome): void;

  findOutput(
    input: string,
    scope: ReuseScope & { step: StepName },
  ): Promise<KeptOutput | undefined>;
  /** Outputs of the same family as far as they may be reused, to choose the most similar subject from. */
  findSubjects(family: string, scope: ReuseScope): Promise<{ subject: string; input: string }[]>;
  /** What a step of an item of this run has made, whatever of; undefined where nothing is kept. */
  readOutput(run: string, item: number, step: StepName): Promise<unknown>;
  saveStep(record: StepRecord): void;

  findAnswer(key: string, scope: ReuseScope): Promise<KeptAnswer | undefined>;
  /** Resolves when the answer is safe; only then may it be used. */
  saveCall(record: CallRecord): Promise<void>;
  /** Marks what a step of an item got, or got about this, as of no use: it is paid for, and never used again. */
  rejectAnswers(run: string, item: number, step: StepName, about?: string): void;
  /** What the run has paid for each item so far, failed calls and rejected answers included. */
  paidUsage(run: string): Promise<ReadonlyMap<number, Usage>>;

  saveLimits(limits: StoredLimits): void;
  readLimits(): Promise<StoredLimits[]>;

  cacheStats(): Promise<CacheStats>;
  searchCache(filter: CacheFilter & { limit: number }): Promise<CacheEntry[]>;
  /** Forgets answers and outputs, not what they cost. What keywords need that are not done yet stays, unless `all`. */
  clearCache(filter: CacheFilter & { dryRun: boolean; all: boolean }): Promise<CacheClearing>;

  /** Writes what waits. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
