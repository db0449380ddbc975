import { snapshotSettings } from '../../config/settings-snapshot.ts';
import type { SourceItem } from '../../core/source-item.ts';
import { openLibraryDatabase } from '../../library/library-database.ts';
import { createLateEmbedder } from '../../run/ingestion/late-embedder.ts';
import { checkReportPaths } from '../../reports/check-report-paths.ts';
import { libraryIndexPath } from '../../run/library-index-path.ts';
import { resumeRun } from '../../run/resume-run.ts';
import { sessionNote } from '../opening-notes.ts';
import { changeOf, type Resumption } from '../resumption.ts';
import { embedderNote } from './add-command.ts';
import { executeAdd } from './execute-add.ts';
import { loadAddSettings } from './load-add-settings.ts';

/**
 * Goes on with adding documents; gives the exit code. What is in the library already is not read again, and what has a
 * vector is not embedded again.
 * @throws AppError for settings that cannot work any more, or an index that cannot be used.
 */
export async function resumeAdd(resumption: Resumption): Promise<number> {
  const { ledger, stored, scope, flags, cwd } = resumption;
  const { run } = stored;
  const snapshot = { run, settings: stored.settings };
  const { loaded, prices } = await loadAddSettings({ cwd, flags, snapshot });
  const { settings, secrets, baseDirectory } = loaded;
  await checkReportPaths(settings.reports);
  const late = await createLateEmbedder(settings, secrets);
  const database = await openLibraryDatabase(libraryIndexPath(loaded));
  try {
    const session = await resumeRun<SourceItem>(ledger, stored, {
      scope,
      settings: snapshotSettings(settings, baseDirectory),
      change: changeOf(flags),
    });
    return await executeAdd({
      session,
      loaded,
      prices,
      cwd,
      database,
      late,
      flags,
      gone: [],
      unchanged: 0,
      notes: [
        ...(session.todo.length === 0 ? [`Run ${run} has nothing left to do.`] : []),
        ...sessionNote(session),
        embedderNote(late.embedder?.name),
      ],
    });
  } finally {
    database.close();
  }
}
