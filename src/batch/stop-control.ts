/**
 * Why a batch ended before its items did: an item failed (fail-fast), `stopWhen` knew the error, `signal` or
 * `drain` was aborted, or the run itself broke (the items or a callback threw).
 */
export type StopReason = 'failure' | 'stop-when' | 'abort' | 'drain' | 'broken';

/** The two degrees of stopping: start nothing new, and abort what is in flight as well. */
export class StopControl {
  /** The first reason, which later ones do not replace. */
  reason: StopReason | undefined;
  /** The error behind the first reason, where there was one. */
  error: unknown;
  readonly #starting = new AbortController();
  readonly #inFlight = new AbortController();

  /** Aborted as soon as nothing may start any more. */
  get starting(): AbortSignal {
    return this.#starting.signal;
  }

  /** Aborted when what is in flight has to end, too. */
  get inFlight(): AbortSignal {
    return this.#inFlight.signal;
  }

  get stopped(): boolean {
    return this.reason !== undefined;
  }

  /** Lets nothing new start. */
  drain(reason: StopReason, error?: unknown): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.error = error;
    this.#starting.abort();
  }

  /** Lets nothing new start and aborts what is in flight; `signalReason` is what the aborted work throws. */
  abort(reason: StopReason, error: unknown, signalReason: unknown): void {
    this.drain(reason, error);
    this.#inFlight.abort(signalReason);
  }

  /**
   * True for an error that the stop has caused: once the run stops, an abort error, or what carries the reason of
   * the signal. After a drain it is work that found no way on, because what it needed might not start any more.
   */
  hasCaused(error: unknown): boolean {
    if (!this.stopped) return false;
    const isReason = (value: unknown) => this.inFlight.aborted && value === this.inFlight.reason;
    for (let link = error, depth = 0; link instanceof Error && depth < 10; depth += 1) {
      if (isReason(link) || link.name === 'AbortError') return true;
      link = link.cause;
    }
    return isReason(error);
  }
}
