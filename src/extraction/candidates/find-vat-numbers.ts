import type { Candidate } from './candidate.ts';
import { VAT_CHECKS, VAT_FORMATS } from './vat-formats.ts';

const COUNTRIES = Object.keys(VAT_FORMATS).toSorted((left, right) => right.length - left.length);
const START = new RegExp(
  `(?<![\\p{L}\\p{N}])(${COUNTRIES.join('|')})(?=[ \\u00a0.-]?[A-Z0-9])`,
  'gu',
);
/** Twelve characters with a space, dot or dash between any two, and `MWST`. */
const REACH = 34;

/** All VAT numbers with their country in front, in order, without spaces. One with wrong check digits says so. */
export function findVatNumbers(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(START)) {
    const country = match[1] ?? '';
    const from = match.index + country.length;
    const taken = take(text.slice(from, from + REACH), VAT_FORMATS[country]);
    if (taken === undefined) continue;
    const end = from + taken.end;
    const rest = country === 'CHE' ? taken.value.replace(/\D+$/u, '') : taken.value;
    const isWrong = VAT_CHECKS[country]?.(rest) === false;
    const quote = text.slice(match.index, end);
    found.push({
      value: `${country}${rest}`,
      start: match.index,
      end,
      ...(isWrong
        ? { problem: `“${quote}” is no valid VAT number: its check digit is wrong` }
        : {}),
    });
  }
  return found;
}

/** The longest run behind the country that has its form and ends where a word ends. */
function take(
  text: string,
  format: RegExp | undefined,
): { value: string; end: number } | undefined {
  let value = '';
  let taken: { value: string; end: number } | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (/[A-Z0-9+*]/u.test(character)) value += character;
    else if (!/[ \u00a0.-]/u.test(character) || !/[A-Z0-9]/u.test(text[at + 1] ?? '')) break;
    else continue;
    if (format?.test(value) === true && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ''))
      taken = { value, end: at + 1 };
  }
  return taken;
}
