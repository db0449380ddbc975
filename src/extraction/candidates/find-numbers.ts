import type { Candidate, TextStyle } from './candidate.ts';
import { NUMBER_TEXT, parseAmount } from './parse-amount.ts';

const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\d[.,])([-−]?)(?<!\\d[-−])(${NUMBER_TEXT})(?!\\p{N}|[.,]\\d)`,
  'gu',
);

/** All numbers of a text in order, whatever they count. */
export function findNumbers(text: string, style: TextStyle): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [whole, minus = '', digits = ''] = match;
    const amount = parseAmount(digits, style.decimalMark);
    if (amount === undefined) continue;
    const value = minus === '' ? Number(amount) : -Number(amount);
    found.push({ value, start: match.index, end: match.index + whole.length });
  }
  return found;
}
