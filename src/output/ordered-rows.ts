import type { ExtractedRow, RowColumns } from '../core/extracted-row.ts';
import { ROW_FORMATS, type RowFormat, type RowFormatName } from './row-formats.ts';

/** Where finished text goes. */
export interface TextSink {
  /** Resolves when there is room for more. */
  write: (text: string) => Promise<void>;
}

/** A row, or the way to it for one that lies elsewhere until its turn comes. */
export type ReadyRow = ExtractedRow | (() => Promise<ExtractedRow>);

/** Writes rows in their order, whatever the order in which they come: each as soon as all before it are there. */
export class OrderedRows {
  readonly #format: RowFormat;
  readonly #columns: RowColumns;
  readonly #sink: TextSink;
  readonly #waiting = new Map<number, ReadyRow>();
  #next = 0;
  #writing: Promise<void>;

  constructor(options: { format: RowFormatName; columns: RowColumns; sink: TextSink }) {
    this.#format = ROW_FORMATS[options.format];
    this.#columns = options.columns;
    this.#sink = options.sink;
    this.#writing = this.#then(() => this.#sink.write(this.#format.head(this.#columns)));
  }

  /** Takes the row of an index, once. Resolves when what could be written is handed over; rejects when writing fails. */
  put(index: number, row: ReadyRow): Promise<void> {
    this.#waiting.set(index, row);
    return index === this.#next ? this.#then(() => this.#writeReady()) : this.#writing;
  }

  /** Writes what the format has after the last row. */
  end(): Promise<void> {
    return this.#then(() => this.#sink.write(this.#format.tail));
  }

  async #writeReady(): Promise<void> {
    for (let row = this.#waiting.get(this.#next); row !== undefined;) {
      const ready = typeof row === 'function' ? await row() : row;
      await this.#sink.write(this.#format.row(ready, this.#columns, this.#next === 0));
      this.#waiting.delete(this.#next);
      this.#next += 1;
      row = this.#waiting.get(this.#next);
    }
  }

  /** One write after the other; what has failed once fails whoever comes later. */
  #then(work: () => Promise<void>): Promise<void> {
    this.#writing = (this.#writing ?? Promise.resolve()).then(work);
    // Told by whoever waits for it.
    this.#writing.catch(() => {});
    return this.#writing;
  }
}
