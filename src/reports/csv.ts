import { stringify } from 'csv-stringify/sync';
import type { RunSummary } from '../core/summary.ts';
import { NO_USAGE } from '../core/usage.ts';
import { itemFields } from './item-fields.ts';

/**
 * A table with a header line, an item a row, in UTF-8 with CRLF (RFC 4180). No cell starts a formula: an apostrophe
 * stands before what could (OWASP, CSV injection), also behind a semicolon, where many spreadsheets split a line.
 */
export function csvReport(summary: RunSummary): string {
  const rows = summary.items.map((item) => ({ ...itemFields(item), run: summary.run }));
  return stringify(rows, {
    header: true,
    columns: [...COLUMNS, 'run'],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: (text) => text.replaceAll(/(;\s*)(?=[=+\-@])/gu, "$1'") },
  });
}

/** A run without items has its header line too. */
const COLUMNS = Object.keys(
  itemFields({
    index: 0,
    keyword: '',
    slug: '',
    status: 'not-started',
    files: [],
    usage: NO_USAGE,
    saved: NO_USAGE,
    milliseconds: 0,
  }),
);
