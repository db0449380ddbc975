import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../core/errors.ts';
import { checkOutputDirectory } from '../output/check-output-directory.ts';
import { formatOfPath } from './format-of-path.ts';
import { reportUnwritable } from './report-unwritable.ts';

/**
 * Proves that the reports can be written, before anything is spent: their endings are known, no two are one file, none
 * is a folder, and their folders, which are made where they are missing, can be written to.
 * @throws AppError `USAGE` or `OUTPUT_UNWRITABLE`.
 */
export async function checkReportPaths(paths: readonly string[]): Promise<void> {
  for (const path of paths) formatOfPath(path);
  const seen = new Map<string, string>();
  for (const path of paths) {
    const target = await placeOf(path);
    const other = seen.get(target);
    if (other !== undefined) throw sameFile(path, other);
    seen.set(target, path);
  }
}

/** The path without links in its folder, which exists and can be written to from here on. */
async function placeOf(path: string): Promise<string> {
  const folder = dirname(resolve(path));
  try {
    await checkOutputDirectory(folder);
  } catch (error) {
    throw reportUnwritable([error]);
  }
  if ((await stat(path).catch(() => undefined))?.isDirectory()) {
    throw new AppError('USAGE', `The report "${path}" is a folder.`, {
      suggestions: [`Name a file in it: --report ${join(path, 'report.csv')}`],
    });
  }
  return join(await realpath(folder), basename(path));
}

function sameFile(path: string, other: string): AppError {
  const both = path === other ? `"${path}"` : `"${path}" and "${other}"`;
  return new AppError('USAGE', `Two reports would be written to one file: ${both}.`, {
    suggestions: ['Give each --report a file of its own.'],
  });
}
