import { portablePath, snapshotSettings } from '../../config/settings-snapshot.ts';
import { AppError } from '../../core/errors.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { beginRun } from '../../run/begin-run.ts';
import { withExtraction, type ExtractionSpec } from '../../run/extraction/extraction-spec.ts';
import { ledgerPath } from '../../run/ledger-path.ts';
import { newRunName } from '../new-run-name.ts';
import { checkOutputs } from './check-outputs.ts';
import { executeExtraction } from './execute-extraction.ts';
import type { ExtractFlags } from './extract-flags.ts';
import { extractionNotes } from './extraction-notes.ts';
import { keepStandardInput } from './keep-standard-input.ts';
import { loadExtractionSettings } from './load-extraction-settings.ts';
import { openSource } from './open-source.ts';
import { readSpec } from './read-spec.ts';
import { requireOneSource } from './require-one-source.ts';

/**
 * From files on the command line to a table of their fields; gives the exit code.
 * @throws AppError for wrong usage, input or configuration, before anything is spent.
 */
export async function extractCommand(request: {
  files: readonly string[];
  flags: ExtractFlags;
}): Promise<number> {
  const { files, flags } = request;
  requireOneSource(files, flags);
  const cwd = process.cwd();
  const settings = await loadExtractionSettings({ cwd, flags });
  const { loaded, prices, method } = settings;
  const spec = await readSpec({ flags, cwd, method });
  const now = new Date();
  const run = newRunName(now);
  const table = await keepStandardInput(spec.table, { run, loaded, stdin: process.stdin });
  const kept = portableSpec({ ...spec, ...(table && { table }) }, loaded.baseDirectory);
  const { source, notes } = await openSource({
    spec: kept,
    files,
    cwd,
    baseDirectory: loaded.baseDirectory,
  });
  if (source.items.length === 0) throw nothingToDo(flags);
  await checkOutputs(kept, loaded);

  const ledger = await openLedger(ledgerPath(loaded), { create: true });
  const session = await beginRun(
    ledger,
    {
      run,
      command: 'extract',
      dryRun: false,
      createdAt: now.toISOString(),
      settings: withExtraction(snapshotSettings(loaded.settings, loaded.baseDirectory), kept),
    },
    source.items,
  );
  const opening = extractionNotes({ spec: kept, source, todo: session.todo, loaded, prices });
  return executeExtraction({
    session,
    loaded,
    prices,
    cwd,
    spec: kept,
    source,
    notes: [...notes, ...opening],
    flags,
  });
}

function nothingToDo(flags: ExtractFlags): AppError {
  const place = flags['from-file'];
  return new AppError(
    'INPUT_INVALID',
    place === undefined
      ? 'There are no documents in these folders.'
      : `There are no rows in ${place}.`,
    { suggestions: ['Check the path; nothing was spent.'] },
  );
}

/** Paths as a run keeps them, so that the folder may move. */
function portableSpec(spec: ExtractionSpec, baseDirectory: string): ExtractionSpec {
  const { table, outputPath } = spec;
  const portable = (path: string) => portablePath(path, baseDirectory);
  return {
    ...spec,
    ...(table && { table: { ...table, path: portable(table.path) } }),
    ...(outputPath && { outputPath: portable(outputPath) }),
  };
}
