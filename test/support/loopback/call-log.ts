import type { LoopbackCall, LoopbackRoute } from './loopback-types.ts';

/** Keeps the calls of a server and lets tests wait for them. */
export class CallLog {
  readonly calls: LoopbackCall[] = [];
  inFlight = 0;
  maxConcurrent = 0;
  readonly #keep: boolean;
  readonly #arrived = new Map<LoopbackRoute, number>();
  readonly #open = new Map<LoopbackRoute, number>();
  readonly #peaks = new Map<LoopbackRoute, number>();
  readonly #waiters = new Set<{ isMet: () => boolean; resolve: () => void }>();
  #nextId = 1;

  constructor(keep: boolean) {
    this.#keep = keep;
  }

  start(
    seen: Omit<LoopbackCall, 'id' | 'startedAt' | 'endedAt' | 'concurrency' | 'outcome' | 'status'>,
  ): LoopbackCall {
    this.inFlight += 1;
    this.maxConcurrent = Math.max(this.maxConcurrent, this.inFlight);
    const open = (this.#open.get(seen.route) ?? 0) + 1;
    this.#open.set(seen.route, open);
    this.#peaks.set(seen.route, Math.max(this.peak(seen.route), open));
    this.#arrived.set(seen.route, (this.#arrived.get(seen.route) ?? 0) + 1);
    const call: LoopbackCall = {
      ...seen,
      id: this.#nextId,
      startedAt: performance.now(),
      concurrency: this.inFlight,
      outcome: 'open',
    };
    this.#nextId += 1;
    if (this.#keep) this.calls.push(call);
    this.wake();
    return call;
  }

  /** Ends a call; only the first end of a call counts. */
  end(call: LoopbackCall, outcome: 'answered' | 'broken' | 'aborted', status?: number): void {
    if (call.outcome !== 'open') return;
    call.outcome = outcome;
    call.endedAt = performance.now();
    if (status !== undefined) call.status = status;
    this.inFlight -= 1;
    this.#open.set(call.route, this.open(call.route) - 1);
    this.wake();
  }

  /** How many calls arrived, on one route or on all. */
  count(route?: LoopbackRoute): number {
    if (route !== undefined) return this.#arrived.get(route) ?? 0;
    return this.#arrived.values().reduce((sum, count) => sum + count, 0);
  }

  /** How many calls of a route are in flight. */
  open(route: LoopbackRoute): number {
    return this.#open.get(route) ?? 0;
  }

  /** The most calls of a route that were ever in flight together. */
  peak(route: LoopbackRoute): number {
    return this.#peaks.get(route) ?? 0;
  }

  /** Resolves as soon as the condition holds; looked at whenever a call starts or ends, and on `wake`. */
  waitUntil(isMet: () => boolean): Promise<void> {
    if (isMet()) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.add({ isMet, resolve }));
  }

  /** Forgets all calls that have ended; those in flight go on. */
  reset(): void {
    this.calls.length = 0;
    this.#arrived.clear();
    this.#peaks.clear();
    this.maxConcurrent = this.inFlight;
  }

  /** Looks at all conditions again. */
  wake(): void {
    for (const waiter of this.#waiters) {
      if (!waiter.isMet()) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }
}
