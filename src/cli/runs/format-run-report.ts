import { createPaint } from '../create-paint.ts';
import { describeAge } from '../describe-age.ts';
import { formatCount, formatNumberOf } from '../format-count.ts';
import { formatDuration } from '../format-duration.ts';
import { formatMoney } from '../../core/format-money.ts';
import { formatCost } from '../format-money.ts';
import { nameRun } from '../name-run.ts';
import { runWords } from '../run-words.ts';
import { terminalText } from '../terminal-text.ts';
import { wrapText } from '../wrap-text.ts';
import { formatItem } from './format-item.ts';
import { formatProviderUse } from './format-provider-use.ts';
import { describeStanding, describeUnended } from './run-entry.ts';
import type { ItemReport, RunReport } from './run-report.ts';

/** How many keywords of each fate are shown; `--json` has all. */
const MAX_SHOWN = 200;

export interface RunReportOptions {
  now: Date;
  color: boolean;
  /** Width to wrap at; without it lines stay whole. */
  columns?: number | undefined;
}

/** A run for people: what it came to, its keywords with their steps, its calls, and what to do next. */
export function formatRunReport(report: RunReport, options: RunReportOptions): string {
  const paint = createPaint(options.color);
  const wrap = (line: string): string => {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    return options.columns === undefined ? line : wrapText(line, options.columns, indent + 2);
  };
  const blocks = [
    headLines(report, options.now).map(wrap),
    shownItems(report.items).flatMap((item) => formatItem(item, report.run, { paint, wrap })),
    hiddenLines(report.items),
    formatProviderUse(report.providers, options.columns),
    report.next.map((text) => paint('cyan', '→') + wrap(`  ${text}`).slice(1)),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function headLines({ run, outputDirectory }: RunReport, now: Date): string[] {
  const { counts } = run;
  const fates = [
    `${formatCount(counts.succeeded)} of ${formatNumberOf(run.total, runWords(run.command).item)} done`,
    ...(counts.failed > 0 ? [`${formatCount(counts.failed)} failed`] : []),
    ...(counts.cancelled > 0 ? [`${formatCount(counts.cancelled)} cancelled`] : []),
    ...(counts.running > 0 ? [`${formatCount(counts.running)} ${describeUnended(run)}`] : []),
    ...(counts.notStarted > 0 ? [`${formatCount(counts.notStarted)} not started`] : []),
  ];
  const saved =
    run.saved.calls === 0
      ? []
      : [`saved ${formatNumberOf(run.saved.calls, 'call')} and ${formatMoney(run.saved.costUsd)}`];
  const times = [
    `Begun ${describeAge(run.createdAt, now)}`,
    formatNumberOf(run.sessions, 'session'),
    // Nothing is known of a session that has not ended in order.
    ...(run.milliseconds === 0 ? [] : [`${formatDuration(run.milliseconds)} at work`]),
  ];
  const about = [run.run, run.dryRun ? `${run.command}, research only` : run.command];
  return [
    `Run ${[...about.map((text) => terminalText(text)), describeStanding(run)].join(' · ')}`,
    `  ${times.join(', ')}`,
    `  ${fates.join(', ')}`,
    `  ${[formatNumberOf(run.usage.calls, 'call'), `cost ${formatCost(run.usage)}`, ...saved].join(' · ')}`,
    ...(runWords(run.command).fillsFolder ? [`  Output in ${terminalText(outputDirectory)}`] : []),
    ...run.changes.map(
      ({ at, flags }) => `  Changed ${describeAge(at, now)}: ${describeFlags(flags)}`,
    ),
    ...(run.stopError === undefined
      ? []
      : [
          `  ${terminalText(run.stopError.message)} (${run.stopError.code})`,
          ...run.stopError.suggestions.map(
            (text) =>
              `    → ${nameRun(terminalText(text), { ...run, run: terminalText(run.run) })}`,
          ),
        ]),
  ];
}

function describeFlags(flags: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(flags).map(([name, value]) => {
    if (typeof value === 'boolean') return value ? `--${name}` : `--no-${name}`;
    return `--${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  });
  return terminalText(texts.join(' '));
}

function shownItems(items: readonly ItemReport[]): ItemReport[] {
  const shown = new Map<string, number>();
  return items.filter(({ status }) => {
    const before = shown.get(status) ?? 0;
    shown.set(status, before + 1);
    return before < MAX_SHOWN;
  });
}

function hiddenLines(items: readonly ItemReport[]): string[] {
  const hidden = items.length - shownItems(items).length;
  return hidden === 0 ? [] : [`and ${formatCount(hidden)} more; --json lists them all`];
}
