import { FifoQueue } from '../batch/fifo-queue.ts';

/** A number of places that may change at any time. First come, first served; whoever gives up leaves the line at once. */
export class CallSlots {
  readonly #queue = new FifoQueue<() => void>();
  #limit: number;
  #taken = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get limit(): number {
    return this.#limit;
  }

  /** A lower limit takes no place away from anyone: it holds as places are left. */
  set limit(limit: number) {
    this.#limit = limit;
    this.#serve();
  }

  get taken(): number {
    return this.#taken;
  }

  /**
   * Resolves with the function that leaves the place, once there is one; calling it again does nothing.
   * @throws the signal's reason when aborted before.
   */
  enter(signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const give = (): void => {
        unqueue();
        signal.removeEventListener('abort', giveUp);
        this.#taken++;
        resolve(this.#leaver());
      };
      const giveUp = (): void => {
        unqueue();
        reject(signal.reason);
      };
      const unqueue = this.#queue.push(give);
      signal.addEventListener('abort', giveUp, { once: true });
      this.#serve();
    });
  }

  #leaver(): () => void {
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#taken--;
      this.#serve();
    };
  }

  #serve(): void {
    while (this.#taken < this.#limit && this.#queue.first !== undefined) this.#queue.first();
  }
}
