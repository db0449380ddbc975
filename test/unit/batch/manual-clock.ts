import type { Clock } from '../../../src/batch/clock.ts';

interface Timer {
  dueAt: number;
  callback: () => void;
}

/** A clock that stands still until a test moves it; timers fire in order and exactly when they are due. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  setTimer(callback: () => void, delayMs: number): () => void {
    const timer = { dueAt: this.#now + delayMs, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Moves on, and lets promises settle after every timer. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settlePromises();
    for (let next = this.#next(); next && next.dueAt <= end; next = this.#next()) {
      this.#now = Math.max(this.#now, next.dueAt);
      this.#timers.delete(next);
      next.callback();
      await settlePromises();
    }
    this.#now = end;
  }

  #next(): Timer | undefined {
    return [...this.#timers].toSorted((left, right) => left.dueAt - right.dueAt)[0];
  }
}

/** Lets every promise that can settle without time passing do so. */
export function settlePromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
