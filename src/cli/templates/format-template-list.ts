import stringWidth from 'string-width';
import { clipText } from '../clip-text.ts';
import { formatCount, formatNumberOf } from '../format-count.ts';
import { formatTable, type TableColumn } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';
import type { TemplateEntry } from './list-templates.ts';

const COLUMNS: readonly TableColumn[] = [
  { head: '  Template' },
  { head: 'Words', isNumber: true },
  { head: 'Sections', isNumber: true },
  { head: 'FAQ', isNumber: true },
  { head: 'What it is for' },
];

/** Narrower than this a description says nothing. */
const LEAST_DESCRIPTION = 20;

/** Templates as a table; the star is beside the one in force. */
export function formatTemplateList(
  entries: readonly TemplateEntry[],
  columns: number = Infinity,
): string {
  const rows = entries.map(cellsOf);
  const widest = Math.max(
    ...formatTable(
      COLUMNS,
      rows.map((cells) => [...cells.slice(0, -1), '']),
    ).map((line) => stringWidth(line)),
  );
  const room = Math.max(LEAST_DESCRIPTION, columns - widest - 2);
  const table = formatTable(
    COLUMNS,
    rows.map((cells) => [...cells.slice(0, -1), clipText(cells.at(-1) ?? '', room)]),
  );
  const faulty = entries.filter(({ problems }) => problems > 0).map(({ use }) => terminalText(use));
  return [
    ...table,
    '',
    '* in force where nothing else is said. Another: --template NAME|PATH',
    ...(faulty.length === 0
      ? []
      : [`What is wrong: seo-content templates validate ${faulty.map(quoted).join(' ')}`]),
  ].join('\n');
}

function cellsOf(entry: TemplateEntry): string[] {
  const { use, inForce, words, sections, faq, description, problems } = entry;
  return [
    `${inForce ? '*' : ' '} ${terminalText(use, { limit: 100 })}`,
    words === undefined ? '' : range(words),
    sections === undefined ? '' : range(sections),
    faq === undefined ? '' : formatCount(faq),
    problems === 0
      ? terminalText(description)
      : `cannot be used: ${formatNumberOf(problems, 'problem')}`,
  ];
}

function range({ minimum, maximum }: { minimum: number; maximum: number }): string {
  return minimum === maximum
    ? formatCount(minimum)
    : `${formatCount(minimum)}–${formatCount(maximum)}`;
}

function quoted(path: string): string {
  return /^[\w./\\:-]+$/u.test(path) ? path : `"${path}"`;
}
