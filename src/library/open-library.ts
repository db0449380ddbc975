import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../core/errors.ts';
import { commonFolder } from './common-folder.ts';
import { joinByMeaning } from './join-by-meaning.ts';
import { leastSimilarityOf } from './least-similarity.ts';
import { indexError, openLibraryDatabase, SCHEMA_VERSION } from './library-database.ts';
import type { Library } from './library.ts';
import { listDocuments } from './list-documents.ts';
import type { ListedFile } from './list-documents.ts';
import { countPassages } from './passage-counts.ts';
import { searchIndex } from './search-index.ts';
import type { SearchScope } from './search-index.ts';
import { updateIndex } from './update-index.ts';
import { loadVectors, type VectorTable } from './vector-table.ts';

export interface OpenLibraryOptions {
  /**
   * Folders (read with all below them), files and patterns. Without any, the library is what was added to the index, as
   * it was when it was added.
   */
  paths: readonly string[];
  /** Name of the embedder whose vectors the search may use; without it the search is by words. */
  model?: string | undefined;
  /** The index file, made with its folder where missing; `:memory:` for none. */
  indexPath: string;
  signal?: AbortSignal | undefined;
  /** Limit of one document in bytes; default 100 MB. */
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
  const { paths, indexPath, signal, maxBytes, model, now = () => new Date() } = options;
  const { files, warnings } =
    paths.length === 0 ? { files: [], warnings: [] } : await listDocuments(paths, signal);
  if (files.length === 0 && paths.length > 0) throw noDocuments(paths, warnings);
  const database = await openLibraryDatabase(indexPath);
  try {
    const update = { paths, signal, maxBytes, now };
    const problems = [
      ...warnings,
      ...(paths.length === 0 ? [] : await updateIndex(database, files, update)),
    ];
    const documents = documentsOf(database, paths.length === 0 ? undefined : files);
    const scope = scopeOf(documents);
    if (scope.passageCounts.size === 0) throw noDocuments(paths, problems);
    // Vectors are loaded with the first search that has one.
    let table: VectorTable | undefined;
    const vectorCount = model === undefined ? 0 : countVectors(database, model, scope);
    const search: Library['search'] = (query, { maxResults, vector }) => {
      const hits = searchIndex(database, query, scope, maxResults);
      if (vector === undefined || model === undefined || vectorCount === 0) return hits;
      table ??= loadVectors(database, model);
      if (table === undefined) return hits;
      const meaning = { vector, table, leastSimilarity: leastSimilarityOf(model) };
      const isWanted = (document: number): boolean => scope.passageCounts.has(document);
      return joinByMeaning(database, hits, meaning, { isWanted, maxResults });
    };
    return {
      roots: paths.length === 0 ? [commonFolder(documents.map(({ path }) => path))] : paths,
      documentCount: scope.passageCounts.size,
      fingerprint: fingerprintOf(documents, vectorCount === 0 ? [] : [model, vectorCount]),
      warnings: problems,
      vectorCount,
      search: (query, wanted) => inSnapshot(database, indexPath, () => search(query, wanted)),
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

/** One snapshot for all statements of a search, while another process may be writing. */
function inSnapshot<T>(database: DatabaseSync, indexPath: string, work: () => T): T {
  try {
    database.exec('BEGIN');
    try {
      return work();
    } finally {
      database.exec('COMMIT');
    }
  } catch (error) {
    throw indexError(indexPath, error);
  }
}

interface ScopeDocument {
  id: number;
  path: string;
  language: string | null;
  sha256: string;
  passages: number;
}

/** The documents of the listed files, or those that were added to the index, in order of path. */
function documentsOf(
  database: DatabaseSync,
  files: readonly ListedFile[] | undefined,
): ScopeDocument[] {
  const rows = database
    .prepare(
      `SELECT id, path, language, file_sha256 AS sha256, kept_at IS NOT NULL AS isKept,
         (SELECT count(*) FROM passages WHERE document_id = documents.id) AS passages
       FROM documents ORDER BY path`,
    )
    .all() as unknown as (ScopeDocument & { isKept: number })[];
  const listed = new Set(files?.map((file) => file.path));
  return rows.filter(({ path, isKept }) => (files === undefined ? isKept === 1 : listed.has(path)));
}

function scopeOf(documents: readonly ScopeDocument[]): SearchScope {
  return {
    passageCounts: new Map(documents.map(({ id, passages }) => [id, passages])),
    passageCount: documents.reduce((sum, { passages }) => sum + passages, 0),
    languages: [...new Set(documents.flatMap(({ language }) => language ?? []))],
  };
}

function countVectors(database: DatabaseSync, model: string, scope: SearchScope): number {
  let count = 0;
  for (const [id, { vectors }] of countPassages(database, model))
    if (scope.passageCounts.has(id)) count += vectors;
  return count;
}

/** All that decides what a search finds, beside the query. */
function fingerprintOf(documents: readonly ScopeDocument[], meaning: readonly unknown[]): string {
  const facts = documents.map(({ path, sha256 }) => ({ path, file_sha256: sha256 }));
  return hash('sha256', JSON.stringify([SCHEMA_VERSION, facts, ...meaning]));
}

function noDocuments(paths: readonly string[], problems: readonly string[]): AppError {
  const message =
    paths.length === 0
      ? 'No document has been added to the library.'
      : `No readable document was found in ${paths.join(', ')}.`;
  return new AppError('INPUT_INVALID', message, {
    suggestions: [
      ...problems.slice(0, 5),
      paths.length === 0
        ? 'Add some: seo-content library add docs'
        : 'Name a folder with .md, .txt, .html, .pdf or .docx files, for example: --library docs/articles',
    ],
  });
}
