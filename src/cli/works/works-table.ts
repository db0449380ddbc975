import stringWidth from 'string-width';
import { readWork, type RawWork } from '../../core/works/read-work.ts';
import type { WorksGroup } from '../../core/works/works-group.ts';
import type { WorksFormat } from '../../output/works/works-formats.ts';
import { clipText } from '../clip-text.ts';
import { formatCount } from '../format-count.ts';
import { formatTable } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';

const ID_WIDTH = 11;
const YEAR_WIDTH = 4;
const CITED_WIDTH = 7;
const AUTHOR_WIDTH = 22;
const NARROWEST_TITLE = 20;

/** Works as lines of a table, each as soon as it is there: its columns have fixed widths. */
export function worksTable(columns: number): WorksFormat {
  const rest = columns - 1 - ID_WIDTH - YEAR_WIDTH - CITED_WIDTH - AUTHOR_WIDTH - 8;
  const widths = [ID_WIDTH, YEAR_WIDTH, CITED_WIDTH, AUTHOR_WIDTH, Math.max(NARROWEST_TITLE, rest)];
  const line = (cells: readonly string[]): string =>
    `${cells
      .map((cell, index) => fitted(cell, widths[index] ?? 0, index === 2))
      .join('  ')
      .trimEnd()}\n`;
  return {
    head: line(['Work', 'Year', 'Cited', 'Authors', 'Title']),
    works: (works) =>
      works
        .map((work) => cellsOf(work))
        .map(line)
        .join(''),
    tail: '',
  };
}

function cellsOf(raw: RawWork): string[] {
  const read = readWork(raw);
  if (read === undefined) return [];
  const { work, title, isRetracted } = read;
  const [first = '', ...others] = work.authors;
  return [
    work.id,
    String(work.year ?? ''),
    formatCount(work.citedBy),
    terminalText(others.length === 0 ? first : `${first} et al.`, { limit: 100 }),
    `${isRetracted ? 'RETRACTED: ' : ''}${terminalText(title, { limit: 400 })}`,
  ];
}

function fitted(text: string, width: number, isNumber: boolean): string {
  const cell = clipText(text, width);
  const gap = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return isNumber ? gap + cell : cell + gap;
}

/** Groups as a table, largest first. */
export function groupsTable(groups: readonly WorksGroup[], columns: number): string {
  const width = Math.max(NARROWEST_TITLE, columns - 30);
  const rows = groups.map(({ key, name, count }) => [
    formatCount(count),
    clipText(terminalText(name, { limit: 200 }), width),
    clipText(terminalText(key === name ? '' : key, { limit: 100 }), 40),
  ]);
  const heads = [{ head: 'Works', isNumber: true }, { head: 'Value' }, { head: 'Key' }];
  return formatTable(heads, rows)
    .map((line) => `${line}\n`)
    .join('');
}
