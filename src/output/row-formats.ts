import type { ExtractedRow, RowColumns } from '../core/extracted-row.ts';
import { csvLine } from './csv-line.ts';

export type RowFormatName = 'csv' | 'jsonl' | 'json';

/** A form of output that is written row after row. */
export interface RowFormat {
  head: (columns: RowColumns) => string;
  row: (row: ExtractedRow, columns: RowColumns, isFirst: boolean) => string;
  tail: string;
}

const CSV: RowFormat = {
  head: ({ source, fields, status, error, warnings }) =>
    csvLine([...source, ...fields, status, error, warnings]),
  row: ({ source, values, status, error, warnings }, columns) =>
    csvLine([
      ...columns.source.map((_, place) => source[place]),
      ...columns.fields.map((_, place) => values[place]),
      status,
      error,
      warnings.join(' '),
    ]),
  tail: '',
};

const JSON_LINES: RowFormat = {
  head: () => '',
  row: (row, columns) => `${JSON.stringify(toObject(row, columns))}\n`,
  tail: '',
};

const JSON_LIST: RowFormat = {
  head: () => '[',
  row: (row, columns, isFirst) =>
    `${isFirst ? '' : ','}\n${JSON.stringify(toObject(row, columns))}`,
  tail: '\n]\n',
};

/** How rows may be written. CSV is UTF-8 with CRLF (RFC 4180); JSON Lines and JSON hold quotes and pages as well. */
export const ROW_FORMATS = {
  csv: CSV,
  jsonl: JSON_LINES,
  json: JSON_LIST,
} satisfies Record<RowFormatName, RowFormat>;

function toObject(row: ExtractedRow, columns: RowColumns): Record<string, unknown> {
  // From entries, so that a column named __proto__ is a column.
  return Object.fromEntries([
    ...columns.source.map((name, index) => [name, row.source[index] ?? null]),
    ...columns.fields.map((name, index) => [name, row.values[index] ?? null]),
    [columns.status, row.status],
    [columns.error, row.error ?? null],
    [columns.warnings, row.warnings],
    [columns.evidence, row.evidence],
  ]);
}
