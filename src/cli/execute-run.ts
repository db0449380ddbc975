import { availableParallelism } from 'node:os';
import type { LoadedSettings } from '../config/load-settings.ts';
import type { RunSummary } from '../core/summary.ts';
import { toError } from '../batch/to-error.ts';
import { jsonReport } from '../reports/json.ts';
import { writeReports } from '../reports/write-reports.ts';
import type { RunSession } from '../run/run-session.ts';
import type { SessionStart } from '../run/work-session.ts';
import { formatError } from './format-error.ts';
import { writeGithubSummary } from './github-summary.ts';
import { listenForSignals } from './listen-for-signals.ts';
import { renderSummary } from './render-summary.ts';
import { reportContext } from './report-context.ts';
import type { ReporterName } from './reporters/create-reporter.ts';
import { createReporter } from './reporters/create-reporter.ts';
import type { Reporter } from './reporters/reporter.ts';
import { isSet, shouldColor } from './should-color.ts';

/** How a command talks; none of it changes what a run does. */
export interface DisplayFlags {
  json: boolean;
  reporter: ReporterName;
  quiet: boolean;
  debug: boolean;
}

/** What a session is worked on with, whatever its items are. */
export interface SessionExecution {
  session: Pick<RunSession, 'claim' | 'ledger'>;
  loaded: LoadedSettings;
  /** What the user should know before it begins. */
  notes: readonly string[];
  flags: DisplayFlags;
  /** The results go to standard output by themselves, so that the summary has to go elsewhere. */
  stdoutIsTaken?: boolean;
}

/** What a session listens to and tells. */
export type SessionSurroundings = Pick<
  SessionStart,
  'cores' | 'signal' | 'drain' | 'now' | 'today' | 'note' | 'onEvent'
>;

/**
 * Works on a session of a run, shows it, tells and writes what it came to; gives the exit code. Lets the run go at the
 * end.
 */
export async function executeRun(
  execution: SessionExecution,
  start: (surroundings: SessionSurroundings) => Promise<RunSummary>,
): Promise<number> {
  const { session, loaded, flags } = execution;
  const reporter = openReporter(flags);
  for (const note of execution.notes) reporter.note(note);
  const signals = listenForSignals({
    onFirst: () =>
      reporter.note(
        'Interrupted: calls under way may end within 10 s. Once more to leave at once.',
      ),
    onSecond: () => void reporter.close(),
  });
  let summary: RunSummary;
  try {
    summary = await start({
      cores: availableParallelism(),
      signal: signals.signal,
      drain: signals.drain,
      now: () => performance.now(),
      today: () => new Date(),
      note: reporter.note,
      onEvent: reporter.onEvent,
    });
  } finally {
    signals.dispose();
    session.claim.release();
    await session.ledger.close();
    await reporter.close();
  }
  await tellResult(summary, flags, execution.stdoutIsTaken ?? flags.json);
  try {
    await writeReports(summary, loaded.settings.reports, reportContext(summary));
  } catch (error) {
    // The run has spent money: it does not end as one that never began.
    process.stderr.write(`${formatError(toError(error), { debug: flags.debug })}\n`);
    return summary.exitCode === 0 ? 1 : summary.exitCode;
  }
  return summary.exitCode;
}

function openReporter(flags: DisplayFlags): Reporter {
  const { stderr } = process;
  return createReporter(flags.reporter, {
    stderr,
    isTTY: stderr.isTTY && !isSet(process.env['CI']),
    columns: stderr.columns,
    color: shouldColor({ isTTY: stderr.isTTY, env: process.env }),
    now: () => performance.now(),
    quiet: flags.quiet,
    debug: flags.debug || process.env['SEO_CONTENT_LOG'] === 'debug',
    env: process.env,
  });
}

/** The summary is the result, so it goes to stdout, but with --json or rows, which have stdout for themselves. */
async function tellResult(
  summary: RunSummary,
  flags: DisplayFlags,
  stdoutIsTaken: boolean,
): Promise<void> {
  const stream = stdoutIsTaken ? process.stderr : process.stdout;
  const options = {
    color: shouldColor({ isTTY: stream.isTTY, env: process.env }),
    ...(stream.isTTY ? { columns: stream.columns } : {}),
  };
  if (flags.json) process.stdout.write(jsonReport(summary));
  // Standard error of ndjson holds JSON lines only; of silent, nothing.
  const isSpoken = !stdoutIsTaken || flags.reporter === 'default' || flags.reporter === 'lines';
  const text = renderSummary(summary, options);
  // The blank line before it parts it from the progress on a terminal.
  if (isSpoken) stream.write(stream.isTTY ? text : text.trimStart());
  await writeGithubSummary(summary, process.env, process.stderr);
}
