import { AppError, isAbortError, type ErrorCode } from '../core/errors.ts';
import type { StepName, StepReuse, UnstampedEvent } from '../core/events.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { RunItem } from '../core/run-item.ts';
import { reportError } from '../core/report-error.ts';
import type { ItemOutcome } from '../core/summary.ts';
import { addUsage, NO_USAGE, type Usage } from '../core/usage.ts';
import type { CallScope } from '../providers/call.ts';
import type { StepInput, StepMemory } from './step-memory.ts';

export interface ItemScopeOptions<Item extends RunItem = PlannedItem> {
  item: Item;
  signal: AbortSignal;
  emit: (event: UnstampedEvent) => void;
  /** Monotonic milliseconds. */
  now: () => number;
  /** Wall clock. */
  today: () => Date;
  /** What earlier sessions of the run have paid for the item. */
  paid?: Usage | undefined;
  memory?: StepMemory | undefined;
  /** Nothing is made anew: a step whose output is not remembered throws. */
  onlyRemembered?: boolean;
}

/** What an item has come to that stands though a later step fails. */
type Made = Partial<Pick<ItemOutcome, 'files' | 'title' | 'words' | 'published'>>;

/** Errors that say that the answers were of no use, and not that there were none. */
const REJECTING: ReadonlySet<ErrorCode> = new Set(['ANSWER_INVALID', 'NO_SOURCES']);

/** What one item's steps run with: the signal, the events, the memory and the sums of what they consume. */
export class ItemScope<Item extends RunItem = PlannedItem> {
  readonly item: Item;
  readonly signal: AbortSignal;
  readonly #options: ItemScopeOptions<Item>;
  #usage: Usage;
  #saved: Usage = NO_USAGE;
  #made: Made = {};

  constructor(options: ItemScopeOptions<Item>) {
    this.item = options.item;
    this.signal = options.signal;
    this.#options = options;
    this.#usage = options.paid ?? NO_USAGE;
  }

  /** All that the run has paid for the item, in earlier sessions too. */
  get usage(): Usage {
    return this.#usage;
  }

  get saved(): Usage {
    return this.#saved;
  }

  /** What stands of the item though a later step fails. */
  get made(): Made {
    return this.#made;
  }

  keep(made: Made): void {
    this.#made = { ...this.#made, ...made };
  }

  /**
   * Runs one step between its two events, or takes the output that the memory has for its input. A step that throws
   * has no end event, its item has an error.
   */
  async step<T>(
    step: StepName,
    work: (tools: StepTools) => Promise<T>,
    input?: StepInput,
  ): Promise<T> {
    this.signal.throwIfAborted();
    const { memory, now, emit } = this.#options;
    const { index, keyword } = this.item;
    const startedAt = now();
    const startedOn = this.#options.today().toISOString();
    emit({ type: 'step-start', item: index, keyword, step });
    const end = (reused?: StepReuse) => {
      const milliseconds = now() - startedAt;
      const origin = reused === undefined ? {} : { reused };
      emit({ type: 'step-end', item: index, keyword, step, milliseconds, ...origin });
      return { startedAt: startedOn, milliseconds, input };
    };

    const known = input === undefined ? undefined : await memory?.find(index, step, input);
    if (known !== undefined) {
      const { output, usage, saved, madeAt } = known;
      this.#saved = addUsage(this.#saved, saved);
      const facts = end(known.reused);
      // Whoever made the output keeps it; a second copy would only take room.
      const copy = input?.keepsCopy === true ? { output } : {};
      if (known.reused !== 'run' && this.#options.onlyRemembered !== true)
        memory?.save(index, step, { ...facts, ...copy, ok: true, usage, saved, madeAt });
      return output as T;
    }
    if (this.#options.onlyRemembered === true && input !== undefined) {
      throw new AppError('INTERNAL', `The ${step} of "${keyword}" is not in the ledger any more.`);
    }
    const meter = { usage: NO_USAGE, saved: NO_USAGE };
    try {
      const output = await work(this.#tools(step, meter));
      const facts = end();
      memory?.save(index, step, { ...facts, ...meter, ok: true, output });
      return output;
    } catch (error) {
      if (!isAbortError(error)) {
        const milliseconds = now() - startedAt;
        const facts = { startedAt: startedOn, milliseconds, ...meter };
        memory?.save(index, step, { ...facts, ok: false, error: reportError(error) });
        if (error instanceof AppError && REJECTING.has(error.code))
          memory?.reject(index, step, error.about);
      }
      throw error;
    }
  }

  #tools(step: StepName, meter: { usage: Usage; saved: Usage }): StepTools {
    const { emit } = this.#options;
    const { index, keyword } = this.item;
    return {
      calls: {
        signal: this.signal,
        item: index,
        step,
        onUsage: (usage, replayed = false) => {
          meter.usage = addUsage(meter.usage, usage);
          // What was paid in an earlier session is in the sum from the beginning.
          if (!replayed) this.#usage = addUsage(this.#usage, usage);
        },
        onSaved: (usage) => {
          meter.saved = addUsage(meter.saved, usage);
          this.#saved = addUsage(this.#saved, usage);
        },
      },
      progress: (done, total) =>
        emit({ type: 'step-progress', item: index, keyword, step, done, total }),
    };
  }
}

export interface StepTools {
  calls: CallScope;
  progress: (done: number, total: number) => void;
}
