import type { ErrorReport } from '../core/events.ts';
import { terminalText } from './terminal-text.ts';

/** A failure in one line: `heat pump: no sources were found (NO_SOURCES)`. */
export function describeFailure(keyword: string, error: ErrorReport): string {
  return `${terminalText(keyword, { limit: 120 })}: ${terminalText(error.message, { limit: 500 })} (${error.code})`;
}
