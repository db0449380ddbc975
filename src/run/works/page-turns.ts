interface Waiter {
  batch: number;
  go: () => void;
}

/**
 * Lets so many pages be fetched at a time, those of earlier batches first: they are written first, and what does not
 * have to wait for its turn need not be read again from where it is kept.
 */
export class PageTurns {
  readonly #most: number;
  readonly #waiting: Waiter[] = [];
  #running = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs the work when its turn comes. @throws the signal's reason when aborted before; what the work throws. */
  async take<T>(batch: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#running >= this.#most) await this.#wait(batch, signal);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      this.#handOn();
    }
  }

  #wait(batch: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = {
      batch,
      go: () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      },
    };
    const giveUp = (): void => {
      const place = this.#waiting.indexOf(waiter);
      if (place < 0) return;
      this.#waiting.splice(place, 1);
      reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    const behind = this.#waiting.findIndex((other) => other.batch > batch);
    this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, waiter);
    return promise;
  }

  /** The place of what has ended goes to the next one. */
  #handOn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next.go();
  }
}
