import { cutText } from '../core/cut-text.ts';
import { foldText } from '../core/fold-text.ts';
import type { ItemOutcome, RunSummary } from '../core/summary.ts';
import { itemColumns, itemHead } from './item-columns.ts';
import type { ReportContext } from './report-context.ts';

/** Characters of one cell: an article's title, a provider's error. */
const MAX_CELL = 2000;

const COUNT = new Intl.NumberFormat('en-US');

export interface MarkdownOptions extends Pick<ReportContext, 'headline' | 'facts' | 'item'> {
  /** For pages of limited size; without it all is told. */
  limits?: { rowsOfTable: number; charactersOfCell: number };
}

/** A table before it is written. */
interface Table {
  title: string;
  columns: readonly { head: string; isNumber?: boolean }[];
  rows: readonly (readonly string[])[];
}

/** The run as a Markdown page with tables as GitHub has them; every text from outside is escaped. */
export function markdownReport(summary: RunSummary, options: MarkdownOptions): string {
  const { headline, facts, limits, item } = options;
  const tables = [failureTable(summary.items, item), itemTable(summary.items, item)];
  const parts = [
    `## seo-content ${cell(summary.command)}: ${cell(headline)}`,
    facts.map((fact) => `- ${cell(fact)}`).join('\n'),
    `Run ${cell(summary.run)}, begun ${cell(summary.createdAt)}`,
    ...tables.filter(({ rows }) => rows.length > 0).map((table) => writeTable(table, limits)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n\n`;
}

function failureTable(items: readonly ItemOutcome[], item: string | undefined): Table {
  return {
    title: 'Failed',
    columns: [{ head: itemHead(item) }, { head: 'Reason' }, { head: 'What to do' }],
    rows: items
      .filter(({ status }) => status === 'failed')
      .map(({ keyword, error }) => [
        keyword,
        `${error?.message ?? ''} (${error?.code ?? 'INTERNAL'})`,
        error?.suggestions.join(' ') ?? '',
      ]),
  };
}

function itemTable(items: readonly ItemOutcome[], item: string | undefined): Table {
  const columns = itemColumns(items, item);
  const rows = items.map((outcome) => columns.map(({ textOf }) => textOf(outcome)));
  return { title: `${itemHead(item)}s`, columns, rows };
}

function writeTable({ title, columns, rows }: Table, limits: MarkdownOptions['limits']): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => cell(text, limits?.charactersOfCell)).join(' | ')} |`;
  const shown = rows.slice(0, limits?.rowsOfTable);
  const more = rows.length - shown.length;
  return [
    `### ${title} (${COUNT.format(rows.length)})\n`,
    line(columns.map(({ head }) => head)),
    `|${columns.map(({ isNumber = false }) => (isNumber ? ' ---: |' : ' --- |')).join('')}`,
    ...shown.map(line),
    ...(more > 0 ? [`\nand ${COUNT.format(more)} more`] : []),
  ].join('\n');
}

/**
 * Every ASCII punctuation mark may be escaped in Markdown, and then means nothing. Left alone are those that never mean
 * anything, and inside of words and numbers the point, the colon and the hyphen, so that a raw page reads well.
 */
const ACTIVE =
  /[!#$&()*+;<=>?@[\\\]^_`{|}~]|(?<!\d)[.:]|[.:](?!\d)|(?<![A-Za-z\d])-|-(?![A-Za-z\d])/g;

/** Text that Markdown shows as it is. */
function cell(text: string, limit = MAX_CELL): string {
  return cutText(foldText(text), limit).replaceAll(ACTIVE, String.raw`\$&`);
}
