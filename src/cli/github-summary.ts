import { appendFile } from 'node:fs/promises';
import type { RunSummary } from '../core/summary.ts';
import { markdownReport } from '../reports/markdown.ts';
import { formatCount } from './format-count.ts';
import { githubCommand, MAX_ANNOTATIONS } from './github-command.ts';
import { createLineWriter } from './reporters/line-writer.ts';
import type { Environment } from './reporters/reporter.ts';
import { reportContext } from './report-context.ts';
import { runWords } from './run-words.ts';
import { terminalText } from './terminal-text.ts';

/** GitHub refuses summaries above 1 MiB. */
const LIMITS = { rowsOfTable: 200, charactersOfCell: 300 };

/**
 * On GitHub Actions, adds the run to the job's summary page and marks failures as annotations; elsewhere
 * does nothing. The runner reads its commands from stderr as well as stdout, so that stdout stays free for results.
 */
export async function writeGithubSummary(
  summary: RunSummary,
  env: Environment,
  stderr: NodeJS.WriteStream,
): Promise<void> {
  if (env['GITHUB_ACTIONS'] !== 'true') return;
  const writer = createLineWriter(stderr);
  for (const line of githubAnnotations(summary)) writer.write(line);
  const path = env['GITHUB_STEP_SUMMARY'];
  if (path) {
    try {
      await appendFile(path, githubMarkdown(summary));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The job summary could not be written: ${terminalText(reason)}`;
      writer.write(githubCommand('warning', {}, message));
    }
  }
  await writer.close();
}

/** One workflow command for each failure; the last one counts those that GitHub would drop. */
export function githubAnnotations(summary: RunSummary): string[] {
  const failed = summary.items.filter((item) => item.status === 'failed');
  const named = failed.length > MAX_ANNOTATIONS ? failed.slice(0, MAX_ANNOTATIONS - 1) : failed;
  const lines = named.map((item) => {
    const title = terminalText(item.keyword, { limit: 120 });
    const remedies = (item.error?.suggestions ?? []).map((text) => `\n→ ${terminalText(text)}`);
    const reason = terminalText(item.error?.message ?? 'No reason is known.');
    const message = `${reason} (${item.error?.code ?? 'INTERNAL'})${remedies.join('')}`;
    return githubCommand('error', { title }, message);
  });
  const hidden = failed.length - named.length;
  if (hidden > 0)
    lines.push(
      githubCommand(
        'error',
        { title: 'seo-content' },
        `${formatCount(hidden)} more ${runWords(summary.command).item}s failed`,
      ),
    );
  return lines;
}

/** The run as a page for GitHub: the report, as far as there is room for it. */
export function githubMarkdown(summary: RunSummary): string {
  return markdownReport(summary, { ...reportContext(summary), limits: LIMITS });
}
