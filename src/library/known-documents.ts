import type { DatabaseSync } from 'node:sqlite';
import type { FileFacts } from './document-writer.ts';

/** A document of the index without its text. */
export interface KnownDocument extends FileFacts {
  id: number;
  fileSha256: string;
  title: string;
  kind: string;
  publishedAt?: string;
  language?: string;
  /** Absent for kinds without pages. */
  pages?: number;
  /** What was left out or could not be understood when it was read, a sentence each. */
  warnings: readonly string[];
  /** ISO 8601. */
  readAt: string;
  /** When the library took it in, ISO 8601; absent for one that is only researched in. */
  keptAt?: string;
}

const COLUMNS = `id, path, kind, size, modified_ms, changed_ms, file_sha256, title, published_at, language, pages, warnings,
  read_at, kept_at`;

/** What the index knows of a file. */
export function findDocument(database: DatabaseSync, path: string): KnownDocument | undefined {
  const row = database.prepare(`SELECT ${COLUMNS} FROM documents WHERE path = ?`).get(path);
  return row === undefined ? undefined : toDocument(row as unknown as DocumentRow);
}

/** The documents that the library has taken in, in order of path. */
export function keptDocuments(database: DatabaseSync): KnownDocument[] {
  const rows = database
    .prepare(`SELECT ${COLUMNS} FROM documents WHERE kept_at IS NOT NULL ORDER BY path`)
    .all();
  return (rows as unknown as DocumentRow[]).map(toDocument);
}

/** How many those are. */
export function countKeptDocuments(database: DatabaseSync): number {
  const row = database
    .prepare('SELECT count(*) AS count FROM documents WHERE kept_at IS NOT NULL')
    .get();
  return (row as unknown as { count: number }).count;
}

/** Whether a file is as it was when it was read, as far as the file system tells. */
export function isUnchanged(before: FileFacts, file: FileFacts): boolean {
  return (
    before.size === file.size &&
    before.modifiedMs === file.modifiedMs &&
    before.changedMs === file.changedMs
  );
}

interface DocumentRow {
  id: number;
  path: string;
  kind: string;
  size: number;
  modified_ms: number;
  changed_ms: number;
  file_sha256: string;
  title: string;
  published_at: string | null;
  language: string | null;
  pages: number | null;
  warnings: string;
  read_at: string;
  kept_at: string | null;
}

function toDocument(row: DocumentRow): KnownDocument {
  return {
    id: row.id,
    path: row.path,
    kind: row.kind,
    size: row.size,
    modifiedMs: row.modified_ms,
    changedMs: row.changed_ms,
    fileSha256: row.file_sha256,
    title: row.title,
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    ...(row.language === null ? {} : { language: row.language }),
    ...(row.pages === null ? {} : { pages: row.pages }),
    warnings: JSON.parse(row.warnings) as string[],
    readAt: row.read_at,
    ...(row.kept_at === null ? {} : { keptAt: row.kept_at }),
  };
}
