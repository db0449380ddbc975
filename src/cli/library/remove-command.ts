import { AppError } from '../../core/errors.ts';
import { pathTest } from '../../library/document-filter.ts';
import { keptDocuments } from '../../library/known-documents.ts';
import { removeDocuments } from '../../library/remove-documents.ts';
import { withLibrary } from './with-library.ts';

/**
 * Takes documents out of the library of the current folder, by file, folder or pattern; gives their paths. Their files
 * stay.
 * @throws AppError `USAGE` without paths, `INPUT_INVALID` for one that no document of the library has; nothing is
 * removed then.
 */
export async function removeCommand(paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0)
    throw new AppError('USAGE', 'No documents named.', {
      suggestions: ['Name files, folders or patterns: seo-content library remove docs/old'],
    });
  return withLibrary({}, async (database) => {
    const documents = keptDocuments(database);
    const wanted = paths.map((path) => {
      const found = documents.filter(pathTest(path, process.cwd()));
      if (found.length > 0) return found;
      throw new AppError('INPUT_INVALID', `The library has no document in ${path}.`, {
        suggestions: ['Look what it has: seo-content library list'],
      });
    });
    const chosen = new Map(wanted.flat().map((document) => [document.path, document]));
    removeDocuments(database, [...chosen.values()]);
    return [...chosen.keys()].toSorted();
  });
}
