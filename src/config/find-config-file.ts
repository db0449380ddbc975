import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../core/errors.ts';

const CONFIG_FILE_NAMES = [
  'seo-content.config.ts',
  'seo-content.config.js',
  'seo-content.config.json',
] as const;

/** The names of the configuration files in a folder; folders above are not searched. */
export async function findConfigFiles(directory: string): Promise<string[]> {
  const present = await Promise.all(CONFIG_FILE_NAMES.map((name) => exists(join(directory, name))));
  return CONFIG_FILE_NAMES.filter((_, index) => present[index]);
}

/**
 * The name of the one configuration file in a folder, where there is one.
 * @throws AppError `CONFIG_INVALID` when there are several.
 */
export async function findConfigFile(directory: string): Promise<string | undefined> {
  const names = await findConfigFiles(directory);
  if (names.length > 1) {
    throw new AppError(
      'CONFIG_INVALID',
      `There are ${names.length} configuration files in ${directory}: ${names.join(', ')}.`,
      { suggestions: ['Keep one of them and delete or rename the others.'] },
    );
  }
  return names[0];
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
