interface Link<T> {
  value: T;
  before: Link<T> | undefined;
  after: Link<T> | undefined;
}

/** First in, first out, and whoever waits can leave from the middle: every operation takes constant time. */
export class FifoQueue<T> {
  #first: Link<T> | undefined;
  #last: Link<T> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The value that has waited longest. */
  get first(): T | undefined {
    return this.#first?.value;
  }

  /** @returns a function that takes the value out again, wherever it stands; calling it twice does nothing. */
  push(value: T): () => void {
    const link: Link<T> = { value, before: this.#last, after: undefined };
    if (this.#last) this.#last.after = link;
    else this.#first = link;
    this.#last = link;
    this.#size += 1;
    let queued = true;
    return () => {
      if (queued) this.#unlink(link);
      queued = false;
    };
  }

  *[Symbol.iterator](): Generator<T> {
    for (let link = this.#first; link; link = link.after) yield link.value;
  }

  #unlink(link: Link<T>): void {
    if (link.before) link.before.after = link.after;
    else this.#first = link.after;
    if (link.after) link.after.before = link.before;
    else this.#last = link.before;
    this.#size -= 1;
  }
}
