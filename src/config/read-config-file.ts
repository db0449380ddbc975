import { join } from 'node:path';
import { AppError } from '../core/errors.ts';
import { importModule } from './import-module.ts';
import { parseJsonConfig } from './parse-json-config.ts';
import { readSmallFile } from './read-small-file.ts';

const LARGEST_BYTES = 1024 * 1024;

/**
 * What a configuration file holds: the default export of a .ts or .js file, or the document of a .json file.
 * @throws AppError `CONFIG_INVALID` naming the file, and the line where it is known.
 */
export async function readConfigFile(directory: string, name: string): Promise<unknown> {
  const file = await readSmallFile(join(directory, name), LARGEST_BYTES);
  if (file === undefined) throw new AppError('CONFIG_INVALID', `${name} is gone.`);
  if ('problem' in file) throw new AppError('CONFIG_INVALID', `${name} ${file.problem}.`);
  if (name.endsWith('.json')) return parseJsonConfig(file.text, name);
  const exported = await importConfig(directory, name, file.text);
  if (isPlainObject(exported)) return exported;
  throw new AppError('CONFIG_INVALID', `${name} does not export an object with settings.`, {
    suggestions: ['Write `export default { parallel: 3 };` with the settings you want.'],
  });
}

async function importConfig(directory: string, name: string, source: string): Promise<unknown> {
  try {
    const loaded = await importModule(join(directory, name), source);
    return loaded['default'];
  } catch (error) {
    const line = error instanceof Error ? lineIn(error.stack ?? '', name) : undefined;
    const where = line === undefined ? name : `${name}, line ${line}`;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('CONFIG_INVALID', `${where} cannot be loaded: ${reason}`, {
      suggestions: [`Correct ${name}; it must run by itself and export an object with settings.`],
      cause: error,
    });
  }
}

/** The first line of the file that a stack names. */
function lineIn(stack: string, name: string): string | undefined {
  const place = stack.split(`${name}:`)[1] ?? '';
  return /^\d+/.exec(place)?.[0];
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
