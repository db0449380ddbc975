import { AppError } from '../core/errors.ts';
import { terminalText } from './terminal-text.ts';

/** An error for people: what failed, then its remedies; the stack only for debugging. */
export function formatError(error: Error, options: { debug: boolean }): string {
  const lines = [`Error: ${terminalText(error.message, { multiline: true })}`];
  if (error instanceof AppError) {
    for (const suggestion of error.suggestions) lines.push(`  → ${terminalText(suggestion)}`);
    lines.push(`  (${error.code})`);
  } else if (!('oclif' in error)) {
    lines.push('  → This is a fault of the program. Run again with --debug for the details.');
  }
  if (options.debug && error.stack !== undefined) lines.push(terminalText(error.stack, { multiline: true }));
  return lines.join('\n');
}
