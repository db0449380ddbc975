import type { StopReason } from './stop-control.ts';

/** How many items met which fate. */
export interface BatchCounts {
  /** Items that the run knows of: all of an array, of an iterable those that were pulled. */
  total: number;
  succeeded: number;
  failed: number;
  cancelled: number;
  notStarted: number;
}

/** `at` is monotonic, in milliseconds since the run began. */
interface EventBase {
  at: number;
}
interface ItemEventBase extends EventBase {
  /** Place of the item in the input, from 0. */
  index: number;
  /** The lane that works on it, from 0 to below the concurrency. */
  lane: number;
}

/** What happens in a batch, told as it happens. */
export type BatchEvent =
  | (EventBase & {
      type: 'run-start';
      /** Undefined for an iterable, whose length only its end tells. */
      total: number | undefined;
      concurrency: number;
    })
  | (ItemEventBase & { type: 'item-start' })
  | (ItemEventBase & {
      type: 'item-retry';
      /** The attempt that failed, from 1. */
      attempt: number;
      /** How long the next attempt waits. */
      delayMs: number;
      error: unknown;
    })
  | (ItemEventBase & { type: 'item-end'; milliseconds: number })
  | (ItemEventBase & {
      type: 'item-error';
      /** `cancelled` when the run stopped under it, `failed` when it failed itself. */
      status: 'failed' | 'cancelled';
      error: Error;
      milliseconds: number;
    })
  | (EventBase & {
      type: 'run-end';
      counts: BatchCounts;
      stoppedBy: StopReason | undefined;
    });

export type BatchListener = (event: BatchEvent) => void;
