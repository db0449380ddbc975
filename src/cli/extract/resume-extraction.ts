import { resolve } from 'node:path';
import { snapshotSettings } from '../../config/settings-snapshot.ts';
import type { SourceItem } from '../../core/source-item.ts';
import { removeLeftovers } from '../../output/remove-leftovers.ts';
import { requireSameRows, sourceOfItems } from '../../run/extraction/extraction-source.ts';
import { readExtraction, withExtraction } from '../../run/extraction/extraction-spec.ts';
import { isCutOff, resumeRun } from '../../run/resume-run.ts';
import { sessionNote } from '../opening-notes.ts';
import { changeOf, type Resumption } from '../resumption.ts';
import { checkOutputs } from './check-outputs.ts';
import { executeExtraction } from './execute-extraction.ts';
import { extractionNotes } from './extraction-notes.ts';
import { loadExtractionSettings } from './load-extraction-settings.ts';
import { openSource } from './open-source.ts';

/**
 * Goes on with an extraction; gives the exit code. The rows that are done stay as they are, and stand in the output again.
 * @throws AppError `INPUT_INVALID` when the table has other rows now.
 */
export async function resumeExtraction(resumption: Resumption): Promise<number> {
  const { ledger, stored, scope, flags, cwd } = resumption;
  const { settings, extraction: spec } = readExtraction(stored);
  const { run } = stored;
  const { method } = spec;
  const snapshot = { run, settings };
  const { loaded, prices } = await loadExtractionSettings({
    cwd,
    flags: { ...flags, method },
    snapshot,
  });
  const { baseDirectory } = loaded;
  const table =
    spec.table === undefined
      ? undefined
      : await openSource({ spec, files: [], cwd, baseDirectory });
  if (table !== undefined) {
    const items = await ledger.readItems<SourceItem>(run);
    requireSameRows(
      items.map(({ item }) => item),
      table.source.items,
    );
  }
  await checkOutputs(spec, loaded);
  const session = await resumeRun<SourceItem>(ledger, stored, {
    scope,
    settings: withExtraction(snapshotSettings(loaded.settings, baseDirectory), spec),
    change: changeOf(flags),
    isKept: async ({ index }) => (await ledger.readOutput(run, index, 'extract')) !== undefined,
  });
  const source = table?.source ?? sourceOfItems(session.items, spec);
  if (spec.outputPath !== undefined)
    removeLeftovers(resolve(baseDirectory, spec.outputPath, '..'), run);
  const notes =
    session.todo.length === 0 && !isCutOff(stored, scope)
      ? [`Run ${run} has nothing left to do; its rows are written once more.`]
      : [
          ...sessionNote(session),
          ...extractionNotes({ spec, source, todo: session.todo, loaded, prices }),
        ];
  return executeExtraction({ ...resumption, session, loaded, prices, spec, source, notes });
}
