import { extname } from 'node:path';
import { AppError } from '../core/errors.ts';
import { cleanKeyword } from '../core/normalise-keyword.ts';
import { decodeText } from './decode-text.ts';
import type { RowProblem } from './keyword-row.ts';
import { quoteValue } from './quote-value.ts';
import { readLimitedFile } from './read-limited.ts';
import { raggedMessage, readRecords } from './read-records.ts';

/** A table of any columns, to work on row by row. */
export interface SourceTable {
  /** The file as messages name it. */
  name: string;
  /** No two are the same. */
  columns: readonly string[];
  rows: readonly SourceRow[];
  /** For people: what was named otherwise than it is. */
  notes: readonly string[];
}

interface SourceRow {
  /** On which it begins, from 1. */
  line: number;
  /** By the columns: text, or any JSON value from JSON Lines. Missing ones are undefined. */
  cells: readonly unknown[];
}

/** Bytes of a table: long texts stand in some. */
export const MAXIMUM_TABLE_BYTES = 200 * 1024 * 1024;
const MAXIMUM_ROWS = 200_000;
const SHOWN_PROBLEMS = 50;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const ENDINGS = ['.csv', '.tsv', '.jsonl', '.ndjson', '.txt'];

/**
 * Reads a table with a header line (.csv, .tsv: comma, semicolon, tab or bar), JSON objects a line (.jsonl, .ndjson), or
 * a text a line (.txt, in one column `text`). `shown` is the file's name in messages.
 * @throws AppError `INPUT_INVALID`, one for all problems, each with its line.
 */
export async function readSourceTable(path: string, shown = path): Promise<SourceTable> {
  const name = cleanKeyword(shown);
  const ending = extname(path).toLowerCase();
  if (ending !== '' && !ENDINGS.includes(ending)) {
    throw new AppError('INPUT_INVALID', `Cannot read rows from ${quoteValue(path)}.`, {
      suggestions: [
        `Rows come from files that end in ${ENDINGS.join(', ')}.`,
        'To take fields out of a document, name it without --from-file.',
      ],
    });
  }
  const text = decodeText(await readLimitedFile(path, name, MAXIMUM_TABLE_BYTES), name);
  const isJson = ['.jsonl', '.ndjson'].includes(ending) || (ending === '' && /^\s*\{/.test(text));
  const read = isJson ? readJsonRows(text) : ending === '.txt' ? readLines(text) : readTable(text);
  if (read.rows.length > MAXIMUM_ROWS) {
    read.problems.push({ line: 1, message: `there are more than ${MAXIMUM_ROWS} rows` });
  }
  if (read.problems.length > 0) throw invalid(name, read.problems);
  const { columns, notes } = nameApart(read.columns);
  return { name, columns, rows: read.rows, notes };
}

interface ReadRows {
  columns: string[];
  rows: SourceRow[];
  problems: RowProblem[];
}

function readTable(text: string): ReadRows {
  const firstLine = /^.*\S.*$/mu.exec(text)?.[0] ?? '';
  const delimiter = headerDelimiter(firstLine);
  const { records, problems } = readRecords(text, {
    delimiter,
    maximum: MAXIMUM_ROWS + 1,
    trimStart: false,
  });
  const [header, ...body] = records;
  const columns = (header?.cells ?? []).map((cell) => cleanKeyword(cell));
  for (const { line, cells } of body) {
    if (cells.slice(columns.length).some(Boolean))
      problems.push({ line, message: raggedMessage(cells.length, columns.length) });
  }
  return { columns, rows: body, problems };
}

/** The delimiter that parts the header into most cells, what stands in quotes left aside. */
function headerDelimiter(line: string): string {
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, '');
  let best: string = ',';
  const count = (delimiter: string) => bare.split(delimiter).length;
  for (const delimiter of DELIMITERS) if (count(delimiter) > count(best)) best = delimiter;
  return best;
}

function readLines(text: string): ReadRows {
  const rows = text.split('\n').flatMap((content, index): SourceRow[] => {
    return content.trim() === '' ? [] : [{ line: index + 1, cells: [content] }];
  });
  return { columns: ['text'], rows, problems: [] };
}

/** The columns are the keys of all objects, in the order in which they first come up. */
function readJsonRows(text: string): ReadRows {
  const places = new Map<string, number>();
  const rows: SourceRow[] = [];
  const problems: RowProblem[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch {
      problems.push({ line, message: `this is not JSON: ${quoteValue(content)}` });
      continue;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push({ line, message: 'the line must be an object' });
      continue;
    }
    const cells: unknown[] = [];
    for (const [key, cell] of Object.entries(value)) {
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      cells[place] = cell;
    }
    rows.push({ line, cells });
  }
  return { columns: [...places.keys()], rows, problems };
}

/** Columns without a name get their number, and a name that is there already a number behind it. */
function nameApart(names: readonly string[]): Pick<SourceTable, 'columns' | 'notes'> {
  const taken = new Set<string>();
  const notes: string[] = [];
  const columns = names.map((given, index) => {
    const base = given === '' ? `column ${index + 1}` : given;
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
    if (name !== base)
      notes.push(
        `The column ${quoteValue(base)} is there twice; the second is ${quoteValue(name)}.`,
      );
    taken.add(name);
    return name;
  });
  return { columns, notes };
}

function invalid(name: string, problems: readonly RowProblem[]): AppError {
  const shown = problems
    .toSorted((left, right) => left.line - right.line)
    .slice(0, SHOWN_PROBLEMS)
    .map(({ line, message }) => `\n  ${name}:${line}: ${message}`);
  const hidden = problems.length - shown.length;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const more = hidden > 0 ? `\n  and ${hidden} more` : '';
  return new AppError('INPUT_INVALID', `The rows have ${count}:${shown.join('')}${more}`, {
    suggestions: ['Correct these lines and run again. Nothing was spent.'],
  });
}
