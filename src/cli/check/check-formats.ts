import { basename } from 'node:path';
import type { Paint } from '../create-paint.ts';
import type { CheckReport } from './check-report.ts';
import { formatCheckText } from './format-text.ts';

const CHECK_FORMATS = ['text', 'json', 'sarif', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

interface FormatContext {
  paint: Paint;
  cwd: string;
  /** Of this program. */
  version: string;
}

type Format = (report: CheckReport, context: FormatContext) => string;

/** Loads what writes each format. */
export const checkFormats = {
  text:
    async () =>
    (report, { paint }) =>
      formatCheckText(report, paint),
  json: async () => (report) => JSON.stringify(report, undefined, 2),
  sarif: async () => {
    const { formatCheckSarif } = await import('./format-sarif.ts');
    return (report, { cwd, version }) => formatCheckSarif(report, cwd, version);
  },
  junit: async () => (await import('./format-junit.ts')).formatCheckJunit,
} satisfies Record<CheckFormat, () => Promise<Format>>;

/** The format that the ending of a path asks for. */
export function checkFormatOfPath(path: string): CheckFormat {
  const name = basename(path).toLowerCase();
  if (/\.sarif(?:\.json)?$/u.test(name)) return 'sarif';
  if (name.endsWith('.xml')) return 'junit';
  return name.endsWith('.json') ? 'json' : 'text';
}
