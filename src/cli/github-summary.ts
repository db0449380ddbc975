import { appendFile } from 'node:fs/promises';
import type { ItemOutcome, RunSummary } from '../core/summary.ts';
import {
  describeEstimate,
  describeResult,
  describeStop,
  describeUsage,
  nextSteps,
} from './describe-run.ts';
import { formatCount } from './format-count.ts';
import { createLineWriter } from './reporters/line-writer.ts';
import type { Environment } from './reporters/reporter.ts';
import { terminalText } from './terminal-text.ts';

/** Rows of one table: GitHub refuses summaries above 1 MiB. */
const MAX_ROWS = 200;
/** GitHub shows ten error annotations of a step and drops the others. */
const MAX_ANNOTATIONS = 10;

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
      writer.write(
        `::warning::The job summary could not be written: ${escapeData(terminalText(reason))}`,
      );
    }
  }
  await writer.close();
}

/** One workflow command for each failure; the last one counts those that GitHub would drop. */
export function githubAnnotations(summary: RunSummary): string[] {
  const failed = summary.items.filter((item) => item.status === 'failed');
  const named = failed.length > MAX_ANNOTATIONS ? failed.slice(0, MAX_ANNOTATIONS - 1) : failed;
  const lines = named.map((item) => {
    const title = escapeProperty(terminalText(item.keyword, { limit: 120 }));
    const remedies = (item.error?.suggestions ?? []).map((text) => `\n→ ${terminalText(text)}`);
    const reason = terminalText(item.error?.message ?? 'No reason is known.');
    return `::error title=${title}::${escapeData(`${reason} (${item.error?.code ?? 'INTERNAL'})${remedies.join('')}`)}`;
  });
  const hidden = failed.length - named.length;
  if (hidden > 0)
    lines.push(`::error title=seo-content::${formatCount(hidden)} more keywords failed`);
  return lines;
}

/** The run as a Markdown page; every text from outside is escaped. */
export function githubMarkdown(summary: RunSummary): string {
  const stop = describeStop(summary);
  const estimate = describeEstimate(summary);
  const facts = [
    ...(stop === undefined ? [] : [stop]),
    describeUsage(summary).join(' · '),
    ...(estimate === undefined ? [] : [estimate]),
    ...nextSteps(summary),
  ];
  const of = (status: ItemOutcome['status']): ItemOutcome[] =>
    summary.items.filter((item) => item.status === status);
  return [
    `## seo-content ${cell(summary.command)}: ${cell(describeResult(summary))}`,
    facts.map((fact) => `- ${cell(fact)}`).join('\n'),
    table('Failed', ['Keyword', 'Reason', 'What to do'], of('failed'), (item) => [
      item.keyword,
      `${item.error?.message ?? ''} (${item.error?.code ?? 'INTERNAL'})`,
      item.error?.suggestions.join(' ') ?? '',
    ]),
    table('Cancelled', ['Keyword'], of('cancelled'), (item) => [item.keyword]),
    table('Not started', ['Keyword'], of('not-started'), (item) => [item.keyword]),
    table('Written', ['Keyword', 'Words', 'Files'], of('succeeded'), (item) => [
      item.keyword,
      item.words === undefined ? '' : formatCount(item.words),
      item.files.join(', '),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n\n');
}

function table(
  title: string,
  head: readonly string[],
  items: readonly ItemOutcome[],
  cellsOf: (item: ItemOutcome) => string[],
): string {
  if (items.length === 0) return '';
  const more = items.length - MAX_ROWS;
  return [
    `### ${title} (${formatCount(items.length)})\n`,
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...items.slice(0, MAX_ROWS).map((item) => `| ${cellsOf(item).map(cell).join(' | ')} |`),
    ...(more > 0 ? [`\nand ${formatCount(more)} more`] : []),
  ].join('\n');
}

/** Text that Markdown shows as it is: every ASCII punctuation mark may be escaped, and then means nothing. */
function cell(text: string): string {
  return terminalText(text, { limit: 300 }).replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
