import type { Dirent } from 'node:fs';
import { glob, realpath } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { kindOfName } from '../documents/detect-kind.ts';
import { hasGlob } from './has-glob.ts';
import { addFile, isWithin, targetOf, type Walk } from './listing-walk.ts';

/** The files that a pattern names; what lies in folders that it names is not meant. */
export async function walkPattern(pattern: string, walk: Walk): Promise<void> {
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
