import stringWidth from 'string-width';
import { formatCount } from '../format-count.ts';
import { formatShortCost } from '../format-money.ts';
import { formatTable } from '../format-table.ts';
import { terminalText } from '../terminal-text.ts';
import { wrapText } from '../wrap-text.ts';
import type { ProviderUse } from './provider-use.ts';

const FIGURES: readonly { head: string; textOf: (use: ProviderUse) => string }[] = [
  { head: 'Calls', textOf: ({ calls }) => count(calls) },
  { head: 'Failed', textOf: ({ failed }) => count(failed) },
  { head: 'Sent', textOf: ({ attempts }) => count(attempts) },
  { head: 'Tokens in', textOf: ({ usage }) => count(usage.inputTokens) },
  { head: 'Tokens out', textOf: ({ usage }) => count(usage.outputTokens) },
  { head: 'Credits', textOf: ({ usage }) => count(usage.credits) },
  { head: 'Cost', textOf: ({ usage }) => formatShortCost(usage) },
];

/**
 * The calls of a run as the lines of a table, without columns that tell nothing; as lines of its own for each kind of
 * call where the terminal is too narrow for it. None for a run without calls.
 */
export function formatProviderUse(uses: readonly ProviderUse[], columns = Infinity): string[] {
  if (uses.length === 0) return [];
  const figures = FIGURES.filter(({ textOf }) => uses.some((use) => textOf(use) !== ''));
  const table = formatTable(
    [{ head: 'Calls to' }, ...figures.map(({ head }) => ({ head, isNumber: true }))],
    uses.map((use) => [nameOf(use), ...figures.map(({ textOf }) => textOf(use))]),
  );
  if (table.every((line) => stringWidth(line) <= columns)) return table;
  return ['Calls to', ...uses.flatMap((use) => stackFigures(use, columns))];
}

function nameOf({ provider, operation, model }: ProviderUse): string {
  const name = [provider, operation, ...(model === undefined ? [] : [model])].join(' ');
  return terminalText(name, { limit: 60 });
}

function count(value: number): string {
  return value === 0 ? '' : formatCount(value);
}

function stackFigures(use: ProviderUse, columns: number): string[] {
  const told = FIGURES.map(({ head, textOf }) => ({ head: head.toLowerCase(), text: textOf(use) }))
    .filter(({ text }) => text !== '')
    .map(({ head, text }) => `${head} ${text}`);
  return [
    wrapText(`  ${nameOf(use)}`, columns, 4),
    wrapText(`    ${told.join(' · ')}`, columns, 4),
  ];
}
