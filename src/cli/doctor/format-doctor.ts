import type { Paint, Style } from '../create-paint.ts';
import { terminalText } from '../terminal-text.ts';
import type { Check } from './check.ts';
import type { DoctorReport } from './run-doctor.ts';

const MARKS = {
  ok: { mark: '✔', style: 'green' },
  warning: { mark: '!', style: 'yellow' },
  failed: { mark: '✖', style: 'red' },
  skipped: { mark: '-', style: 'dim' },
} satisfies Record<Check['status'], { mark: string; style: Style }>;

/** The checks one below the other, each with its remedy, and what they come to. */
export function formatDoctor({ checks }: DoctorReport, paint: Paint): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const indent = ' '.repeat(width + 4);
  const rows = checks.flatMap(({ name, status, message, remedy }) => {
    const { mark, style } = MARKS[status];
    const text = terminalText(message, { multiline: true }).split('\n').join(`\n${indent}`);
    const row = `${paint(style, mark)} ${name.padEnd(width)}  ${text}`;
    return remedy === undefined ? [row] : [row, `${indent}→ ${terminalText(remedy)}`];
  });
  return [...rows, '', conclude(checks)].join('\n');
}

function conclude(checks: readonly Check[]): string {
  const count = (wanted: Check['status']) =>
    checks.filter(({ status }) => status === wanted).length;
  const failed = count('failed');
  const warnings = count('warning');
  if (failed > 0) return `${failed} of ${checks.length} checks failed.`;
  return warnings === 0 ? 'Ready to run.' : `Ready to run; warnings: ${warnings}.`;
}
