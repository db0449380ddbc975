import { CsvError, parse } from 'csv-parse/sync';
import type { RowProblem } from './keyword-row.ts';

export interface TableRecord {
  /** The line on which it begins, from 1. */
  line: number;
  cells: string[];
}

/**
 * All records of a delimited table but blank ones; quoted cells may hold delimiters and line ends. Rows after a quote
 * that is never closed cannot be told apart, so reading ends there.
 */
export function readRecords(
  text: string,
  options: { delimiter: string; /** Records that are kept. */ maximum: number; trimStart: boolean },
): { records: TableRecord[]; problems: RowProblem[] } {
  const records: TableRecord[] = [];
  const problems: RowProblem[] = [];
  let nextLine = 1;
  try {
    parse(text, {
      bom: true,
      delimiter: options.delimiter,
      ltrim: options.trimStart,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record: string[], { lines }) => {
        const blank = record.every((cell) => cell.trim() === '');
        if (!blank && records.length <= options.maximum) {
          records.push({ line: nextLine, cells: record });
        }
        nextLine = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a cell in this row opens with a quote (") that is never closed'
        : `the table cannot be read (${error.code})`;
    problems.push({ line: nextLine, message });
  }
  return { records, problems };
}

/** A row may have fewer cells than the header; more cannot be told apart. */
export function raggedMessage(cells: number, columns: number): string {
  return (
    `the row has ${cells} cells and the header ${columns}; ` +
    'put cells that hold the delimiter in quotes'
  );
}
