import type { BatchOptions } from './batch-options.ts';
import type { EventEmitter } from './event-emitter.ts';
import { isPromiseLike } from './is-promise-like.ts';
import type { ItemGroup } from './item-source.ts';
import type { OutcomeRecorder } from './outcome-recorder.ts';
import type { SettledItem } from './settled-item.ts';
import type { StopControl } from './stop-control.ts';
import { toError } from './to-error.ts';

/** A group that a lane has started. */
export interface StartedGroup<T> {
  group: ItemGroup<T>;
  lane: number;
  /** In milliseconds since the run began. */
  startedAt: number;
}

/** What `process` came to for one item, before it is known whether the run caused the error. */
export type Fate<R> = { result: R } | { error: unknown };

interface SettlerParts<T, R> {
  options: BatchOptions<T, R>;
  control: StopControl;
  recorder: OutcomeRecorder<T, R>;
  emitter: EventEmitter;
  /** Told when a callback throws. */
  onBroken: (message: string, error: unknown) => void;
}

/** Gives items their fates, tells those who listen, and stops the run after a failure that asks for it. */
export class ItemSettler<T, R> {
  readonly #parts: SettlerParts<T, R>;

  constructor(parts: SettlerParts<T, R>) {
    this.#parts = parts;
  }

  /** `fates` are aligned with the items. The promise is that of `onSettled`, where it returns one. */
  settle(started: StartedGroup<T>, fates: readonly Fate<R>[], at: number): void | Promise<void> {
    const { recorder, emitter } = this.#parts;
    const { group, lane, startedAt } = started;
    const milliseconds = at - startedAt;
    const deliveries: PromiseLike<void>[] = [];
    fates.forEach((fate, offset) => {
      const index = group.indexes[offset] as number;
      const base = { index, item: group.items[offset] as T, lane, milliseconds };
      const settled: SettledItem<T, R> =
        'result' in fate
          ? { ...base, status: 'succeeded', result: fate.result }
          : { ...base, status: this.#statusAfter(fate.error), error: toError(fate.error) };
      recorder.settle(settled);
      if (settled.status === 'succeeded') {
        emitter.emit({ type: 'item-end', at, index, lane, milliseconds });
      } else {
        const { status, error } = settled;
        emitter.emit({ type: 'item-error', at, index, lane, status, error, milliseconds });
        if (status === 'failed') this.#stopAfter(index, error);
      }
      const delivery = this.#deliver(settled);
      if (delivery) deliveries.push(delivery);
    });
    if (deliveries.length > 0) return Promise.all(deliveries).then(() => undefined);
  }

  #statusAfter(error: unknown): 'failed' | 'cancelled' {
    return this.#parts.control.hasCaused(error) ? 'cancelled' : 'failed';
  }

  #stopAfter(index: number, error: Error): void {
    const { options, control, onBroken } = this.#parts;
    const abort = (reason: 'failure' | 'stop-when'): void => {
      const message = `Aborted, because item ${index} failed.`;
      const abortError = new DOMException(message, { name: 'AbortError', cause: error });
      control.abort(reason, error, abortError);
    };
    try {
      if (options.stopWhen?.(error)) return abort('stop-when');
    } catch (thrown) {
      onBroken(`stopWhen failed for item ${index}`, thrown);
    }
    if (options.mode !== 'continue') abort('failure');
  }

  #deliver(settled: SettledItem<T, R>): PromiseLike<void> | undefined {
    const { options, onBroken } = this.#parts;
    const onFailure = (error: unknown): void =>
      onBroken(`onSettled failed for item ${settled.index}`, error);
    try {
      const delivery = options.onSettled?.(settled);
      return isPromiseLike(delivery) ? delivery.then(undefined, onFailure) : undefined;
    } catch (error) {
      onFailure(error);
      return undefined;
    }
  }
}
