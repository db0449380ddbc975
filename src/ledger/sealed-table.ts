import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { ledgerDamaged } from './ledger-error.ts';

export type Cell = string | number | null;

/** A table whose rows carry a checksum. */
export interface TableShape<Row> {
  name: string;
  /** All columns but the checksum and the content, which are added to them. */
  columns: readonly (keyof Row & string)[];
  /** What names a row. */
  key: readonly (keyof Row & string)[];
  /** A column for much data, read by itself. Its own checksum stands in the column `<content>_sum` of the row. */
  content?: string;
}

/** Rows go in with a checksum over all their columns, and no row comes out whose checksum is another. */
export class SealedTable<Row extends { [Column in keyof Row]: Cell }> {
  readonly #database: DatabaseSync;
  readonly #location: string;
  readonly #shape: TableShape<Row>;
  readonly #statements = new Map<string, StatementSync>();
  readonly #columns: string;
  readonly #keyMatch: string;

  constructor(database: DatabaseSync, location: string, shape: TableShape<Row>) {
    this.#database = database;
    this.#location = location;
    this.#shape = shape;
    this.#columns = [...shape.columns, 'checksum'].join(', ');
    this.#keyMatch = `WHERE ${shape.key.map((column) => `${column} = ?`).join(' AND ')}`;
  }

  /** The checksum of a content, for its column in the row. */
  static sumOf(content: Uint8Array): string {
    return digest(content);
  }

  /** Stores a row in place of the one of the same key, if there is one. Without `content`, an old one stays. */
  put(row: Row, content?: Uint8Array | null): void {
    const cells = this.#cells(row);
    const sealed = [...cells, this.#seal(cells)];
    if (content === undefined) this.#statement('put', () => this.#putQuery()).run(...sealed);
    else {
      const withContent = () => this.#putQuery(this.#shape.content);
      this.#statement('put with content', withContent).run(...sealed, content);
    }
  }

  /** The number for the next row of a table whose key is `id`. */
  nextId(): number {
    const query = () => `SELECT max(id) AS last FROM ${this.#shape.name}`;
    const row = this.#statement('last', query).get();
    return Number(row?.['last'] ?? 0) + 1;
  }

  get(...key: Cell[]): Row | undefined {
    const found = this.#statement(this.#keyMatch, () => this.#selectQuery(this.#keyMatch)).get(
      ...key,
    );
    return found && this.#open(found);
  }

  /** Rows in full but for their content. `clauses` is what stands behind the table's name in a query. */
  select(clauses: string, ...values: Cell[]): Row[] {
    return [...this.scan(clauses, ...values)];
  }

  /** As `select`, one row at a time. */
  *scan(clauses: string, ...values: Cell[]): Generator<Row> {
    const statement = this.#statement(clauses, () => this.#selectQuery(clauses));
    for (const found of statement.iterate(...values)) yield this.#open(found);
  }

  /** The content of a row, or undefined when it has none. */
  content(row: Row): Uint8Array | undefined {
    const { name, key, content } = this.#shape;
    if (content === undefined) return undefined;
    const sum = (row as Record<string, Cell>)[`${content}_sum`];
    if (sum === null) return undefined;
    const cells = key.map((column) => row[column]);
    const query = () => `SELECT ${content} FROM ${name} ${this.#keyMatch}`;
    const found = this.#statement('content', query).get(...cells);
    const bytes = found?.[content];
    if (!(bytes instanceof Uint8Array) || digest(bytes) !== sum) {
      throw this.#damaged('has a wrong checksum');
    }
    return bytes;
  }

  /** Runs what takes stored data apart: what it does not understand is damage. */
  decode<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.#damaged('holds data of another form', error);
    }
  }

  /** For a count that is not what it should be. */
  requireCount(found: number, expected: number): void {
    if (found !== expected)
      throw this.#damaged(`has ${found} rows of a run instead of ${expected}`);
  }

  #damaged(problem: string, cause?: unknown): Error {
    return ledgerDamaged(this.#location, `table ${this.#shape.name} ${problem}`, cause);
  }

  /** Prepared once; `name` says which, and `query` makes it. */
  #statement(name: string, query: () => string): StatementSync {
    let statement = this.#statements.get(name);
    if (statement === undefined) {
      statement = this.#database.prepare(query());
      this.#statements.set(name, statement);
    }
    return statement;
  }

  #selectQuery(clauses: string): string {
    return `SELECT ${this.#columns} FROM ${this.#shape.name} ${clauses}`;
  }

  #putQuery(content?: string): string {
    const { name, columns, key } = this.#shape;
    const written = [...columns, 'checksum', ...(content === undefined ? [] : [content])];
    const places = written.map(() => '?').join(', ');
    const updates = written.map((column) => `${column} = excluded.${column}`).join(', ');
    return `INSERT INTO ${name} (${written.join(', ')}) VALUES (${places})
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates}`;
  }

  #cells(row: Row): Cell[] {
    return this.#shape.columns.map((column) => wellFormed(row[column]));
  }

  #open({ checksum, ...rest }: Record<string, unknown>): Row {
    const row = rest as Row;
    if (checksum !== this.#seal(this.#cells(row))) throw this.#damaged('has a wrong checksum');
    return row;
  }

  /** Empty columns are left out: a column that is added later leaves the checksums of old rows as they are. */
  #seal(cells: readonly Cell[]): string {
    const sealed: Cell[] = [this.#shape.name];
    for (const [index, cell] of cells.entries()) {
      if (cell !== null) sealed.push(this.#shape.columns[index] ?? null, cell);
    }
    return digest(JSON.stringify(sealed));
  }
}

/** Half a surrogate pair would come back as another character. */
function wellFormed(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.toWellFormed() : cell;
}

/** SHA-256, of which 132 bits are kept: more than enough against damage. */
function digest(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url').slice(0, 22);
}
