import { describeTemplateProblem } from '../../writing/template-problem.ts';
import type { Paint } from '../create-paint.ts';
import { formatNumberOf } from '../format-count.ts';
import { terminalText } from '../terminal-text.ts';
import type { TemplateVerdict } from './check-template-files.ts';

/** The files one below the other, each with its problems and their remedies, and what they come to. */
export function formatTemplateVerdicts(verdicts: readonly TemplateVerdict[], paint: Paint): string {
  const lines = verdicts.flatMap(({ path, usable, name, problems, warnings }) => [
    usable
      ? `${paint('green', '✔')} ${terminalText(path)}  ${terminalText(name ?? '')}`
      : `${paint('red', '✖')} ${terminalText(path)}`,
    ...problems.flatMap((problem) => [
      `  ${terminalText(describeTemplateProblem(problem))}`,
      ...(problem.remedy === undefined ? [] : [`    → ${terminalText(problem.remedy)}`]),
    ]),
    ...warnings.map(
      (warning) => `  ${paint('yellow', '!')} ${terminalText(describeTemplateProblem(warning))}`,
    ),
  ]);
  return [...lines, '', conclude(verdicts)].join('\n');
}

function conclude(verdicts: readonly TemplateVerdict[]): string {
  const wrong = verdicts.filter(({ usable }) => !usable).length;
  const all = formatNumberOf(verdicts.length, 'template');
  if (wrong === 0) return `${all} can be used.`;
  return `${wrong} of ${all} cannot be used.`;
}
