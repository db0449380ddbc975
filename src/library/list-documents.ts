import type { Dirent, Stats } from 'node:fs';
import { glob, lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../core/errors.ts';
import { DOCUMENT_ENDINGS, kindOfName } from '../documents/detect-kind.ts';
import { hasGlob } from './has-glob.ts';

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

export interface Listing {
  /** In order of path. */
  files: readonly ListedFile[];
  warnings: readonly string[];
}

/** More is no library but a whole disk named by mistake. */
const MAX_FILES = 20_000;

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

interface Walk {
  files: Map<string, ListedFile>;
  warnings: string[];
  signal: AbortSignal | undefined;
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

/** The files that a pattern names; what lies in folders that it names is not meant. */
async function walkPattern(pattern: string, walk: Walk): Promise<void> {
  const root = fixedFolder(pattern);
  const realRoot = await realpath(root).catch(() => undefined);
  if (realRoot === undefined) return;
  const isPassedOver = ({ name }: Dirent): boolean =>
    name.startsWith('.') || name === 'node_modules';
  const entries = glob(relative(root, pattern), {
    cwd: root,
    withFileTypes: true,
    exclude: isPassedOver,
  });
  for await (const entry of entries) {
    walk.signal?.throwIfAborted();
    const { path, real, stats } = await targetOf(entry, entry.parentPath, entry.parentPath);
    const inside = relative(root, path).split(sep);
    if (inside.some((name) => name.startsWith('.') || name === 'node_modules')) continue;
    if (kindOfName(path) === undefined) continue;
    const whole = real === undefined ? undefined : await realpath(path).catch(() => undefined);
    if (stats === undefined || whole === undefined) {
      walk.warnings.push(`${path} could not be read and was left out.`);
    } else if (!isWithin(whole, realRoot)) {
      walk.warnings.push(`${path} is a link out of ${root} and was left out.`);
    } else if (stats.isFile()) addFile(path, stats, walk, root);
  }
}

/** The folder above the first part of a pattern that stands for many. */
function fixedFolder(pattern: string): string {
  let folder = pattern;
  while (hasGlob(folder)) folder = dirname(folder);
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

interface Target {
  path: string;
  /** Where links lead to; absent, with `stats`, when that cannot be told. */
  real?: string;
  stats?: Stats;
}

async function targetOf(entry: Dirent, parent: string, realParent: string): Promise<Target> {
  const path = join(parent, entry.name);
  try {
    const real = entry.isSymbolicLink() ? await realpath(path) : join(realParent, entry.name);
    return { path, real, stats: await stat(real) };
  } catch {
    return { path };
  }
}

function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function addFile(path: string, stats: Stats, { files }: Walk, root: string): void {
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

function listed(path: string, stats: Stats, named: boolean): ListedFile {
  return { path, named, size: stats.size, modifiedMs: stats.mtimeMs, changedMs: stats.ctimeMs };
}
