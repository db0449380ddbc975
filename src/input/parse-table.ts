import { headerDelimiter } from './header-delimiter.ts';
import {
  type Column,
  type KeywordRow,
  MAXIMUM_KEYWORDS,
  type ParsedRows,
  type RowProblem,
  knownColumn,
} from './keyword-row.ts';
import { quoteValue } from './quote-value.ts';
import { raggedMessage, readRecords, type TableRecord } from './read-records.ts';

interface TableColumn {
  name: string;
  known: Column | undefined;
}

/**
 * Reads a table with a header line: comma, semicolon or tab; quoted cells may hold delimiters and line ends.
 * Every problem is collected with the line on which its row begins.
 */
export function parseTable(text: string): ParsedRows {
  const { records, problems } = readKeywordRecords(text);
  const [header, ...body] = records;
  if (header === undefined) return { rows: [], problems };
  const columns = header.cells.map((cell) => ({
    name: cell.trim(),
    known: knownColumn(cell.trim()),
  }));
  const headerProblems = checkHeader(columns, header.line);
  if (headerProblems.length > 0) return { rows: [], problems: [...headerProblems, ...problems] };
  const rows: KeywordRow[] = [];
  for (const record of body) {
    if (record.cells.length > columns.length && record.cells.slice(columns.length).some(Boolean)) {
      problems.push({
        line: record.line,
        message: raggedMessage(record.cells.length, columns.length),
      });
    } else {
      rows.push(toRow(record, columns));
    }
  }
  return { rows, problems };
}

function readKeywordRecords(text: string): ReturnType<typeof readRecords> {
  const firstLine = /^.*\S.*$/mu.exec(text)?.[0] ?? '';
  const delimiter = headerDelimiter(firstLine) ?? (firstLine.includes('\t') ? '\t' : ',');
  // The header is one record more.
  return readRecords(text, {
    delimiter,
    maximum: MAXIMUM_KEYWORDS + 1,
    trimStart: delimiter !== '\t',
  });
}

function checkHeader(columns: readonly TableColumn[], line: number): RowProblem[] {
  const problems: RowProblem[] = [];
  if (!columns.some((column) => column.known === 'keyword')) {
    const found = columns.map((column) => quoteValue(column.name)).join(', ');
    problems.push({ line, message: `there is no column "keyword"; the columns are ${found}` });
  }
  const seen = new Set<string>();
  for (const { name, known } of columns) {
    const key = known ?? name;
    if (key !== '' && seen.has(key)) {
      problems.push({ line, message: `the column ${quoteValue(name)} is there twice` });
    }
    seen.add(key);
  }
  return problems;
}

function toRow(record: TableRecord, columns: readonly TableColumn[]): KeywordRow {
  const cells: KeywordRow['cells'] = {};
  const extra: [string, string][] = [];
  for (const [index, { name, known }] of columns.entries()) {
    const value = record.cells[index]?.trim() ?? '';
    if (known !== undefined) cells[known] = value;
    else if (value !== '') extra.push([name === '' ? `column ${index + 1}` : name, value]);
  }
  // From entries, so that a column named __proto__ is a column.
  return { line: record.line, cells, extra: Object.fromEntries(extra) };
}
