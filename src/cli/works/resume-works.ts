import { resolve } from 'node:path';
import { snapshotSettings } from '../../config/settings-snapshot.ts';
import { removeLeftovers } from '../../output/remove-leftovers.ts';
import { isCutOff, resumeRun } from '../../run/resume-run.ts';
import type { WorksItem } from '../../run/works/works-item.ts';
import { readWorksSpec, withWorks } from '../../run/works/works-spec.ts';
import { checkOutputFile } from '../check-output-file.ts';
import { sessionNote } from '../opening-notes.ts';
import { changeOf, type Resumption } from '../resumption.ts';
import { executeWorks } from './execute-works.ts';
import { loadWorksSettings } from './load-works-settings.ts';

/**
 * Goes on with a fetch of works; gives the exit code. Pages that are there are not fetched again, and the output is
 * written whole once more.
 * @throws AppError for settings that cannot work any more, or a file that cannot be written.
 */
export async function resumeWorks(resumption: Resumption): Promise<number> {
  const { ledger, stored, scope, flags, cwd } = resumption;
  const { settings, works: spec } = readWorksSpec(stored);
  const { run } = stored;
  const { loaded, prices } = await loadWorksSettings({ cwd, flags, snapshot: { run, settings } });
  const { baseDirectory } = loaded;
  const path = spec.outputPath === undefined ? undefined : resolve(baseDirectory, spec.outputPath);
  if (path !== undefined) await checkOutputFile(path, 'works.jsonl');
  const session = await resumeRun<WorksItem>(ledger, stored, {
    scope,
    settings: withWorks(snapshotSettings(loaded.settings, baseDirectory), spec),
    change: changeOf(flags),
  });
  if (path !== undefined) removeLeftovers(resolve(path, '..'), run);
  const notes =
    session.todo.length === 0 && !isCutOff(stored, scope)
      ? [`Run ${run} has nothing left to do; its works are written once more.`]
      : sessionNote(session);
  return executeWorks({ session, loaded, prices, cwd, spec, notes, flags });
}
