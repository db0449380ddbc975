import { Changes } from './changes.ts';

/**
 * Decides, for a limited fetch, whether one more batch is needed: it begins when the counts of all before it are known
 * and come to less than what is wanted; else it waits until all works before it are written, because repeats may leave
 * room.
 * Without a limit every batch is needed at once.
 */
export class BatchGate {
  readonly #limit: number;
  readonly #counts: (number | undefined)[] = [];
  /** The batch that is being written. */
  #written = 0;
  #isEnough = false;
  readonly #changes = new Changes();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Resolves with whether the batch is needed. @throws the signal's reason when aborted. */
  async enter(batch: number, signal: AbortSignal): Promise<boolean> {
    if (this.#limit === Infinity) return true;
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    aborted.catch(() => {});
    try {
      for (;;) {
        signal.throwIfAborted();
        if (this.#isEnough) return false;
        const before = Array.from({ length: batch }, (_, index) => index);
        if (this.#written >= batch) return true;
        const counts = before.map((index) => this.#counts[index] ?? Infinity);
        if (counts.reduce((sum, count) => sum + count, 0) < this.#limit) return true;
        await Promise.race([this.#changes.next, aborted]);
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** How many works the batch has at most. */
  told(batch: number, count: number): void {
    this.#counts[batch] = count;
    this.#changes.tell();
  }

  /** All works of the batches before this one are written. */
  reached(batch: number): void {
    this.#written = batch;
    this.#changes.tell();
  }

  /** All that is wanted is there. */
  enough(): void {
    this.#isEnough = true;
    this.#changes.tell();
  }
}
