import { stringify } from 'csv-stringify/sync';
import type { RunSummary } from '../core/summary.ts';
import { NO_USAGE } from '../core/usage.ts';
import { formulaSafe } from '../output/formula-safe.ts';
import { itemFields } from './item-fields.ts';

/**
 * A table with a header line, an item a row, in UTF-8 with CRLF (RFC 4180). No cell starts a formula.
 */
export function csvReport(summary: RunSummary): string {
  const rows = summary.items.map((item) => ({ ...itemFields(item), run: summary.run }));
  return stringify(rows, {
    header: true,
    columns: [...COLUMNS, 'run'],
    record_delimiter: 'windows',
    cast: { string: formulaSafe },
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
