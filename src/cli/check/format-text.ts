import type { SeoFinding } from '../../core/summary.ts';
import type { Paint, Style } from '../create-paint.ts';
import { formatNumberOf } from '../format-count.ts';
import { terminalText } from '../terminal-text.ts';
import type { CheckedFile, CheckReport } from './check-report.ts';

const MARKS = {
  error: { mark: '✖', style: 'red' },
  warning: { mark: '!', style: 'yellow' },
  note: { mark: '·', style: 'cyan' },
} satisfies Record<SeoFinding['severity'], { mark: string; style: Style }>;

/** The findings for people: grouped by file, each with its place, its rule and what to do, and the counts below. */
export function formatCheckText(report: CheckReport, paint: Paint): string {
  const groups = report.files.map((file) => fileLines(file, paint).join('\n'));
  return [...groups, closingLine(report)].join('\n\n');
}

/** What the check came to, in one line. */
export function closingLine({ totals, strict }: CheckReport): string {
  const counts = [
    formatNumberOf(totals.errors, 'error'),
    formatNumberOf(totals.warnings, 'warning'),
    formatNumberOf(totals.notes, 'note'),
  ].join(', ');
  const files = formatNumberOf(totals.files, 'file');
  if (totals.failed === 0) return `${files} passed: ${counts}`;
  const why = strict ? ' (warnings fail too)' : '';
  return `${totals.failed} of ${files} failed${why}: ${counts}`;
}

function fileLines(file: CheckedFile, paint: Paint): string[] {
  const path = terminalText(file.path);
  const facts = [formatNumberOf(file.words, 'word'), ...evidenceFacts(file)];
  const head = `${paint('bold', path)}  ${paint('dim', facts.join(' · '))}`;
  if (file.findings.length === 0) return [head, `  ${paint('green', '✔')} nothing found`];
  return [
    head,
    ...file.findings.flatMap(({ severity, rule, line, message, remedy }) => {
      const { mark, style } = MARKS[severity];
      const place = line === undefined ? path : `${path}:${line}`;
      return [
        `  ${paint(style, mark)} ${place}  ${paint(style, rule)}  ${terminalText(message)}`,
        `    ${paint('dim', `→ ${terminalText(remedy)}`)}`,
      ];
    }),
  ];
}

function evidenceFacts({ evidence }: CheckedFile): string[] {
  if (evidence === undefined) return [];
  const { sentences, cited, verdicts } = evidence;
  return [
    `${cited} of ${formatNumberOf(sentences, 'sentence')} cited`,
    ...(verdicts === undefined ? [] : [`${verdicts.supported} supported`]),
  ];
}
