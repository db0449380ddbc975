import type { SettingFlags } from '../config/flag-layer.ts';
import { snapshotSettings } from '../config/settings-snapshot.ts';
import { AppError } from '../core/errors.ts';
import { readKeywordInput } from '../input/read-keyword-input.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { checkOutputDirectory } from '../output/check-output-directory.ts';
import { checkReportPaths } from '../reports/check-report-paths.ts';
import { beginRun } from '../run/begin-run.ts';
import { createKeywordCheck } from '../run/create-keyword-check.ts';
import { ledgerPath } from '../run/ledger-path.ts';
import { openMeaning } from '../run/open-meaning.ts';
import { planItems, planRun } from '../run/plan-run.ts';
import { resolveDuplicates } from '../run/resolve-duplicates.ts';
import { templateLoader } from '../run/template-loader.ts';
import { readSiteArticles } from '../site/read-site-articles.ts';
import { executeArticleRun } from './execute-article-run.ts';
import type { DisplayFlags } from './execute-run.ts';
import { loadRunSettings } from './load-run-settings.ts';
import { newRunName } from './new-run-name.ts';
import { openingNotes } from './opening-notes.ts';
import { terminalText } from './terminal-text.ts';

export interface CommandRequest {
  command: 'batch' | 'generate' | 'research';
  keywords: readonly string[];
  flags: SettingFlags &
    DisplayFlags & {
      'from-file'?: string | undefined;
      source?: readonly string[] | undefined;
    };
  /** Research only. */
  dryRun: boolean;
}

/**
 * From keywords on the command line to the closing summary of a new run; gives the exit code.
 * @throws AppError for wrong usage, input or configuration, before anything is spent.
 */
export async function runCommand(request: CommandRequest): Promise<number> {
  const { command, flags, dryRun } = request;
  const cwd = process.cwd();
  const fromFile = flags['from-file'];
  if (request.keywords.length === 0 && fromFile === undefined) throw noKeywords(fromFile);
  const { loaded, prices, dateOfFiles } = await loadRunSettings({ cwd, flags, dryRun });
  const { settings, baseDirectory } = loaded;
  const loadTemplate = templateLoader(baseDirectory);
  const input = await readKeywordInput({
    args: request.keywords,
    fromFile,
    sources: flags.source,
    stdin: process.stdin,
    cwd,
    check: createKeywordCheck({
      loadTemplate,
      cwd,
      allowPrivate: settings.allowPrivate,
      hasService: loaded.secrets.tavilyApiKey !== undefined,
    }),
  });
  if (input.items.length === 0) throw noKeywords(fromFile);
  const { outputDir: directory, language, onDuplicate: mode } = settings;
  const articles = await readSiteArticles(directory, { except: new Set(), language });
  const meaning = await openMeaning(settings, new AbortController().signal);
  const resolved = await resolveDuplicates(input.items, articles, {
    mode,
    language,
    meaning,
  }).finally(() => meaning?.close());
  if (resolved.items.length === 0) return nothingNew(resolved.notes);
  const plan = await planRun(planItems(resolved.items, settings), settings, loadTemplate);
  await checkOutputDirectory(settings.outputDir);
  await checkReportPaths(settings.reports);

  const ledger = await openLedger(ledgerPath(loaded), { create: true });
  const now = new Date();
  const run = {
    run: newRunName(now),
    command,
    dryRun,
    createdAt: now.toISOString(),
    settings: snapshotSettings(settings, baseDirectory),
  };
  const session = await beginRun(ledger, run, plan.items);
  const opening = await openingNotes({ session, plan, loaded, prices });
  const notes = [...input.notes, ...resolved.notes, ...opening];
  return executeArticleRun({ session, plan, loaded, prices, cwd, dateOfFiles, notes, flags });
}

/** A nightly job whose keywords all have their articles has done what it was to do. */
function nothingNew(notes: readonly string[]): number {
  for (const note of notes) process.stderr.write(`${terminalText(note)}\n`);
  process.stderr.write('Every keyword has its article: nothing is left to do.\n');
  return 0;
}

function noKeywords(file: string | undefined): AppError {
  const message =
    file === undefined
      ? 'No keywords given.'
      : `No keywords in ${file === '-' ? 'standard input' : file}.`;
  return new AppError('USAGE', message, {
    suggestions: [
      'Name them: seo-content batch "first keyword" "second keyword"',
      'Or read them from a file: seo-content batch --from-file keywords.txt',
    ],
  });
}
