import { extname } from 'node:path';
import { AppError } from '../core/errors.ts';
import { quoteValue } from './quote-value.ts';
import { headerDelimiter } from './header-delimiter.ts';

/** How keywords are written down: a line each, a table with a header, or JSON a line. */
export type InputFormat = 'lines' | 'table' | 'json-lines';

const ENDINGS: Readonly<Record<string, InputFormat>> = {
  '.txt': 'lines',
  '.csv': 'table',
  '.tsv': 'table',
  '.jsonl': 'json-lines',
  '.ndjson': 'json-lines',
};

/**
 * The format that a file's ending names; without an ending (as with pipes) the one that its first line shows.
 * @throws AppError `INPUT_INVALID` for endings of other formats.
 */
export function detectFormat(path: string | undefined, text: string): InputFormat {
  const ending = path === undefined ? '' : extname(path).toLowerCase();
  if (ending === '') return sniffFormat(text);
  const format = ENDINGS[ending];
  if (format !== undefined) return format;
  throw new AppError(
    'INPUT_INVALID',
    `Cannot read keywords from ${quoteValue(path ?? '')}: files ending in ${quoteValue(ending)} are not supported.`,
    { suggestions: [`Use one of ${Object.keys(ENDINGS).join(', ')}.`] },
  );
}

function sniffFormat(text: string): InputFormat {
  const firstLine = /^[^\S\n]*(\S.*)$/mu.exec(text)?.[1] ?? '';
  if (headerDelimiter(firstLine) !== undefined) return 'table';
  if (firstLine.startsWith('{') || isJsonString(firstLine)) return 'json-lines';
  return 'lines';
}

/** A line of plain text may begin with a quote too, so the whole line has to be JSON. */
function isJsonString(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'string';
  } catch {
    return false;
  }
}
