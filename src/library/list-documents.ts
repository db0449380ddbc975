import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '../core/errors.ts';
import { DOCUMENT_ENDINGS, kindOfName } from '../documents/detect-kind.ts';
import { hasGlob } from './has-glob.ts';
import { addFile, isWithin, listed, targetOf, type ListedFile, type Walk } from './listing-walk.ts';
import { walkPattern } from './walk-pattern.ts';

export type { ListedFile } from './listing-walk.ts';

export interface Listing {
  /** In order of path. */
  files: readonly ListedFile[];
  warnings: readonly string[];
}

/**
 * Finds the documents in folders, among named files and by patterns such as `docs/*.pdf`. In folders and by patterns,
 * hidden files and folders and `node_modules` are passed over, and so are links that lead out of the folder, lest a
 * copied folder publish what lies elsewhere.
 * @throws AppError `INPUT_INVALID` for a path that is missing, or a named file of a kind that cannot be read.
 */
export async function listDocuments(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Listing> {
  const files = new Map<string, ListedFile>();
  const warnings: string[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    if (hasGlob(path) && !(await exists(absolute))) {
      await walkPattern(absolute, { files, warnings, signal });
      continue;
    }
    const stats = await statNamed(absolute, path);
    if (stats.isDirectory()) await walkFolder(absolute, { files, warnings, signal });
    else files.set(absolute, namedFile(absolute, path, stats));
  }
  const sorted = [...files.values()].toSorted((left, right) => (left.path < right.path ? -1 : 1));
  return { files: sorted, warnings };
}

async function walkFolder(root: string, walk: Walk): Promise<void> {
  const realRoot = await realpath(root);
  const seen = new Set<string>([realRoot]);
  const folders = [{ path: root, real: realRoot }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    walk.signal?.throwIfAborted();
    const entries = await entriesOf(folder.path, walk);
    const { path: parent, real: realParent } = folder;
    const targets = await Promise.all(entries.map((entry) => targetOf(entry, parent, realParent)));
    for (const { path, real, stats } of targets) {
      if (real === undefined || stats === undefined) {
        // Node shows the bytes of a name that are not UTF-8 as U+FFFD, and such a file cannot be opened by that name.
        walk.warnings.push(`${path} could not be read and was left out.`);
      } else if (!isWithin(real, realRoot)) {
        walk.warnings.push(`${path} is a link out of ${root} and was left out.`);
      } else if (!seen.has(real)) {
        seen.add(real);
        if (stats.isDirectory()) folders.push({ path, real });
        else if (stats.isFile() && kindOfName(path) !== undefined) addFile(path, stats, walk, root);
      }
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** What may lead to documents, in a folder. */
async function entriesOf(folder: string, walk: Walk): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(
      (entry) =>
        !entry.name.startsWith('.') &&
        entry.name !== 'node_modules' &&
        (!entry.isFile() || kindOfName(entry.name) !== undefined),
    );
  } catch {
    walk.warnings.push(`The folder ${folder} could not be read and was left out.`);
    return [];
  }
}

async function statNamed(absolute: string, path: string): Promise<Stats> {
  try {
    return await stat(absolute);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason = missing ? 'does not exist' : 'cannot be read';
    throw new AppError('INPUT_INVALID', `The library path ${path} ${reason}.`, {
      suggestions: [`Check the path; it was looked for at ${absolute}.`],
      cause,
    });
  }
}

function namedFile(absolute: string, path: string, stats: Stats): ListedFile {
  if (!stats.isFile() || kindOfName(absolute) === undefined) {
    throw new AppError(
      'INPUT_INVALID',
      `The library file ${path} is of a kind that cannot be read.`,
      {
        suggestions: [`Documents end in ${DOCUMENT_ENDINGS.join(', ')}.`],
      },
    );
  }
  return listed(absolute, stats, true);
}
