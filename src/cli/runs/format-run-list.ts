import stringWidth from 'string-width';
import { clipText } from '../clip-text.ts';
import { describeAge } from '../describe-age.ts';
import { formatCount } from '../format-count.ts';
import { formatMoney } from '../../core/format-money.ts';
import { formatShortCost } from '../format-money.ts';
import { formatTable, type TableColumn } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';
import { describeStanding, type RunEntry } from './run-entry.ts';

const COLUMNS: readonly TableColumn[] = [
  { head: 'Run' },
  { head: 'Command' },
  { head: 'When' },
  { head: 'State' },
  { head: 'Done', isNumber: true },
  { head: 'Failed', isNumber: true },
  { head: 'Cost', isNumber: true },
  { head: 'Saved', isNumber: true },
];

/** Runs as a table; as two lines a run where the terminal is too narrow for it. Without `columns` nothing is clipped. */
export function formatRunList(
  runs: readonly RunEntry[],
  options: { now: Date; columns?: number | undefined },
): string {
  const { now, columns = Infinity } = options;
  const rows = runs.map((run) => cellsOf(run, now));
  const table = formatTable(COLUMNS, rows);
  const isWide = table.every((line) => stringWidth(line) <= columns);
  const lines = isWide ? table : rows.flatMap(stackCells);
  return lines.map((line) => (columns === Infinity ? line : clipText(line, columns))).join('\n');
}

function cellsOf(run: RunEntry, now: Date): string[] {
  const { counts, total, usage, saved } = run;
  return [
    terminalText(run.run, { limit: 60 }),
    terminalText(run.dryRun && run.command !== 'research' ? `${run.command} (dry)` : run.command),
    describeAge(run.createdAt, now),
    describeStanding(run),
    `${formatCount(counts.succeeded)}/${formatCount(total)}`,
    counts.failed === 0 ? '' : formatCount(counts.failed),
    formatShortCost(usage),
    saved.calls === 0 ? '' : formatMoney(saved.costUsd),
  ];
}

function stackCells(cells: readonly string[]): string[] {
  const [run = '', command, when, state, done, failed, cost, saved] = cells;
  const figures = [
    state,
    `${done} done`,
    ...(failed === '' ? [] : [`${failed} failed`]),
    `cost ${cost}`,
    ...(saved === '' ? [] : [`saved ${saved}`]),
  ];
  return [`${run}  ${command}, ${when}`, `  ${figures.join(' · ')}`];
}
