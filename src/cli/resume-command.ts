import { snapshotSettings } from '../config/settings-snapshot.ts';
import { AppError } from '../core/errors.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { StoredRun } from '../ledger/records.ts';
import { checkOutputDirectory } from '../output/check-output-directory.ts';
import { removeUnfinished } from '../pipeline/remove-unfinished.ts';
import { checkReportPaths } from '../reports/check-report-paths.ts';
import { jsonReport } from '../reports/json.ts';
import { writeReports } from '../reports/write-reports.ts';
import { planRun } from '../run/plan-run.ts';
import { readStoredRun } from '../run/read-stored-run.ts';
import { isCutOff, resumeRun, type ResumeScope } from '../run/resume-run.ts';
import { templateLoader } from '../run/template-loader.ts';
import { executeArticleRun } from './execute-article-run.ts';
import { loadRunSettings } from './load-run-settings.ts';
import { openingNotes } from './opening-notes.ts';
import { reportContext } from './report-context.ts';
import { changeOf, type ResumeFlags, type Resumption } from './resumption.ts';
import { pickRun } from './runs/pick-run.ts';
import { withLedger } from './with-ledger.ts';

export interface ResumeRequest {
  /** Its name or a unique beginning; the newest run when absent. */
  run?: string | undefined;
  scope: ResumeScope;
  /** Those that are given go over the settings of the run. */
  flags: ResumeFlags;
  /** Whose newest run is meant when none is named; any when absent. */
  commands?: readonly string[];
}

/** How runs of each command go on. */
const RESUMERS: Readonly<Record<string, (resumption: Resumption) => Promise<number>>> = {
  batch: resumeArticles,
  generate: resumeArticles,
  research: resumeArticles,
  extract: async (resumption) =>
    (await import('./extract/resume-extraction.ts')).resumeExtraction(resumption),
  'research openalex': async (resumption) =>
    (await import('./works/resume-works.ts')).resumeWorks(resumption),
  'library add': async (resumption) =>
    (await import('./library/resume-add.ts')).resumeAdd(resumption),
};

/**
 * Goes on with a run of this folder; gives the exit code. Keywords and settings come from the run, keys from the
 * environment.
 * @throws AppError for an unknown run, one that another process works on, or settings that cannot work any more.
 */
export async function resumeCommand(request: ResumeRequest): Promise<number> {
  const cwd = process.cwd();
  return withLedger((ledger) => goOn(request, ledger, cwd));
}

async function goOn(request: ResumeRequest, ledger: Ledger, cwd: string): Promise<number> {
  const { flags, scope } = request;
  const stored = await pickRun(ledger, request.run, request.commands);
  const resume = RESUMERS[stored.command];
  if (resume === undefined) throw cannotGoOn(stored);
  return resume({ ledger, stored, scope, flags, cwd });
}

function cannotGoOn({ run, command }: StoredRun): AppError {
  return new AppError('USAGE', `The run ${run} cannot go on: it is one of ${command}.`, {
    suggestions: ['Give the command again: what was paid for is not paid for again.'],
  });
}

async function resumeArticles({ ledger, stored, scope, flags, cwd }: Resumption): Promise<number> {
  const { run, dryRun } = stored;
  const snapshot = { run, settings: stored.settings };
  const { loaded, prices, dateOfFiles } = await loadRunSettings({ cwd, flags, snapshot, dryRun });
  const { settings, baseDirectory } = loaded;
  await checkOutputDirectory(settings.outputDir);
  await checkReportPaths(settings.reports);
  const loadTemplate = templateLoader(baseDirectory);
  const planOf = (items: readonly PlannedItem[]) => planRun(items, settings, loadTemplate);
  const session = await resumeRun(ledger, stored, {
    scope,
    settings: snapshotSettings(settings, baseDirectory),
    change: changeOf(flags),
    check: planOf,
  });
  removeUnfinished({ directory: settings.outputDir, owner: run });
  if (session.todo.length === 0 && !isCutOff(stored, scope)) {
    session.claim.release();
    process.stderr.write(`${nothingToDo(stored, scope)}\n`);
    const { summary } = await readStoredRun(ledger, stored, baseDirectory);
    if (flags.json) process.stdout.write(jsonReport(summary));
    await writeReports(summary, settings.reports, reportContext(summary));
    return 0;
  }
  const plan = await planOf(session.items);
  const notes = await openingNotes({ session, plan, loaded, prices });
  return executeArticleRun({ session, plan, loaded, prices, cwd, dateOfFiles, notes, flags });
}

function nothingToDo({ run, total, counts }: StoredRun, scope: ResumeScope): string {
  if (scope === 'failed') return `No keyword of run ${run} has failed: there is nothing to retry.`;
  return `Run ${run} is complete: ${counts.succeeded} of ${total} keywords are done, nothing is left to do.`;
}
