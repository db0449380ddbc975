import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathTest } from './document-filter.ts';
import { hashFile } from './hash-file.ts';
import { isUnchanged, keptDocuments, type KnownDocument } from './known-documents.ts';
import { listDocuments, type ListedFile } from './list-documents.ts';
import { countPassages } from './passage-counts.ts';

/** Why a document is worked on: the library has it not, or not as it is now, or not all of its vectors. */
type IngestionReason = 'new' | 'changed' | 'without-vectors';

interface PlannedFile extends ListedFile {
  reason: IngestionReason;
}

/** What bringing a library up to date with some paths takes; nothing has been changed yet. */
export interface IngestionPlan {
  /** In order of path. */
  todo: readonly PlannedFile[];
  /** Files whose documents stand as they are. */
  unchanged: number;
  /** Those of them whose times have changed and whose content has not. */
  touched: readonly ListedFile[];
  /** Documents of the library below the paths whose files are gone. */
  gone: readonly KnownDocument[];
  /** What was left out and why, a sentence each. */
  warnings: readonly string[];
}

export interface PlanOptions {
  /** Files, folders and patterns; relative ones count from the working directory of the process. */
  paths: readonly string[];
  /** Name of the embedder that every passage shall have a vector of. */
  model?: string | undefined;
  /** Paths whose files are gone are no mistake. */
  prune?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Compares the files of some paths with the library: by size and times first, and by content where only the times differ.
 * @throws AppError `INPUT_INVALID` for a path that is missing, or a named file of a kind that cannot be read.
 */
export async function planIngestion(
  database: DatabaseSync,
  options: PlanOptions,
): Promise<IngestionPlan> {
  const { paths, model, signal, prune = false } = options;
  const kept = keptDocuments(database);
  const present = prune ? await pathsToList(paths, kept) : paths;
  const { files, warnings } = await listDocuments(present, signal);
  const known = new Map(kept.map((document) => [document.path, document]));
  const counts = countPassages(database, model);
  const todo: PlannedFile[] = [];
  const touched: ListedFile[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    const before = known.get(file.path);
    if (before === undefined) {
      todo.push({ ...file, reason: 'new' });
      continue;
    }
    const isSame = isUnchanged(before, file) || (await hasSameContent(before, file, signal));
    const count = counts.get(before.id);
    if (!isSame) todo.push({ ...file, reason: 'changed' });
    else if (model !== undefined && (count?.missing ?? 0) > 0)
      todo.push({ ...file, reason: 'without-vectors' });
    else if (!isUnchanged(before, file)) touched.push(file);
  }
  return {
    todo,
    touched,
    unchanged: files.length - todo.length,
    gone: await findGone(kept, files, paths),
    warnings,
  };
}

async function hasSameContent(
  before: KnownDocument,
  file: ListedFile,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return before.size === file.size && (await hashFile(file.path, signal)) === before.fileSha256;
}

/** Without the paths that are gone and that the library had documents of. */
async function pathsToList(
  paths: readonly string[],
  kept: readonly KnownDocument[],
): Promise<string[]> {
  const present: string[] = [];
  for (const path of paths) {
    const isKnown = kept.some(pathTest(path, process.cwd()));
    if (!isKnown || !(await isGone(resolve(path)))) present.push(path);
  }
  return present;
}

/** A folder that cannot be read now, or a file that is passed over now, is not gone. */
async function findGone(
  kept: readonly KnownDocument[],
  files: readonly ListedFile[],
  paths: readonly string[],
): Promise<KnownDocument[]> {
  const present = new Set(files.map(({ path }) => path));
  const tests = paths.map((path) => pathTest(path, process.cwd()));
  const gone: KnownDocument[] = [];
  for (const document of kept) {
    if (present.has(document.path) || !tests.some((test) => test(document))) continue;
    if (await isGone(document.path)) gone.push(document);
  }
  return gone;
}

async function isGone(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR';
  }
}
