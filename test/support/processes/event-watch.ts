import { createInterface } from 'node:readline';
import type { RunEvent } from '../../../src/core/events.ts';
import type { Workplace } from '../cli.ts';

/** Follows the lines that a program writes to standard error, as they come. */
export class EventWatch {
  /** Of `--reporter ndjson`. */
  readonly events: RunEvent[] = [];
  readonly lines: string[] = [];
  /** When standard error ended. */
  readonly ended: Promise<void>;
  readonly #waiters = new Set<() => void>();

  constructor(running: ReturnType<Workplace['start']>) {
    const lines = createInterface({ input: running.stderr });
    lines.on('line', (line) => {
      this.lines.push(line);
      if (line.startsWith('{')) this.#read(line);
      for (const look of this.#waiters) look();
    });
    this.ended = new Promise((resolve) => {
      lines.on('close', () => {
        resolve();
        for (const look of this.#waiters) look();
      });
    });
  }

  /** Resolves with true when so many events of a type have been told, with false when the program ended before. */
  waitForEvents(type: RunEvent['type'], count: number): Promise<boolean> {
    return this.#waitUntil(
      () => this.events.filter((event) => event.type === type).length >= count,
    );
  }

  /** As `waitForEvents`, for a line with these words. */
  waitForLine(words: RegExp): Promise<boolean> {
    return this.#waitUntil(() => this.lines.some((line) => words.test(line)));
  }

  async #waitUntil(isMet: () => boolean): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<true>();
    const look = () => {
      if (isMet()) resolve(true);
    };
    this.#waiters.add(look);
    look();
    try {
      return await Promise.race([promise, this.ended.then(isMet)]);
    } finally {
      this.#waiters.delete(look);
    }
  }

  /** A line that was cut off by a kill is no event. */
  #read(line: string): void {
    try {
      this.events.push(JSON.parse(line) as RunEvent);
    } catch {
      // The last line of a killed program.
    }
  }
}
