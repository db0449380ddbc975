import { stringify } from 'csv-stringify/sync';
import { formulaSafe } from './formula-safe.ts';

/** Values as one line of CSV: UTF-8 with CRLF (RFC 4180), without cells that would start a formula. */
export function csvLine(cells: readonly unknown[]): string {
  // A line feed alone ends a line for most readers, too.
  return stringify([cells.map(cellText)], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

/** A number alone starts no formula, and is to be reckoned with: `-5`, `+3,50`. */
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;

/** Entries of a list are parted as a spreadsheet's user would. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? value.map(asText).join('; ') : asText(value);
  return PLAIN_NUMBER.test(text) ? text : formulaSafe(text);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
