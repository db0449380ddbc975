import type { Paint } from '../create-paint.ts';
import { terminalText } from '../terminal-text.ts';
import { wrapText } from '../wrap-text.ts';
import type { ShownField, TemplateReport } from './show-template.ts';

export interface TemplateFormat {
  paint: Paint;
  /** Width to wrap at; without it lines stay whole. */
  columns?: number | undefined;
}

/** A template field by field, each explained; then what it makes of a keyword, and its instructions as they stand. */
export function formatTemplate(report: TemplateReport, { paint, columns }: TemplateFormat): string {
  const { fields, example, instructions } = report;
  const width = Math.max(...fields.map(({ field }) => field.length)) + 4;
  const wrap = (line: string, indent: number): string =>
    columns === undefined ? line : wrapText(line, columns, indent);
  const row = (head: string, text: string): string => wrap(`  ${head}`.padEnd(width) + text, width);
  const rows = fields.flatMap(({ field, value, ...about }) => [
    ...valueLines(value).map((line, at) => row(at === 0 ? field : '', line)),
    ...explain(about).map((line) => paint('dim', row('', line))),
  ]);
  return [
    `${paint('bold', terminalText(report.name))} · ${terminalText(report.path)}`,
    '',
    ...rows,
    '',
    `For the keyword “${terminalText(example.keyword)}” it gives`,
    row('title', terminalText(example.title)),
    ...example.questions.map((question, at) =>
      row(at === 0 ? 'questions' : '', terminalText(question)),
    ),
    '',
    'Instructions to the model',
    ...terminalText(instructions, { multiline: true, limit: 64 * 1024 })
      .split('\n')
      .map((line) => wrap(`  ${line}`.trimEnd(), 2)),
  ].join('\n');
}

function valueLines(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((entry) => terminalText(String(entry)));
  if (typeof value === 'object' && value !== null) {
    const { minimum, maximum } = { minimum: '', maximum: '', ...value };
    return [`${minimum} to ${maximum}`];
  }
  return [terminalText(String(value))];
}

/** What is said of a field stands in brackets: without colour it must not be taken for its value. */
function explain({ meaning, allowed }: Pick<ShownField, 'meaning' | 'allowed'>): string[] {
  const text = [meaning, allowed].filter((part) => part !== '').join('; ');
  return text === '' ? [] : [`(${text})`];
}
