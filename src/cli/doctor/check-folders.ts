import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LoadedSettings } from '../../config/load-settings.ts';
import { AppError } from '../../core/errors.ts';
import { checkOutputDirectory } from '../../output/check-output-directory.ts';
import { runCheck, type Check } from './check.ts';

/** Whether articles and state can be written; leaves nothing behind. */
export function checkFolders({ settings, stateDirectory }: LoadedSettings): Promise<Check[]> {
  return Promise.all([
    runCheck('Output folder', () => checkFolder(settings.outputDir)),
    runCheck('State folder', () => checkFolder(stateDirectory).catch(stateRemedy)),
  ]);
}

// A missing folder is not made for the sake of a check: the one it would be made in has to be writable.
async function checkFolder(folder: string): Promise<Omit<Check, 'name'>> {
  const present = await nearestPresent(folder);
  await checkOutputDirectory(present);
  const message = present === folder ? folder : `${folder}, to be made`;
  return { status: 'ok', message };
}

async function nearestPresent(path: string): Promise<string> {
  const isPresent = await lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  return isPresent || path === dirname(path) ? path : nearestPresent(dirname(path));
}

/** The state has its place beside the configuration: no flag chooses another. */
function stateRemedy(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  throw new AppError(error.code, error.message, {
    suggestions: ['Change its permissions, free some space, or work in another folder.'],
    cause: error,
  });
}
