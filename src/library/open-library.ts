import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../core/errors.ts';
import { indexError, openLibraryDatabase } from './library-database.ts';
import type { Library } from './library.ts';
import { listDocuments } from './list-documents.ts';
import type { ListedFile } from './list-documents.ts';
import { searchIndex } from './search-index.ts';
import type { SearchScope } from './search-index.ts';
import { updateIndex } from './update-index.ts';

export interface OpenLibraryOptions {
  /** Folders (read with all below them) and files: .md, .markdown, .txt, .html, .htm. */
  paths: readonly string[];
  /** The index file, made with its folder where missing; `:memory:` for none. */
  indexPath: string;
  signal?: AbortSignal | undefined;
  /** Limit of one document in bytes; default 10 MB. */
  maxBytes?: number | undefined;
  now?: (() => Date) | undefined;
}

/**
 * Opens a library of documents. Its index is kept between runs and brought up to date: only new and changed files are
 * read. Several processes may open the same index.
 * @throws AppError `INPUT_INVALID` for a wrong path or a library without documents, `DOCUMENT_UNREADABLE` for a file
 * that was named itself and cannot be read, `OUTPUT_UNWRITABLE` for the index; the signal's reason when aborted.
 */
export async function openLibrary(options: OpenLibraryOptions): Promise<Library> {
  const { paths, indexPath, signal, maxBytes, now = () => new Date() } = options;
  const { files, warnings } = await listDocuments(paths, signal);
  if (files.length === 0) throw noDocuments(paths, warnings);
  const database = await openLibraryDatabase(indexPath);
  try {
    const problems = [
      ...warnings,
      ...(await updateIndex(database, files, { paths, signal, maxBytes, now })),
    ];
    const scope = scopeOf(database, files);
    if (scope.passageCounts.size === 0) throw noDocuments(paths, problems);
    return {
      documentCount: scope.passageCounts.size,
      fingerprint: fingerprintOf(database, files),
      warnings: problems,
      search: (query, { maxResults }) =>
        searchSafely(database, query, scope, maxResults, indexPath),
      close: () => {
        if (database.isOpen) database.close();
      },
    };
  } catch (error) {
    database.close();
    signal?.throwIfAborted();
    throw indexError(indexPath, error);
  }
}

function searchSafely(
  database: DatabaseSync,
  query: string,
  scope: SearchScope,
  maxResults: number,
  indexPath: string,
): ReturnType<Library['search']> {
  try {
    return searchIndex(database, query, scope, maxResults);
  } catch (error) {
    throw indexError(indexPath, error);
  }
}

function scopeOf(database: DatabaseSync, files: readonly ListedFile[]): SearchScope {
  const listed = new Set(files.map((file) => file.path));
  const rows = database
    .prepare(
      `SELECT id, path, language, (SELECT count(*) FROM passages WHERE document_id = documents.id) AS passages
       FROM documents`,
    )
    .all() as { id: number; path: string; language: string | null; passages: number }[];
  const own = rows.filter((row) => listed.has(row.path));
  return {
    passageCounts: new Map(own.map((row) => [row.id, row.passages])),
    passageCount: own.reduce((sum, row) => sum + row.passages, 0),
    languages: [...new Set(own.flatMap((row) => row.language ?? []))],
  };
}

function fingerprintOf(database: DatabaseSync, files: readonly ListedFile[]): string {
  const listed = new Set(files.map((file) => file.path));
  const rows = database.prepare('SELECT path, file_sha256 FROM documents ORDER BY path').all();
  return hash('sha256', JSON.stringify(rows.filter((row) => listed.has(String(row['path'])))));
}

function noDocuments(paths: readonly string[], problems: readonly string[]): AppError {
  return new AppError('INPUT_INVALID', `No readable document was found in ${paths.join(', ')}.`, {
    suggestions: [
      ...problems.slice(0, 5),
      'Name a folder with .md, .txt or .html files, for example: --library docs/articles',
    ],
  });
}
