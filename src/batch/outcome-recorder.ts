import type { ItemStatus } from '../core/events.ts';
import type { BatchRecord } from './batch-result.ts';
import type { BatchCounts } from './events.ts';
import type { ItemGroup } from './item-source.ts';
import type { SettledItem } from './settled-item.ts';

/** Counts the fates of the items and, when it collects, keeps them in input order. */
export class OutcomeRecorder<T, R> {
  readonly #collect: boolean;
  readonly #items: T[] = [];
  readonly #results: (R | undefined)[] = [];
  readonly #errors: (Error | undefined)[] = [];
  readonly #statuses: ItemStatus[] = [];
  readonly #known: number | undefined;
  #seen = 0;
  #succeeded = 0;
  #failed = 0;
  #cancelled = 0;

  /** `known` are all items, where they are known beforehand. */
  constructor(known: readonly T[] | undefined, collect: boolean) {
    this.#collect = collect;
    this.#known = known?.length;
    known?.forEach((item, index) => this.#expect(index, item));
  }

  /** Takes note of items that were pulled, whether they start or not. */
  see(group: ItemGroup<T>): void {
    this.#seen += group.items.length;
    if (this.#known !== undefined) return;
    group.items.forEach((item, offset) => this.#expect(group.indexes[offset] ?? 0, item));
  }

  settle(settled: SettledItem<T, R>): void {
    if (settled.status === 'succeeded') this.#succeeded += 1;
    else if (settled.status === 'failed') this.#failed += 1;
    else this.#cancelled += 1;
    if (!this.#collect) return;
    this.#statuses[settled.index] = settled.status;
    if (settled.status === 'succeeded') this.#results[settled.index] = settled.result;
    else if (settled.status === 'failed') this.#errors[settled.index] = settled.error;
  }

  get counts(): BatchCounts {
    const total = this.#known ?? this.#seen;
    const settled = this.#succeeded + this.#failed + this.#cancelled;
    return {
      total,
      succeeded: this.#succeeded,
      failed: this.#failed,
      cancelled: this.#cancelled,
      notStarted: total - settled,
    };
  }

  get record(): Pick<
    BatchRecord<T, R>,
    'counts' | 'items' | 'results' | 'errors' | 'statuses' | 'collected'
  > {
    return {
      counts: this.counts,
      items: this.#items,
      results: this.#results,
      errors: this.#errors,
      statuses: this.#statuses,
      collected: this.#collect,
    };
  }

  #expect(index: number, item: T): void {
    if (!this.#collect) return;
    this.#items[index] = item;
    this.#results[index] = undefined;
    this.#errors[index] = undefined;
    this.#statuses[index] = 'not-started';
  }
}
