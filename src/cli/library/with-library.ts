import { stat } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { SettingFlags } from '../../config/flag-layer.ts';
import { loadSettings, type LoadedSettings } from '../../config/load-settings.ts';
import { AppError } from '../../core/errors.ts';
import { openLibraryDatabase } from '../../library/library-database.ts';
import { libraryIndexPath } from '../../run/library-index-path.ts';

/**
 * Works on the library of the current folder, and closes it whatever happens. `nothingYet` answers where nothing has been
 * added; without it that is an error.
 * @throws AppError `INPUT_INVALID` where there is no library, `OUTPUT_UNWRITABLE` for a file that is none.
 */
export async function withLibrary<T>(
  flags: SettingFlags,
  work: (database: DatabaseSync, loaded: LoadedSettings) => Promise<T>,
  nothingYet?: () => T,
): Promise<T> {
  const loaded = await loadSettings({
    cwd: process.cwd(),
    flags,
    environment: process.env,
    needs: [],
  });
  const path = libraryIndexPath(loaded);
  if ((await stat(path).catch(() => undefined)) === undefined) {
    if (nothingYet !== undefined) return nothingYet();
    throw nothingAdded();
  }
  const database = await openLibraryDatabase(path);
  try {
    return await work(database, loaded);
  } finally {
    database.close();
  }
}

/** The library has no document. */
export function nothingAdded(): AppError {
  return new AppError('INPUT_INVALID', 'The library is empty: no document has been added.', {
    suggestions: ['Add some: seo-content library add docs'],
  });
}
