import type { ErrorReport, ItemStatus, StepName } from '../core/events.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { RunItem } from '../core/run-item.ts';
import type { KeptOutcome, SiteSummary, StopReason } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';

/** `running` also holds for a run whose process died: nobody owns it then. */
export type RunState = 'running' | 'stopped' | 'finished';

/** What a run is made of when it begins. */
export interface NewRun {
  run: string;
  command: string;
  dryRun: boolean;
  /** ISO 8601, as all times here. */
  createdAt: string;
  /** The settings in force as plain JSON, without keys. */
  settings: unknown;
}

/** Settings that a later session of the run has changed. */
export interface SettingsChange {
  at: string;
  /** The flags as they were given, by name. */
  flags: Readonly<Record<string, unknown>>;
}

/** Items of a run by their fate; `running` ones have no outcome yet. */
export interface ItemCounts {
  succeeded: number;
  failed: number;
  cancelled: number;
  notStarted: number;
  running: number;
}

/** One run as `runs list` shows it. */
export interface StoredRun extends NewRun {
  state: RunState;
  /** The last sign of life. */
  updatedAt: string;
  /** How many times it was begun or resumed. */
  sessions: number;
  /** Time at work in milliseconds, over all sessions that ended in order. */
  milliseconds: number;
  changes: readonly SettingsChange[];
  total: number;
  counts: ItemCounts;
  /** What its calls have consumed. */
  usage: Usage;
  saved: Usage;
  stoppedBy?: StopReason;
  stopError?: ErrorReport;
  exitCode?: number;
  /** How its articles stood to the others of the folder when its last session ended. */
  site?: SiteSummary;
  /** The process that works on it now; absent when none does. */
  ownerPid?: number;
}

/** How a session of a run ended. */
export interface RunEnd {
  state: Exclude<RunState, 'running'>;
  stoppedBy?: StopReason | undefined;
  stopError?: ErrorReport | undefined;
  exitCode: number;
  site?: SiteSummary | undefined;
  /** Of this session. */
  milliseconds: number;
}

/** One item of a run. */
export interface StoredItem<Item extends RunItem = PlannedItem> {
  item: Item;
  /** `running` when work on it began and no end is known. */
  status: ItemStatus | 'running';
  /** How many times work on it began. */
  attempts: number;
  /** As its last end said; absent when it never ended. */
  outcome?: KeptOutcome;
}

/** The end of one step of one item. Kept per run, item and step: the last one counts, the output of the last good one stays. */
export interface StepRecord {
  run: string;
  item: number;
  step: StepName;
  /** Hash of all that decides the output; see `stepInput`. Absent for steps whose output is not kept. */
  input?: string;
  /** For research: the hash of all of that but the keyword, and the keyword in its normal form. */
  family?: string;
  subject?: string;
  ok: boolean;
  /** Plain JSON; for good ends of steps with an `input`. */
  output?: unknown;
  error?: ErrorReport;
  /** What this run has paid for the output, and what the step would have cost beyond that. */
  usage: Usage;
  saved: Usage;
  startedAt: string;
  /** When the output was first made, by whichever run: that is what grows old. */
  madeAt: string;
  milliseconds: number;
}

export interface StoredStep extends Omit<StepRecord, 'output'> {
  /** How many times it ended, well or badly. */
  attempts: number;
}

/** An output that was kept. */
export interface KeptOutput {
  output: unknown;
  /** For its own item: what this run has paid for it. For others: all that it would cost to make it anew. */
  usage: Usage;
  /** What was saved when it was made. */
  saved: Usage;
  /** True when this run has paid for it, for the same item. */
  isOwn: boolean;
  madeAt: string;
}

/** One call that ended, whether it was answered or not. */
export interface CallRecord {
  run: string;
  item?: number;
  step?: StepName;
  /** Hash of provider, operation, model and body. */
  key: string;
  provider: string;
  operation: string;
  model?: string;
  /** For people: URL and query. */
  detail: string;
  ok: boolean;
  /** Plain JSON; absent for failed calls and for answers that are not kept. */
  answer?: unknown;
  error?: ErrorReport;
  status?: number;
  usage: Usage;
  attempts: number;
  startedAt: string;
  milliseconds: number;
}

export interface StoredCall extends Omit<CallRecord, 'answer'> {
  /** Whether its answer is still there to be used again. */
  isKept: boolean;
}

/** An answer that was kept. */
export interface KeptAnswer {
  answer: unknown;
  usage: Usage;
  /** True when this run has paid for it, for the same item: it counts as this run's own. */
  isOwn: boolean;
}

/** What a provider said about its limits, last. */
export interface StoredLimits {
  provider: string;
  requestsPerMinute?: number;
  tokensPerMinute?: number;
  learnedAt: string;
}

/** Which kept things are meant. */
export interface CacheFilter {
  /** Made before then. */
  before?: string;
  /** Those whose keyword or query contains all words of this text, whatever their case. */
  text?: string;
}

/** A kept answer or output as `cache search` shows it. */
export interface CacheEntry {
  kind: 'answer' | 'output';
  run: string;
  /** `tavily search`, `openai complete`, or the name of a step. */
  source: string;
  /** The keyword of the item it was made for, or of an output. */
  keyword?: string;
  detail: string;
  madeAt: string;
  bytes: number;
  costUsd: number;
}

export interface CacheGroup {
  kind: 'answer' | 'output';
  source: string;
  entries: number;
  bytes: number;
  /** What making them has cost. */
  usage: Usage;
  oldest: string;
  newest: string;
}

export interface CacheStats {
  groups: readonly CacheGroup[];
  /** Size of the ledger on disk, all files. */
  fileBytes: number;
  /** What reuse has saved so far, over all runs. */
  saved: Usage;
}

export interface CacheClearing {
  entries: number;
  bytes: number;
  /** Entries left alone, because keywords need them that are not done yet. */
  needed: number;
}
