import { AppError } from '../core/errors.ts';
import { terminalText } from './terminal-text.ts';

/** An error for people: what failed, then its remedies; the stack only for debugging. */
export function formatError(error: Error, options: { debug: boolean }): string {
  const lines = [`Error: ${safeLines(error.message)}`];
  if (error instanceof AppError) {
    for (const suggestion of error.suggestions) lines.push(`  → ${terminalText(suggestion)}`);
    lines.push(`  (${error.code})`);
  } else if (!('oclif' in error)) {
    lines.push('  → This is a fault of the program. Run again with --debug for the details.');
  }
  if (options.debug && error.stack !== undefined) lines.push(safeLines(error.stack));
  return lines.join('\n');
}

/** Keeps the line breaks of our own messages, and nothing else that moves a cursor. */
function safeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `${/^ */.exec(line)?.[0] ?? ''}${terminalText(line)}`)
    .join('\n');
}
