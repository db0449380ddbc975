import { basename } from 'node:path';
import { AppError } from '../core/errors.ts';

/** Formats of reports. */
export type ReportFormat = 'csv' | 'json' | 'jsonl' | 'junit' | 'md' | 'html';

const ENDINGS = {
  csv: '.csv',
  json: '.json',
  jsonl: '.jsonl',
  junit: '.junit.xml',
  md: '.md',
  html: '.html',
} satisfies Record<ReportFormat, string>;

/**
 * The format that a report's path asks for by its ending, in whatever case. A file named just `junit.xml` counts too.
 * @throws AppError `USAGE`, naming the endings that are known.
 */
export function formatOfPath(path: string): ReportFormat {
  const name = basename(path).toLowerCase();
  if (name === 'junit.xml') return 'junit';
  const formats = Object.keys(ENDINGS) as ReportFormat[];
  const format = formats.find((candidate) => name.endsWith(ENDINGS[candidate]));
  if (format !== undefined) return format;
  throw new AppError('USAGE', `The ending of the report "${path}" is not known.`, {
    suggestions: [
      ...(name.endsWith('.xml')
        ? [`For JUnit, name it ${basename(path).slice(0, -'.xml'.length)}${ENDINGS.junit}`]
        : []),
      `The endings are: ${Object.values(ENDINGS).join(' ')}`,
    ],
  });
}
