import { availableParallelism } from 'node:os';
import { randomBytes } from 'node:crypto';
import type { SettingFlags } from '../config/flag-layer.ts';
import { loadSettings, type LoadedSettings } from '../config/load-settings.ts';
import { AppError } from '../core/errors.ts';
import type { RunSummary } from '../core/summary.ts';
import { readKeywordInput } from '../input/read-keyword-input.ts';
import { checkOutputDirectory } from '../output/check-output-directory.ts';
import { createKeywordCheck } from '../run/create-keyword-check.ts';
import { planRun } from '../run/plan-run.ts';
import { startRun } from '../run/start-run.ts';
import { templateLoader } from '../run/template-loader.ts';
import { listenForSignals } from './listen-for-signals.ts';
import { writeGithubSummary } from './github-summary.ts';
import { createReporter, type ReporterName } from './reporters/create-reporter.ts';
import type { Reporter } from './reporters/reporter.ts';
import { renderSummary } from './render-summary.ts';
import { isSet, shouldColor } from './should-color.ts';

export interface CommandRequest {
  command: 'batch' | 'generate' | 'research';
  keywords: readonly string[];
  flags: SettingFlags & {
    'from-file'?: string | undefined;
    json: boolean;
    reporter: ReporterName;
    quiet: boolean;
    debug: boolean;
  };
  /** Research only. */
  dryRun: boolean;
}

/**
 * From keywords on the command line to the closing summary; gives the exit code.
 * @throws AppError for wrong usage, input or configuration, before anything is spent.
 */
export async function runCommand(request: CommandRequest): Promise<number> {
  const { flags, dryRun } = request;
  const cwd = process.cwd();
  const fromFile = flags['from-file'];
  if (request.keywords.length === 0 && fromFile === undefined) throw noKeywords(fromFile);
  const loaded = await loadSettings({
    cwd,
    flags,
    environment: process.env,
    needs: dryRun ? ['research'] : ['research', 'writing'],
  });
  const loadTemplate = templateLoader(loaded.baseDirectory);
  const canReadUrls = loaded.secrets.tavilyApiKey !== undefined;
  const input = await readKeywordInput({
    args: request.keywords,
    fromFile,
    stdin: process.stdin,
    cwd,
    check: createKeywordCheck({ loadTemplate, cwd, canReadUrls }),
  });
  if (input.items.length === 0) throw noKeywords(fromFile);
  const plan = await planRun(input.items, loaded.settings, loadTemplate);
  await checkOutputDirectory(loaded.settings.outputDir);

  const reporter = openReporter(request);
  for (const note of input.notes) reporter.note(note);
  if (!dryRun) reporter.note(writerNote(loaded));
  const signals = listenForSignals({
    onFirst: () =>
      reporter.note(
        'Interrupted: calls under way may end within 10 s. Once more to leave at once.',
      ),
    onSecond: () => void reporter.close(),
  });
  let summary: RunSummary;
  try {
    summary = await startRun({
      run: runName(new Date()),
      command: request.command,
      dryRun,
      plan,
      loaded,
      cwd,
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
    await reporter.close();
  }
  await tellResult(summary, request);
  return summary.exitCode;
}

function openReporter({ flags }: CommandRequest): Reporter {
  const { stderr } = process;
  return createReporter(flags.reporter, {
    stderr,
    isTTY: stderr.isTTY && !isSet(process.env['CI']),
    columns: stderr.columns,
    color: shouldColor({ isTTY: stderr.isTTY, env: process.env }),
    now: () => performance.now(),
    quiet: flags.quiet,
    debug: flags.debug,
    env: process.env,
  });
}

/** The summary is the result, so it goes to stdout, but with --json, whose document has stdout for itself. */
async function tellResult(summary: RunSummary, { flags }: CommandRequest): Promise<void> {
  const stream = flags.json ? process.stderr : process.stdout;
  const options = {
    color: shouldColor({ isTTY: stream.isTTY, env: process.env }),
    ...(stream.isTTY ? { columns: stream.columns } : {}),
  };
  if (flags.json) process.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
  // Standard error of ndjson holds JSON lines only; of silent, nothing.
  const isSpoken = !flags.json || flags.reporter === 'default' || flags.reporter === 'lines';
  const text = renderSummary(summary, options);
  // The blank line before it parts it from the progress on a terminal.
  if (isSpoken) stream.write(stream.isTTY ? text : text.trimStart());
  await writeGithubSummary(summary, process.env, process.stderr);
}

function writerNote({ settings }: LoadedSettings): string {
  return settings.writer === 'extractive'
    ? 'Writer: extractive. Articles are made of sentences of the sources, each cited; no model is used.'
    : `Writer: openai (${settings.openai.model}).`;
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

/** `20261122-140509-3f2a`: sorts by time, unique enough for people. */
function runName(now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${stamp}-${randomBytes(2).toString('hex')}`;
}
