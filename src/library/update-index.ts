import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../core/errors.ts';
import { loadTokenCounter } from '../documents/count-tokens.ts';
import { parseDocument } from '../documents/read-document.ts';
import { readDocumentBytes } from '../documents/read-document-bytes.ts';
import { createDocumentWriter, type NewDocument } from './document-writer.ts';
import { inTransaction } from './library-database.ts';
import type { ListedFile } from './list-documents.ts';
import { preparePassages } from './prepare-passages.ts';

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
  kept_at: string | null;
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
  const writer = createDocumentWriter(database);
  let changes: (NewDocument | ListedFile)[] = [];
  const write = (): void => {
    inTransaction(database, () =>
      changes.forEach((change) =>
        'document' in change ? writer.write(change) : writer.touch(change),
      ),
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
      if ('document' in change)
        warnings.push(...change.document.warnings.map((warning) => `${file.path}: ${warning}`));
    } catch (error) {
      if (file.named || !(error instanceof AppError)) throw error;
      warnings.push(`${error.message} It was left out.`);
      if (before !== undefined) gone.push(before.id);
    }
    if (changes.length >= BATCH) write();
  }
  if (changes.length > 0) write();
  if (gone.length > 0) inTransaction(database, () => gone.forEach((id) => writer.remove(id)));
  return warnings;
}

function knownFiles(database: DatabaseSync): Map<string, KnownFile> {
  const rows = database
    .prepare('SELECT id, path, size, modified_ms, changed_ms, file_sha256, kept_at FROM documents')
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

/** Known documents that are in this library no more, or whose file is gone; not those that were taken in for good. */
async function vanished(
  known: ReadonlyMap<string, KnownFile>,
  files: readonly ListedFile[],
  paths: readonly string[],
): Promise<number[]> {
  const present = new Set(files.map((file) => file.path));
  const roots = paths.map((path) => resolve(path) + sep);
  const gone: number[] = [];
  for (const { path, id, kept_at: keptAt } of known.values()) {
    if (present.has(path) || keptAt !== null) continue;
    const isHere = roots.some((root) => path.startsWith(root));
    if (isHere || !(await exists(path))) gone.push(id);
  }
  return gone;
}

async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined;
}

/** What the file has become: a document, or only other times. */
async function readChange(
  file: ListedFile,
  before: KnownFile | undefined,
  options: UpdateOptions,
): Promise<NewDocument | ListedFile> {
  const bytes = await readDocumentBytes(file.path, options);
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  if (before?.file_sha256 === fileSha256) return file;
  const document = await parseDocument(bytes, file.path);
  const passages = preparePassages(document, await loadTokenCounter());
  return { file, fileSha256, document, passages, readAt: options.now().toISOString() };
}
