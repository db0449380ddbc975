import type { Clock } from '../batch/clock.ts';
import { FifoQueue } from '../batch/fifo-queue.ts';
import { AppError } from '../core/errors.ts';
import { Ramp } from './ramp.ts';

/** Failures in a row that open it. */
const FAILURES_TO_OPEN = 5;
/** While it makes up its mind, so many calls may fail in all, those under way included. */
const MOST_FAILURES = 8;
const PROBE_INTERVAL_MS = 5000;

export interface BreakerOptions {
  clock: Clock;
  /** Calls at a time when all is well. */
  maximum: number;
  /** How long a call waits for a provider that is down, in milliseconds. */
  maxWaitMs: number;
  /** Told when it opens and when it closes. */
  onChange?: ((isOpen: boolean) => void) | undefined;
}

/** Leave to send one call. */
export interface Leave {
  /** To be asked right before sending. False when the provider went down meanwhile: the leave is void then. */
  start(): boolean;
  /** The call has ended: it was answered, the provider failed it, or neither can be told. */
  end(outcome: 'up' | 'down' | 'unknown', error?: AppError): void;
}

interface Waiter {
  /** Since when its call has been on its way. */
  since: number;
  give: (leave: Leave) => void;
  refuse: (error: AppError) => void;
}

/**
 * Keeps calls away from a provider that is down (the circuit breaker of Nygard, Release It!). Five failures in a row
 * open it. Then calls wait in line instead of failing, and one every five seconds is sent as a probe; the first that is
 * answered lets the others in, few at first. cockatiel's breaker rejects instead of letting wait, and takes no clock.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  readonly #queue = new FifoQueue<Waiter>();
  #failures = 0;
  /** When the first call of this row of failures was sent: what was sent before and succeeds proves nothing. */
  #failedFrom = -Infinity;
  #lastError: AppError | undefined;
  #openedAt: number | undefined;
  #nextProbeAt = 0;
  /** A probe has leave and is not sent yet. */
  #isProbeDue = false;
  #ramp: Ramp | undefined;
  /** Calls with leave since it last opened or closed; older ones may hang for long. */
  #running = 0;
  #generation = 0;
  #cancelTimer: (() => void) | undefined;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#openedAt !== undefined;
  }

  /**
   * Resolves when a call may go. `since` is when it set out.
   * @throws AppError `PROVIDER_UNAVAILABLE` when it has waited too long, or the signal's reason when aborted.
   */
  enter(since: number, signal: AbortSignal): Promise<Leave> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const part = (): void => {
        unqueue();
        signal.removeEventListener('abort', giveUp);
      };
      const give = (leave: Leave): void => {
        part();
        resolve(leave);
      };
      const refuse = (error: unknown): void => {
        part();
        reject(error);
      };
      const giveUp = (): void => refuse(signal.reason);
      const unqueue = this.#queue.push({ since, give, refuse });
      signal.addEventListener('abort', giveUp, { once: true });
      this.#serve();
    });
  }

  #serve(): void {
    const now = this.#options.clock.now();
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    for (const waiter of this.#queue) {
      if (now >= this.#deadlineOf(waiter)) waiter.refuse(this.#tooLong(now));
    }
    while (this.#queue.first !== undefined && this.#mayGo(now)) {
      this.#queue.first.give(this.#leave());
    }
    const next = this.#nextLook(now);
    if (next === Infinity) return;
    this.#cancelTimer = this.#options.clock.setTimer(() => this.#serve(), next - now);
  }

  #mayGo(now: number): boolean {
    if (this.isOpen) return !this.#isProbeDue && now >= this.#nextProbeAt;
    const rampLimit = this.#ramp?.limit(now) ?? Infinity;
    if (rampLimit === Infinity) this.#ramp = undefined;
    const doubtLimit = this.#failures === 0 ? Infinity : MOST_FAILURES - this.#failures;
    return this.#running < Math.min(rampLimit, doubtLimit);
  }

  /** When those who wait may be served without anything happening before. */
  #nextLook(now: number): number {
    if (this.#queue.size === 0) return Infinity;
    if (!this.isOpen) return this.#ramp?.nextAt(now) ?? Infinity;
    const deadlines = [...this.#queue].map((waiter) => this.#deadlineOf(waiter));
    return Math.min(this.#isProbeDue ? Infinity : this.#nextProbeAt, ...deadlines);
  }

  #leave(): Leave {
    const { clock } = this.#options;
    const isProbe = this.isOpen;
    const generation = this.#generation;
    let sentAt = clock.now();
    let hasEnded = false;
    this.#running++;
    if (isProbe) this.#isProbeDue = true;
    return {
      start: () => {
        sentAt = clock.now();
        const isValid = isProbe || generation === this.#generation || !this.isOpen;
        if (isProbe && generation === this.#generation) {
          this.#isProbeDue = false;
          this.#nextProbeAt = sentAt + PROBE_INTERVAL_MS;
          this.#serve();
        }
        return isValid;
      },
      end: (outcome, error) => {
        if (hasEnded) return;
        hasEnded = true;
        if (generation === this.#generation) {
          this.#running--;
          if (isProbe) this.#isProbeDue = false;
        }
        if (outcome === 'down') this.#failed(sentAt, error);
        if (outcome === 'up') this.#succeeded(sentAt);
        this.#serve();
      },
    };
  }

  #failed(sentAt: number, error: AppError | undefined): void {
    this.#lastError = error;
    this.#failures++;
    if (this.#failures === 1) this.#failedFrom = sentAt;
    if (this.isOpen || this.#failures < FAILURES_TO_OPEN) return;
    this.#openedAt = this.#options.clock.now();
    this.#nextProbeAt = this.#openedAt + PROBE_INTERVAL_MS;
    this.#ramp = undefined;
    this.#begin();
  }

  #succeeded(sentAt: number): void {
    this.#ramp?.succeeded();
    if (sentAt < this.#failedFrom) return;
    this.#failures = 0;
    this.#failedFrom = -Infinity;
    if (!this.isOpen) return;
    this.#openedAt = undefined;
    this.#ramp = new Ramp(this.#options.maximum, this.#options.clock.now());
    this.#begin();
  }

  #begin(): void {
    this.#generation++;
    this.#running = 0;
    this.#isProbeDue = false;
    this.#options.onChange?.(this.isOpen);
  }

  #deadlineOf({ since }: Waiter): number {
    if (this.#openedAt === undefined) return Infinity;
    return Math.max(since, this.#openedAt) + this.#options.maxWaitMs;
  }

  #tooLong(now: number): AppError {
    const seconds = Math.round((now - (this.#openedAt ?? now)) / 1000);
    const last = this.#lastError;
    return new AppError(
      'PROVIDER_UNAVAILABLE',
      `${last?.message ?? 'The provider is out of order.'} No call has got through for ${seconds} s, so it is given up.`,
      {
        suggestions: last?.suggestions ?? ['Try again later.'],
        ...(last?.status === undefined ? {} : { status: last.status }),
        cause: last,
      },
    );
  }
}
