import type { StepName, UnstampedEvent } from '../core/events.ts';
import type { PlannedItem } from '../core/keyword.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import type { CallScope } from '../providers/call.ts';

/** What one item's steps run with: the signal, the events and the sum of what they consume. */
export class ItemScope {
  readonly item: PlannedItem;
  readonly signal: AbortSignal;
  readonly #emit: (event: UnstampedEvent) => void;
  readonly #now: () => number;
  #usage: Usage = NO_USAGE;

  constructor(options: {
    item: PlannedItem;
    signal: AbortSignal;
    emit: (event: UnstampedEvent) => void;
    now: () => number;
  }) {
    this.item = options.item;
    this.signal = options.signal;
    this.#emit = options.emit;
    this.#now = options.now;
  }

  get usage(): Usage {
    return this.#usage;
  }

  /** Runs one step between its two events; a step that throws has no end event, its item has an error. */
  async step<T>(step: StepName, work: (tools: StepTools) => Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    const about = { item: this.item.index, keyword: this.item.keyword, step };
    const startedAt = this.#now();
    this.#emit({ type: 'step-start', ...about });
    const result = await work({
      calls: {
        signal: this.signal,
        item: this.item.index,
        step,
        onUsage: (usage) => {
          this.#usage = addUsage(this.#usage, usage);
        },
      },
      progress: (done, total) => this.#emit({ type: 'step-progress', ...about, done, total }),
    });
    this.#emit({ type: 'step-end', ...about, milliseconds: this.#now() - startedAt });
    return result;
  }
}

export interface StepTools {
  calls: CallScope;
  progress: (done: number, total: number) => void;
}
