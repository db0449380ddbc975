import { cutText } from '../core/cut-text.ts';
import { cleanKeyword } from '../core/normalise-keyword.ts';

/** A value from outside as an error message shows it: clean, short, in quotes. */
export function quoteValue(value: string): string {
  return `"${cutText(cleanKeyword(value), 60)}"`;
}
