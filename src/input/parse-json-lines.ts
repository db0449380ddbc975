import {
  type KeywordRow,
  MAXIMUM_KEYWORDS,
  type ParsedRows,
  type RowProblem,
  knownColumn,
} from './keyword-row.ts';
import { quoteValue } from './quote-value.ts';

/** Names of fields that a message lists. */
const SHOWN_FIELDS = 20;

/** Reads a JSON value a line: an object with the columns as its keys, or a string that is the keyword. */
export function parseJsonLines(text: string): ParsedRows {
  const rows: KeywordRow[] = [];
  const problems: RowProblem[] = [];
  let line = 0;
  for (const [content] of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    line += 1;
    if (content.trim() === '') continue;
    const row = parseLine(content, line, problems);
    if (row !== undefined) rows.push(row);
    if (rows.length > MAXIMUM_KEYWORDS) break;
  }
  return { rows, problems };
}

function parseLine(content: string, line: number, problems: RowProblem[]): KeywordRow | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    problems.push({ line, message: `this is not JSON: ${quoteValue(content)}` });
    return undefined;
  }
  if (typeof value === 'string') return { line, cells: { keyword: value }, extra: {} };
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return toRow(Object.entries(value), line, problems);
  }
  problems.push({ line, message: 'the line must be an object with a "keyword", or a string' });
  return undefined;
}

function toRow(
  entries: readonly [string, unknown][],
  line: number,
  problems: RowProblem[],
): KeywordRow {
  const cells: KeywordRow['cells'] = {};
  const extra: [string, string][] = [];
  let hasKeyword = false;
  for (const [name, value] of entries) {
    const column = knownColumn(name.trim());
    hasKeyword ||= column === 'keyword';
    if (value === null && column !== 'keyword') continue;
    if (column === undefined) {
      extra.push([name, typeof value === 'string' ? value : JSON.stringify(value)]);
      continue;
    }
    const cell = cellText(column, value);
    if (cell === undefined) {
      problems.push({ line, message: `"${column}" must be ${expected(column)}` });
    } else cells[column] = cell;
  }
  if (!hasKeyword) problems.push({ line, message: missingKeyword(entries.map(([name]) => name)) });
  return { line, cells, extra: Object.fromEntries(extra) };
}

function missingKeyword(names: readonly string[]): string {
  if (names.length === 0) return 'the field "keyword" is missing; the object is empty';
  const shown = names.slice(0, SHOWN_FIELDS).map(quoteValue).join(', ');
  const more = names.length > SHOWN_FIELDS ? ` and ${names.length - SHOWN_FIELDS} more` : '';
  return `the field "keyword" is missing; the fields are ${shown}${more}`;
}

/** The value as a cell of a table holds it; undefined when it is of the wrong kind. */
function cellText(column: string, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (column === 'priority' && typeof value === 'number') return String(value);
  if (column === 'sources' && Array.isArray(value)) {
    return value.every((entry) => typeof entry === 'string') ? value.join('\n') : undefined;
  }
  return undefined;
}

function expected(column: string): string {
  if (column === 'priority') return 'a number';
  return column === 'sources' ? 'text or a list of texts' : 'text';
}
