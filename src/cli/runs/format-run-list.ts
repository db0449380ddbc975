import stringWidth from 'string-width';
import { clipText } from '../clip-text.ts';
import { describeAge } from '../describe-age.ts';
import { formatCount } from '../format-count.ts';
import { formatMoney } from '../../core/format-money.ts';
import { formatShortCost } from '../format-money.ts';
import { formatTable, type TableColumn } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';
import { wrapText } from '../wrap-text.ts';
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

/** Runs as a table; as lines of its own for each run where the terminal is too narrow for it. */
export function formatRunList(
  runs: readonly RunEntry[],
  options: { now: Date; columns?: number | undefined },
): string {
  const { now, columns = Infinity } = options;
  const rows = runs.map((run) => cellsOf(run, now));
  const table = formatTable(COLUMNS, rows);
  if (table.every((line) => stringWidth(line) <= columns)) return table.join('\n');
  return rows.flatMap((cells) => stackCells(cells, columns)).join('\n');
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

function stackCells(cells: readonly string[], columns: number): string[] {
  const [run = '', command, when, state, done, failed, cost, saved] = cells;
  const figures = [
    state,
    `${done} done`,
    ...(failed === '' ? [] : [`${failed} failed`]),
    `cost ${cost}`,
    ...(saved === '' ? [] : [`saved ${saved}`]),
  ];
  return [
    clipText(`${run}  ${command}, ${when}`, columns),
    wrapText(`  ${figures.join(' · ')}`, columns, 2),
  ];
}
