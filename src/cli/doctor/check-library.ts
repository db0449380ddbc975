import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedSettings } from '../../config/load-settings.ts';
import { packageRoot } from '../../config/package-root.ts';
import { AppError } from '../../core/errors.ts';
import { kindOfName } from '../../documents/detect-kind.ts';
import { lookAtIndex } from '../../library/look-at-index.ts';
import { libraryIndexPath } from '../../run/library-index-path.ts';
import { runCheck, type Check } from './check.ts';

/** Whether the library is there and has documents; they are counted, not read. */
export function checkLibrary({ settings, stateDirectory }: LoadedSettings): Promise<Check> {
  return runCheck('Library', async () => {
    if (!settings.research.includes('library')) return { status: 'skipped', message: 'not in use' };
    const isShipped = settings.library.length === 0;
    const { added } = isShipped
      ? await lookAtIndex(libraryIndexPath({ stateDirectory }))
      : { added: 0 };
    if (added > 0)
      return { status: 'ok', message: `${added} documents were added (seo-content library list)` };
    const paths = isShipped ? [join(packageRoot(), 'examples', 'library')] : settings.library;
    const counts = await Promise.all(paths.map(countDocuments));
    const count = counts.reduce((sum, one) => sum + one, 0);
    const where = isShipped ? 'the shipped examples' : paths.join(', ');
    if (count > 0) return { status: 'ok', message: `${count} documents in ${where}` };
    throw new AppError('CONFIG_INVALID', `There is no document in ${where}.`, {
      suggestions: [
        'Put documents there (Markdown, HTML, text, PDF, Word, CSV), or name another folder with --library.',
      ],
    });
  });
}

async function countDocuments(path: string): Promise<number> {
  try {
    if ((await stat(path)).isFile()) return 1;
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && kindOfName(entry.name) !== undefined).length;
  } catch (cause) {
    const reason =
      (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read';
    throw new AppError('CONFIG_INVALID', `${path} ${reason}.`, {
      suggestions: ['Correct the setting library, or make the folder.'],
      cause,
    });
  }
}
