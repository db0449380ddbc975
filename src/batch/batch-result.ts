import type { ItemStatus } from '../core/events.ts';
import { AppError } from '../core/errors.ts';
import type { BatchCounts } from './events.ts';
import type { StopReason } from './stop-control.ts';

/** What a run knows at its end. */
export interface BatchRecord<T, R> {
  counts: BatchCounts;
  items: readonly T[];
  results: readonly (R | undefined)[];
  errors: readonly (Error | undefined)[];
  statuses: readonly ItemStatus[];
  collected: boolean;
  /** False when an iterable was left before its end. */
  complete: boolean;
  milliseconds: number;
  stoppedBy: StopReason | undefined;
  stopError: Error | undefined;
  listenerError: Error | undefined;
}

/** What a batch came to. All lists are in input order and have one entry an item, whatever its fate. */
export class BatchResult<T, R> {
  /** The items, as far as the run has seen them. Empty, as the next three, with `collect: false`. */
  readonly items: readonly T[];
  /** Undefined for items without a result. */
  readonly results: readonly (R | undefined)[];
  /** Undefined for items that did not fail. */
  readonly errors: readonly (Error | undefined)[];
  readonly statuses: readonly ItemStatus[];
  /** Items that the run knows of: all of an array, of an iterable those that were pulled. */
  readonly total: number;
  readonly successCount: number;
  readonly errorCount: number;
  /** Items in flight that ended because the run was stopped. */
  readonly cancelledCount: number;
  readonly notStartedCount: number;
  /** True when every item succeeded and none was left out; true for no items at all. */
  readonly allSucceeded: boolean;
  /** Wall-clock time in milliseconds. */
  readonly milliseconds: number;
  /** Why the run ended before its items did; undefined when nothing stopped it. */
  readonly stoppedBy: StopReason | undefined;
  /** The error that stopped the run, where it was one. */
  readonly stopError: Error | undefined;
  /** The first thing that `onEvent` threw. */
  readonly listenerError: Error | undefined;
  readonly #collected: boolean;

  constructor(record: BatchRecord<T, R>) {
    const { counts } = record;
    this.items = record.items;
    this.results = record.results;
    this.errors = record.errors;
    this.statuses = record.statuses;
    this.total = counts.total;
    this.successCount = counts.succeeded;
    this.errorCount = counts.failed;
    this.cancelledCount = counts.cancelled;
    this.notStartedCount = counts.notStarted;
    this.allSucceeded = record.complete && counts.succeeded === counts.total;
    this.milliseconds = record.milliseconds;
    this.stoppedBy = record.stoppedBy;
    this.stopError = record.stopError;
    this.listenerError = record.listenerError;
    this.#collected = record.collected;
  }

  /**
   * Each item that succeeded with its result, in input order.
   * @throws AppError `USAGE` with `collect: false`.
   */
  successful(): [item: T, result: R][] {
    return this.#pairs('succeeded', this.results as readonly R[]);
  }

  /**
   * Each item that failed with its error, in input order.
   * @throws AppError `USAGE` with `collect: false`.
   */
  failed(): [item: T, error: Error][] {
    return this.#pairs('failed', this.errors as readonly Error[]);
  }

  #pairs<V>(status: ItemStatus, values: readonly V[]): [T, V][] {
    if (!this.#collected) {
      throw new AppError('USAGE', 'With collect: false a batch keeps no items and no results.', {
        suggestions: ['Take them in onSettled as they come, or leave out collect: false.'],
      });
    }
    const pairs: [T, V][] = [];
    this.statuses.forEach((each, index) => {
      if (each === status) pairs.push([this.items[index] as T, values[index] as V]);
    });
    return pairs;
  }
}
