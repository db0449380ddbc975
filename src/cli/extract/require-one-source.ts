import { AppError } from '../../core/errors.ts';
import type { ExtractFlags } from './extract-flags.ts';

/** @throws AppError `USAGE` unless there are either documents or rows. */
export function requireOneSource(files: readonly string[], flags: ExtractFlags): void {
  const rows = flags['from-file'];
  if (files.length > 0 === (rows === undefined)) return;
  const message =
    rows === undefined
      ? 'No documents given.'
      : 'Documents and --from-file cannot be worked on in one run.';
  throw new AppError('USAGE', message, {
    suggestions: [
      'Name documents or folders: seo-content extract invoices --fields "date,total:money"',
      'Or the rows of a table: seo-content extract --from-file rows.csv --columns notes --fields "date"',
    ],
  });
}
