import type { ErrorCode } from '../core/errors.ts';
import type { BatchOptions, GroupContext } from './batch-options.ts';
import type { Clock } from './clock.ts';
import { EventEmitter } from './event-emitter.ts';
import { isPromiseLike } from './is-promise-like.ts';
import type { ItemGroup } from './item-source.ts';
import { ItemSettler, type Fate, type StartedGroup } from './item-settler.ts';
import { OutcomeRecorder } from './outcome-recorder.ts';
import { RateLimiter } from './rate-limiter.ts';
import { retry } from './retry.ts';
import { StopControl } from './stop-control.ts';
import { toError } from './to-error.ts';

/** How a group is handed to `process`, and how its answer is read: one fate an item. */
export interface GroupCall<T, R> {
  call(group: ItemGroup<T>, context: GroupContext): unknown;
  read(answer: unknown, group: ItemGroup<T>): readonly Fate<R>[];
}

/** Why the run itself broke. */
export interface Breakage {
  code: ErrorCode;
  message: string;
  error: Error;
}

/** One run of a batch: takes groups through the rate limit and the attempts to their fate. */
export class BatchRun<T, R> {
  readonly control = new StopControl();
  readonly recorder: OutcomeRecorder<T, R>;
  readonly emitter: EventEmitter;
  breakage: Breakage | undefined;
  readonly #options: BatchOptions<T, R>;
  readonly #groupCall: GroupCall<T, R>;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #limiter: RateLimiter | undefined;
  readonly #settler: ItemSettler<T, R>;

  constructor(
    groupCall: GroupCall<T, R>,
    options: BatchOptions<T, R>,
    clock: Clock,
    known: readonly T[] | undefined,
  ) {
    this.#groupCall = groupCall;
    this.#options = options;
    this.#clock = clock;
    this.#startedAt = clock.now();
    this.#limiter = openLimiter(options.rateLimit, clock);
    this.recorder = new OutcomeRecorder(known, options.collect ?? true);
    this.emitter = new EventEmitter(options.onEvent);
    const { control, recorder, emitter } = this;
    const onBroken = (message: string, error: unknown) => this.break('INTERNAL', message, error);
    this.#settler = new ItemSettler({ options, control, recorder, emitter, onBroken });
  }

  /** Milliseconds since the run began. */
  get elapsed(): number {
    return this.#clock.now() - this.#startedAt;
  }

  /** Takes a group as far as it gets; never throws or rejects. */
  work(group: ItemGroup<T>, lane: number): void | Promise<void> {
    this.recorder.see(group);
    if (this.control.stopped) return undefined;
    if (this.#limiter) return this.#startLimited(this.#limiter, group, lane);
    return this.#start(group, lane);
  }

  /** Ends the run because something beside the items failed; what is in flight may finish. */
  break(code: ErrorCode, message: string, thrown: unknown): void {
    const error = toError(thrown);
    this.breakage ??= { code, message: `${message}: ${error.message}`, error };
    this.control.drain('broken', error);
  }

  /** Waits for the limiter before the start, so that whoever waits when the run stops was never started. */
  async #startLimited(limiter: RateLimiter, group: ItemGroup<T>, lane: number): Promise<void> {
    try {
      const reservation = await limiter.acquire(1, { signal: this.control.starting });
      if (!this.control.stopped) return await this.#start(group, lane);
      reservation.settle(0);
    } catch (error) {
      if (!this.control.stopped) await this.#fail(this.#announce(group, lane), error);
    }
  }

  #start(group: ItemGroup<T>, lane: number): void | Promise<void> {
    const started = this.#announce(group, lane);
    const succeed = (answer: unknown) => this.#succeed(started, answer);
    const fail = (error: unknown) => this.#fail(started, error);
    let answer: unknown;
    try {
      answer = this.#attempt(group, lane);
      if (isPromiseLike(answer)) return Promise.resolve(answer).then(succeed, fail);
    } catch (error) {
      return fail(error);
    }
    return succeed(answer);
  }

  #announce(group: ItemGroup<T>, lane: number): StartedGroup<T> {
    const startedAt = this.elapsed;
    for (const index of group.indexes) {
      this.emitter.emit({ type: 'item-start', at: startedAt, index, lane });
    }
    return { group, lane, startedAt };
  }

  #attempt(group: ItemGroup<T>, lane: number): unknown {
    const { indexes } = group;
    const signal = this.control.inFlight;
    const attemptOnce = (attempt: number) =>
      this.#groupCall.call(group, { indexes, lane, signal, attempt });
    const options = this.#options.retry;
    if (!options) return attemptOnce(1);
    return retry(
      async ({ attempt }) => {
        if (attempt > 1) await this.#limiter?.acquire(1, { signal });
        return attemptOnce(attempt);
      },
      {
        clock: this.#clock,
        ...options,
        signal,
        onRetry: (event) => {
          options.onRetry?.(event);
          for (const index of indexes) {
            this.emitter.emit({ type: 'item-retry', at: this.elapsed, index, lane, ...event });
          }
        },
      },
    );
  }

  #succeed(started: StartedGroup<T>, answer: unknown): void | Promise<void> {
    let fates: readonly Fate<R>[];
    try {
      fates = this.#groupCall.read(answer, started.group);
    } catch (error) {
      return this.#fail(started, error);
    }
    return this.#settler.settle(started, fates, this.elapsed);
  }

  #fail(started: StartedGroup<T>, error: unknown): void | Promise<void> {
    const fates = started.group.items.map(() => ({ error }));
    return this.#settler.settle(started, fates, this.elapsed);
  }
}

function openLimiter(
  rateLimit: BatchOptions<never, never>['rateLimit'],
  clock: Clock,
): RateLimiter | undefined {
  if (!rateLimit || rateLimit instanceof RateLimiter) return rateLimit;
  return new RateLimiter({ clock, ...rateLimit });
}
