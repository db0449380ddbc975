import type { Dirent, Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AppError } from '../core/errors.ts';

/** A file that belongs to the library, as it was when it was listed. */
export interface ListedFile {
  /** Absolute. */
  path: string;
  /** True when the user named the file itself, so that its faults are errors. */
  named: boolean;
  size: number;
  modifiedMs: number;
  /** When its content, name or rights last changed; betrays a replaced file with an old modification time. */
  changedMs: number;
}

/** More is no library but a whole disk named by mistake. */
const MAX_FILES = 20_000;

/** What a search for documents has found so far. */
export interface Walk {
  files: Map<string, ListedFile>;
  warnings: string[];
  signal: AbortSignal | undefined;
}

interface Target {
  path: string;
  /** Where links lead to; absent, with `stats`, when that cannot be told. */
  real?: string;
  stats?: Stats;
}

/** Where an entry of a folder leads. */
export async function targetOf(entry: Dirent, parent: string, realParent: string): Promise<Target> {
  const path = join(parent, entry.name);
  try {
    const real = entry.isSymbolicLink() ? await realpath(path) : join(realParent, entry.name);
    return { path, real, stats: await stat(real) };
  } catch {
    return { path };
  }
}

/** Whether a path is a folder or lies below it; both with all links followed. */
export function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** @throws AppError `INPUT_INVALID` for more files than any library has. */
export function addFile(path: string, stats: Stats, { files }: Walk, root: string): void {
  if (files.has(path)) return;
  if (files.size >= MAX_FILES) {
    throw new AppError(
      'INPUT_INVALID',
      `The library ${root} has more than ${MAX_FILES} documents.`,
      {
        suggestions: ['Name the folders that matter, for example: --library docs/articles'],
      },
    );
  }
  files.set(path, listed(path, stats, false));
}

/** A file with the facts by which a change is noticed. */
export function listed(path: string, stats: Stats, named: boolean): ListedFile {
  return { path, named, size: stats.size, modifiedMs: stats.mtimeMs, changedMs: stats.ctimeMs };
}
