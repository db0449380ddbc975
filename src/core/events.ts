import type { ErrorCode } from './errors.ts';
import type { Publication } from './publication.ts';
import type { Usage } from './usage.ts';

export type StepName =
  | 'research'
  | 'outline'
  | 'write'
  | 'check'
  | 'render'
  | 'publish'
  | 'read'
  | 'extract'
  | 'embed'
  | 'fetch'
  | 'index';
/** What a run takes one at a time. */
export type ItemUnit = 'keyword' | 'document' | 'row' | 'batch';
export type ItemStatus = 'succeeded' | 'failed' | 'cancelled' | 'not-started';

/** An error as data: what reporters, reports and the summary show. */
export interface ErrorReport {
  code: ErrorCode;
  message: string;
  suggestions: readonly string[];
}

/** How the items of a run stand, those of earlier sessions included. */
export interface FateCounts {
  total: number;
  succeeded: number;
  failed: number;
  cancelled: number;
}

/** The closing figures of a run. */
export interface RunTotals {
  total: number;
  succeeded: number;
  failed: number;
  cancelled: number;
  notStarted: number;
  /** Wall-clock time at work in milliseconds, over all sessions of the run. */
  milliseconds: number;
  usage: Usage;
  /** What answers and dossiers of other runs and keywords have saved. */
  saved: Usage;
}

/** Where a step's output came from that was not made anew: this run, an equal keyword, a similar one. */
export type StepReuse = 'run' | 'exact' | 'similar';

/** Fields that every event has. `at` is monotonic, in milliseconds since the run began. */
interface EventBase {
  run: string;
  at: number;
}
interface ItemEventBase extends EventBase {
  /** Index of the item in the run, from 0. */
  item: number;
  keyword: string;
}
interface CallEventBase extends EventBase {
  /** Unique in the run. */
  call: number;
  provider: string;
  /** `search`, `complete`, … */
  operation: string;
  /** The item and step the call is made for; absent for calls of the run itself. */
  item?: number;
  step?: StepName;
}

/** What happens in a run, told as it happens. Subscribers return nothing and cannot veto. */
export type RunEvent =
  | (EventBase & {
      type: 'run-start';
      command: string;
      /** Items to work on now; those of a resumed run that were done before are left out. */
      total: number;
      lanes: number;
      /** What the items are; absent for keywords. */
      unit?: ItemUnit;
      /** Items that an earlier session of the run has finished. */
      done?: number;
    })
  | (ItemEventBase & { type: 'item-start'; lane: number })
  | (ItemEventBase & { type: 'step-start'; step: StepName })
  | (ItemEventBase & { type: 'step-progress'; step: StepName; done: number; total: number })
  | (ItemEventBase & { type: 'step-end'; step: StepName; milliseconds: number; reused?: StepReuse })
  | (ItemEventBase & {
      type: 'item-end';
      lane: number;
      files: readonly string[];
      /** Present for articles that were put at content systems. */
      published?: readonly Publication[];
      milliseconds: number;
      usage: Usage;
      /** How all items of the run stand now. */
      counts?: FateCounts;
    })
  | (ItemEventBase & {
      type: 'item-error';
      lane: number;
      /** `cancelled` when the run stopped under it, `failed` when it failed itself. */
      status: 'failed' | 'cancelled';
      error: ErrorReport;
      milliseconds: number;
      usage: Usage;
      /** How all items of the run stand now. */
      counts?: FateCounts;
    })
  | (CallEventBase & { type: 'call-start'; detail: string })
  | (CallEventBase & {
      type: 'call-retry';
      /** The attempt that failed, from 1. */
      attempt: number;
      delayMs: number;
      /** HTTP status of its answer, where there was one. */
      status?: number;
      error: ErrorReport;
    })
  | (CallEventBase & {
      type: 'call-end';
      ok: boolean;
      /** 0 for an answer that was kept. */
      attempts: number;
      /** Present for a kept answer: this run paid for it for the same keyword, or it came from elsewhere and is free. */
      reused?: 'run' | 'cache';
      status?: number;
      milliseconds: number;
      usage: Usage;
      error?: ErrorReport;
    })
  | (EventBase & { type: 'run-end'; totals: RunTotals; exitCode: number });

export type RunListener = (event: RunEvent) => void;

type WithoutRun<Event> = Event extends RunEvent ? Omit<Event, 'run' | 'at'> : never;

/** An event before the run stamps it with its name and time. */
export type UnstampedEvent = WithoutRun<RunEvent>;
