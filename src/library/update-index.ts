import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../core/errors.ts';
import { estimateTokens } from '../core/estimate-tokens.ts';
import { createThreadReader } from '../documents/create-thread-reader.ts';
import type { DocumentReader } from '../documents/document-reader.ts';
import { createDocumentWriter, type NewDocument } from './document-writer.ts';
import { hashFile } from './hash-file.ts';
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

/** What is read in this thread. */
const FEW_FILES = 32;
const SMALL_BYTES = 100_000;

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
  const changed = files.filter((file) => !isUnchanged(known.get(file.path), file));
  const { reader, countTokens } = await toolsFor(changed, options);
  try {
    for (let at = 0; at < changed.length; at += BATCH) {
      const batch = changed.slice(at, at + BATCH);
      const work = batch.map((file) =>
        readChange(file, known.get(file.path), { ...options, reader, countTokens }),
      );
      const results = await Promise.allSettled(work);
      options.signal?.throwIfAborted();
      const read = results.flatMap((result, index): (NewDocument | ListedFile)[] => {
        if (result.status === 'fulfilled') return [result.value];
        const { path, named } = batch[index] as ListedFile;
        const error: unknown = result.reason;
        if (named || !(error instanceof AppError)) throw error;
        warnings.push(`${error.message} It was left out.`);
        const before = known.get(path);
        if (before !== undefined && before.kept_at === null) gone.push(before.id);
        return [];
      });
      inTransaction(database, () => {
        for (const change of read) {
          if (!('document' in change)) {
            writer.touch(change);
            continue;
          }
          const { file, document } = change;
          writer.write(change);
          warnings.push(...document.warnings.map((warning) => `${file.path}: ${warning}`));
        }
      });
    }
  } finally {
    await reader.close();
  }
  if (gone.length > 0) inTransaction(database, () => gone.forEach((id) => writer.remove(id)));
  return warnings;
}

/** What documents are made ready with. */
interface IndexTools {
  reader: DocumentReader;
  countTokens: (text: string) => number;
}

/**
 * A few small files are indexed before workers and the tokenizer would have been loaded; an estimate is near enough where
 * nothing is embedded.
 */
async function toolsFor(
  files: readonly ListedFile[],
  { maxBytes }: UpdateOptions,
): Promise<IndexTools> {
  const isQuick = files.length <= FEW_FILES && files.every(({ size }) => size <= SMALL_BYTES);
  if (isQuick) return { reader: createThreadReader({ maxBytes }), countTokens: estimateTokens };
  const { openDocumentReader } = await import('../documents/open-document-reader.ts');
  const { loadTokenCounter } = await import('../documents/count-tokens.ts');
  return { reader: openDocumentReader({ maxBytes }), countTokens: await loadTokenCounter() };
}

function knownFiles(database: DatabaseSync): Map<string, KnownFile> {
  const rows = database
    .prepare('SELECT id, path, size, modified_ms, changed_ms, file_sha256, kept_at FROM documents')
    .all();
  return new Map((rows as unknown as KnownFile[]).map((row) => [row.path, row]));
}

function isUnchanged(before: KnownFile | undefined, file: ListedFile): boolean {
  return (
    before !== undefined &&
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
  { signal, now, reader, countTokens }: UpdateOptions & IndexTools,
): Promise<NewDocument | ListedFile> {
  const mayBeSame = before?.size === file.size;
  if (mayBeSame && (await hashFile(file.path, signal)) === before.file_sha256) return file;
  const document = await reader.read(file.path, { signal });
  const passages = preparePassages(document, countTokens);
  const readAt = now().toISOString();
  return { file, fileSha256: document.fileSha256, document, passages, readAt };
}
