import type { ExtractedRow, RowColumns } from '../core/extracted-row.ts';
import { ROW_FORMATS, type RowFormatName } from './row-formats.ts';

/** Where finished text goes; waits where the other side is slow. */
export interface TextSink {
  write: (text: string) => Promise<void>;
}

/**
 * Writes rows in their order, whatever the order in which they come: each as soon as all before it are there. What
 * waits for an earlier row is kept as text.
 */
export class OrderedRows {
  readonly #format;
  readonly #columns: RowColumns;
  readonly #sink: TextSink;
  readonly #waiting = new Map<number, ExtractedRow>();
  #next = 0;
  #written: Promise<void>;

  constructor(options: { format: RowFormatName; columns: RowColumns; sink: TextSink }) {
    this.#format = ROW_FORMATS[options.format];
    this.#columns = options.columns;
    this.#sink = options.sink;
    this.#written = this.#sink.write(this.#format.head(this.#columns));
    // Told by whoever waits for the end.
    this.#written.catch(() => {});
  }

  /** The row that everything waits for. */
  get next(): number {
    return this.#next;
  }

  /** Takes the row of an index, once. Resolves when all that could be written is handed over. */
  put(index: number, row: ExtractedRow): Promise<void> {
    this.#waiting.set(index, row);
    let text = '';
    for (let ready = this.#waiting.get(this.#next); ready !== undefined;) {
      text += this.#format.row(ready, this.#columns, this.#next === 0);
      this.#waiting.delete(this.#next);
      this.#next += 1;
      ready = this.#waiting.get(this.#next);
    }
    return text === '' ? this.#written : this.#write(text);
  }

  /** After the last row. @throws what a write failed with. */
  end(): Promise<void> {
    return this.#write(this.#format.tail);
  }

  #write(text: string): Promise<void> {
    this.#written = this.#written.then(() => this.#sink.write(text));
    this.#written.catch(() => {});
    return this.#written;
  }
}
