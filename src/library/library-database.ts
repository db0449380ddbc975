import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '../core/errors.ts';

/** Changes with the tables and with what documents are read into: an index of another version is built anew. */
export const SCHEMA_VERSION = 2;

/** How long a process waits for another that is writing. */
const BUSY_TIMEOUT_MS = 5000;
const BUSY_RETRY_MS = 50;

/** 32 MB of pages at hand, and as much written before it goes from the log into the file: an index is written in bulk. */
const TUNING = `
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -32000;
  PRAGMA wal_autocheckpoint = 8000;
`;

const TABLES = ['passages_fts', 'passages', 'documents', 'embeddings', 'models'];

/** The long texts stand last in their rows, so that listing documents reads over none of them. */
const SCHEMA = `
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_ms REAL NOT NULL,
    changed_ms REAL NOT NULL,
    file_sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT,
    published_at TEXT,
    language TEXT,
    pages INTEGER,
    warnings TEXT NOT NULL,
    read_at TEXT NOT NULL,
    kept_at TEXT,
    text TEXT NOT NULL
  );
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    context_start INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    page INTEGER,
    text_hash TEXT NOT NULL,
    heading TEXT
  );
  CREATE INDEX passages_by_document ON passages (document_id);
  CREATE VIRTUAL TABLE passages_fts USING fts5 (
    title, heading, body,
    content = '', contentless_delete = 1,
    tokenize = 'porter unicode61 remove_diacritics 2'
  );
  CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    dimensions INTEGER
  );
  CREATE TABLE embeddings (
    id INTEGER PRIMARY KEY,
    model_id INTEGER NOT NULL REFERENCES models (id),
    text_hash TEXT NOT NULL,
    vectors BLOB NOT NULL,
    UNIQUE (model_id, text_hash)
  );
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Opens the index of a library, a file that several processes may use at once, or `:memory:`.
 * @throws AppError `OUTPUT_UNWRITABLE` when the file cannot be made, written or understood.
 */
export async function openLibraryDatabase(indexPath: string): Promise<DatabaseSync> {
  let database: DatabaseSync | undefined;
  try {
    if (indexPath !== ':memory:') await mkdir(dirname(indexPath), { recursive: true });
    database = new DatabaseSync(indexPath, { timeout: BUSY_TIMEOUT_MS });
    await enterWalMode(database);
    database.exec(TUNING);
    inTransaction(database, () => createSchema(database as DatabaseSync));
    return database;
  } catch (error) {
    database?.close();
    throw indexError(indexPath, error);
  }
}

/** Runs `work` in one writing transaction. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Runs `work` in one writing transaction of an open index.
 * @throws AppError `OUTPUT_UNWRITABLE` for what the disk refuses.
 */
export function changeIndex<T>(database: DatabaseSync, work: () => T): T {
  try {
    return inTransaction(database, work);
  } catch (error) {
    throw indexError(database.location() ?? 'in memory', error);
  }
}

/** What a failure of SQLite or the file system means to the user; any other error comes back as it is. */
export function indexError(indexPath: string, cause: unknown): unknown {
  if (cause instanceof AppError || !(cause instanceof Error) || !('code' in cause)) return cause;
  const reason = cause.message;
  return new AppError(
    'OUTPUT_UNWRITABLE',
    `The library index ${indexPath} cannot be used: ${reason}.`,
    {
      suggestions: ['Check that its folder can be written, or delete the file: it is built anew.'],
      cause,
    },
  );
}

/** Two processes that open a new file at once collide here, and SQLite does not wait by itself. */
async function enterWalMode(database: DatabaseSync): Promise<void> {
  for (let waited = 0; ; waited += BUSY_RETRY_MS) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = error instanceof Error && /locked|busy/iu.test(error.message);
      if (!isBusy || waited >= BUSY_TIMEOUT_MS) throw error;
      await setTimeout(BUSY_RETRY_MS);
    }
  }
}

function createSchema(database: DatabaseSync): void {
  const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
  if (version === SCHEMA_VERSION) return;
  for (const table of TABLES) database.exec(`DROP TABLE IF EXISTS ${table}`);
  database.exec(SCHEMA);
}
