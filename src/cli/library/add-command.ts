import { resolve } from 'node:path';
import { portablePath, snapshotSettings } from '../../config/settings-snapshot.ts';
import { AppError } from '../../core/errors.ts';
import type { SourceItem } from '../../core/source-item.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { createDocumentWriter } from '../../library/document-writer.ts';
import { changeIndex, openLibraryDatabase } from '../../library/library-database.ts';
import { planIngestion, type IngestionPlan } from '../../library/plan-ingestion.ts';
import { removeDocuments } from '../../library/remove-documents.ts';
import { checkReportPaths } from '../../reports/check-report-paths.ts';
import { beginRun } from '../../run/begin-run.ts';
import { createLateEmbedder } from '../../run/ingestion/late-embedder.ts';
import { ledgerPath } from '../../run/ledger-path.ts';
import { libraryIndexPath } from '../../run/library-index-path.ts';
import { formatNumberOf } from '../format-count.ts';
import { newRunName } from '../new-run-name.ts';
import { terminalText } from '../terminal-text.ts';
import type { AddFlags } from './add-flags.ts';
import { executeAdd } from './execute-add.ts';
import { loadAddSettings } from './load-add-settings.ts';

/**
 * Brings the library up to date with files, folders and patterns; gives the exit code.
 * @throws AppError for wrong usage, input or configuration, before anything is spent.
 */
export async function addCommand(request: {
  paths: readonly string[];
  flags: AddFlags;
}): Promise<number> {
  const { paths, flags } = request;
  if (paths.length === 0) throw noPaths();
  const cwd = process.cwd();
  const { loaded, prices } = await loadAddSettings({ cwd, flags });
  const { settings, secrets, baseDirectory } = loaded;
  await checkReportPaths(settings.reports);
  const late = await createLateEmbedder(settings, secrets);
  const database = await openLibraryDatabase(libraryIndexPath(loaded));
  try {
    const plan = await planIngestion(database, {
      paths: paths.map((path) => resolve(cwd, path)),
      model: late.embedder?.name,
      prune: flags.prune,
    });
    const writer = createDocumentWriter(database);
    changeIndex(database, () => plan.touched.forEach((file) => writer.touch(file)));
    const gone = flags.prune === true ? plan.gone : [];
    const notes = notesOf(plan, flags.prune === true);
    // One document for scripts, whatever there was to do.
    if (plan.todo.length === 0 && !flags.json) {
      removeDocuments(database, gone);
      return nothingToDo(notes, plan);
    }
    const items = plan.todo.map(({ path, size }, index): SourceItem => ({
      index,
      keyword: portablePath(path, baseDirectory).replace(/^\.\//u, ''),
      slug: '',
      priority: size,
      path: portablePath(path, baseDirectory),
    }));
    const ledger = await openLedger(ledgerPath(loaded), { create: true });
    const now = new Date();
    const run = {
      run: newRunName(now),
      command: 'library add',
      dryRun: false,
      createdAt: now.toISOString(),
      settings: snapshotSettings(settings, baseDirectory),
    };
    const session = await beginRun(ledger, run, items);
    return await executeAdd({
      session,
      loaded,
      prices,
      cwd,
      database,
      late,
      gone,
      unchanged: plan.unchanged,
      flags,
      notes: [...notes, embedderNote(late.embedder?.name)],
    });
  } finally {
    database.close();
  }
}

/** For people: what the library will be searched by. */
export function embedderNote(model: string | undefined): string {
  return model === undefined
    ? 'Embeddings: none. The library is searched by words only.'
    : `Embeddings: ${model}.`;
}

function notesOf(plan: IngestionPlan, prune: boolean): string[] {
  const gone = formatNumberOf(plan.gone.length, 'document');
  return [
    ...plan.warnings,
    ...(plan.unchanged === 0 ? [] : [`Unchanged: ${formatNumberOf(plan.unchanged, 'document')}.`]),
    ...(plan.gone.length === 0
      ? []
      : [
          prune
            ? `Dropped, because the files are gone: ${gone}.`
            : `Files are gone of ${gone}; to drop them: --prune`,
        ]),
  ];
}

/** A nightly job whose documents stand as they are has done what it was to do. */
function nothingToDo(notes: readonly string[], { unchanged }: IngestionPlan): number {
  for (const note of notes) process.stderr.write(`${terminalText(note)}\n`);
  process.stderr.write(
    unchanged === 0
      ? 'There are no documents in these places.\n'
      : 'The library is up to date: nothing is left to do.\n',
  );
  return 0;
}

function noPaths(): AppError {
  return new AppError('USAGE', 'No documents named.', {
    suggestions: [
      'Name files, folders or patterns: seo-content library add docs "manuals/**/*.pdf"',
    ],
  });
}
