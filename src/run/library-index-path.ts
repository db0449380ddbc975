import { join } from 'node:path';
import type { LoadedSettings } from '../config/load-settings.ts';

/** Where the index of the library is kept. */
export function libraryIndexPath({
  stateDirectory,
}: Pick<LoadedSettings, 'stateDirectory'>): string {
  return join(stateDirectory, 'library.db');
}
