import type { Candidate } from './candidate.ts';
import { parseAmount } from './parse-amount.ts';

const PATTERN =
  /(?<![\p{L}\p{N}]|\d[.,])([-−+]?)(?<!\d[-−+])(\d{1,3}(?:[.,'’\u202f]\d{3}){0,3}(?:[.,]\d{1,6})?)[ \u00a0\u202f]?(?:%|per ?cent(?!\p{L})|prozent(?!\p{L})|pct(?!\p{L})|pour cent(?!\p{L})|por ciento|v\. ?H\.)/giu;

/** All percentages of a text in order: 19 for 19 %. */
export function findPercentages(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [whole, sign = '', digits = ''] = match;
    // `12.500 %` is twelve and a half: shares of thousands are rare and written with two groups.
    const amount = parseAmount(digits, digits.includes(',') ? ',' : '.');
    if (amount === undefined) continue;
    const value = /[-−]/u.test(sign) ? -Number(amount) : Number(amount);
    found.push({ value, start: match.index, end: match.index + whole.length });
  }
  return found;
}
