import { lstat, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findConfigFiles } from '../../config/find-config-file.ts';
import { AppError } from '../../core/errors.ts';
import { writeFileAtomically } from '../../output/write-file-atomically.ts';
import { initFiles } from './init-files.ts';
import { planInit, type InitAction, type InitFolder } from './plan-init.ts';

/**
 * Sets a folder up and tells what was done to each file; a missing folder is made.
 * @throws AppError `OUTPUT_UNWRITABLE`.
 */
export async function runInit(options: {
  directory: string;
  force: boolean;
  version: string;
}): Promise<InitAction[]> {
  const { directory, force } = options;
  const files = await initFiles(options.version);
  const folder = await lookAt(
    directory,
    files.map(({ path }) => path),
  );
  const actions = planInit(files, folder, { force });
  for (const { path, content } of actions) {
    if (content !== undefined) await writeFileAtomically(join(directory, path), content);
  }
  return actions;
}

async function lookAt(directory: string, paths: readonly string[]): Promise<InitFolder> {
  const present = await Promise.all(paths.map((path) => isTaken(join(directory, path))));
  const gitignore = await readGitignore(join(directory, '.gitignore'));
  return {
    taken: new Set(paths.filter((_, index) => present[index])),
    configFiles: await findConfigFiles(directory),
    isRepository: await isInRepository(resolve(directory)),
    ...(gitignore === undefined ? {} : { gitignore }),
  };
}

// A link that leads nowhere takes the name too.
async function isTaken(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function readGitignore(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new AppError('OUTPUT_UNWRITABLE', `${path} cannot be read (${code}).`, {
      suggestions: ['Make it a readable file, or set the program up in another folder with --dir.'],
      cause: error,
    });
  }
}

async function isInRepository(directory: string): Promise<boolean> {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (await isTaken(join(folder, '.git'))) return true;
    if (folder === dirname(folder)) return false;
  }
}
