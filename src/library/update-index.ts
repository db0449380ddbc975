import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../core/errors.ts';
import { cutPassages } from '../documents/cut-passages.ts';
import type { ReadDocument } from '../documents/document.ts';
import { parseDocument, readDocumentBytes } from '../documents/read-document.ts';
import { indexBody } from './index-text.ts';
import { inTransaction } from './library-database.ts';
import type { ListedFile } from './list-documents.ts';

export interface UpdateOptions {
  /** The folders and files that the library was opened with. */
  paths: readonly string[];
  signal?: AbortSignal | undefined;
  maxBytes?: number | undefined;
  now: () => Date;
}

/** Documents written in one transaction: few commits, and no long wait for another process. */
const BATCH = 50;

interface KnownFile {
  id: number;
  path: string;
  size: number;
  modified_ms: number;
  changed_ms: number;
  file_sha256: string;
}

interface Change {
  file: ListedFile;
  sha256: string;
  /** Absent when only the file's times have changed. */
  document?: ReadDocument;
}

/**
 * Brings the index up to date with the listed files: new and changed ones are read, vanished ones removed, the others
 * left alone. Documents of other libraries in the same index stay.
 * @returns what was left out and why
 */
export async function updateIndex(
  database: DatabaseSync,
  files: readonly ListedFile[],
  options: UpdateOptions,
): Promise<string[]> {
  const warnings: string[] = [];
  const known = knownFiles(database);
  const gone = await vanished(known, files, options.paths);
  let changes: Change[] = [];
  const write = (): void => {
    inTransaction(database, () =>
      changes.forEach((change) => applyChange(database, change, options.now)),
    );
    changes = [];
  };
  for (const file of files) {
    const before = known.get(file.path);
    if (before !== undefined && isUnchanged(before, file)) continue;
    options.signal?.throwIfAborted();
    try {
      const change = await readChange(file, before, options);
      changes.push(change);
      warnings.push(
        ...(change.document?.warnings ?? []).map((warning) => `${file.path}: ${warning}`),
      );
    } catch (error) {
      if (file.named || !(error instanceof AppError)) throw error;
      warnings.push(`${error.message} It was left out.`);
      if (before !== undefined) gone.push(before.id);
    }
    if (changes.length >= BATCH) write();
  }
  if (changes.length > 0) write();
  if (gone.length > 0)
    inTransaction(database, () => gone.forEach((id) => removeDocument(database, id)));
  return warnings;
}

function knownFiles(database: DatabaseSync): Map<string, KnownFile> {
  const rows = database
    .prepare('SELECT id, path, size, modified_ms, changed_ms, file_sha256 FROM documents')
    .all();
  return new Map((rows as unknown as KnownFile[]).map((row) => [row.path, row]));
}

function isUnchanged(before: KnownFile, file: ListedFile): boolean {
  return (
    before.size === file.size &&
    before.modified_ms === file.modifiedMs &&
    before.changed_ms === file.changedMs
  );
}

/** Known documents that are in this library no more, or whose file is gone. */
async function vanished(
  known: ReadonlyMap<string, KnownFile>,
  files: readonly ListedFile[],
  paths: readonly string[],
): Promise<number[]> {
  const present = new Set(files.map((file) => file.path));
  const roots = paths.map((path) => resolve(path) + sep);
  const gone: number[] = [];
  for (const { path, id } of known.values()) {
    if (present.has(path)) continue;
    const isHere = roots.some((root) => path.startsWith(root));
    if (isHere || !(await exists(path))) gone.push(id);
  }
  return gone;
}

async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined;
}

async function readChange(
  file: ListedFile,
  before: KnownFile | undefined,
  options: UpdateOptions,
): Promise<Change> {
  const bytes = await readDocumentBytes(file.path, options);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (before?.file_sha256 === sha256) return { file, sha256 };
  return { file, sha256, document: await parseDocument(bytes, file.path) };
}

function applyChange(
  database: DatabaseSync,
  { file, sha256, document }: Change,
  now: () => Date,
): void {
  if (document === undefined) {
    database
      .prepare('UPDATE documents SET size = ?, modified_ms = ?, changed_ms = ? WHERE path = ?')
      .run(file.size, file.modifiedMs, file.changedMs, file.path);
    return;
  }
  // Another process may have added the document meanwhile; its id stays, so that open libraries still find it.
  const row = database
    .prepare(
      `INSERT INTO documents (path, size, modified_ms, changed_ms, file_sha256, title, author, published_at, language, text, read_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms,
         changed_ms = excluded.changed_ms, file_sha256 = excluded.file_sha256, title = excluded.title,
         author = excluded.author, published_at = excluded.published_at, language = excluded.language,
         text = excluded.text, read_at = excluded.read_at
       RETURNING id`,
    )
    .get(
      file.path,
      file.size,
      file.modifiedMs,
      file.changedMs,
      sha256,
      document.title,
      document.author ?? null,
      document.publishedAt ?? null,
      document.language ?? null,
      document.text,
      now().toISOString(),
    );
  const id = Number(row?.['id']);
  removePassages(database, id);
  addPassages(database, id, document);
}

function addPassages(database: DatabaseSync, documentId: number, document: ReadDocument): void {
  const addPassage = database.prepare(
    'INSERT INTO passages (document_id, start, end, heading) VALUES (?, ?, ?, ?)',
  );
  const addWords = database.prepare(
    'INSERT INTO passages_fts (rowid, title, heading, body) VALUES (?, ?, ?, ?)',
  );
  const title = indexBody(document.title);
  for (const { start, end, heading } of cutPassages(document.text, document.language)) {
    const { lastInsertRowid } = addPassage.run(documentId, start, end, heading ?? null);
    addWords.run(
      lastInsertRowid,
      title,
      indexBody(heading ?? ''),
      indexBody(document.text.slice(start, end)),
    );
  }
}

function removePassages(database: DatabaseSync, documentId: number): void {
  database
    .prepare(
      'DELETE FROM passages_fts WHERE rowid IN (SELECT id FROM passages WHERE document_id = ?)',
    )
    .run(documentId);
  database.prepare('DELETE FROM passages WHERE document_id = ?').run(documentId);
}

function removeDocument(database: DatabaseSync, id: number): void {
  removePassages(database, id);
  database.prepare('DELETE FROM documents WHERE id = ?').run(id);
}
