import type { TextStyle } from '../candidates/candidate.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import { NUMBER_TEXT, parseAmount } from '../candidates/parse-amount.ts';
import { numberWords } from '../../core/support/lexicon/number-words.ts';
import type { Scalar } from '../fields/coerce-value.ts';
import type { ScalarType } from '../field.ts';
import { readMoney } from '../money.ts';

const NUMBERS = new RegExp(NUMBER_TEXT, 'gu');
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:thousand|tausend|mille|mil|k)\b|\dk\b/iu, 1e3],
  [/\b(?:millions?|millionen|mio|mn|millones)\b|\dm\b/iu, 1e6],
  [/\b(?:billions?|milliarden?|mrd|milliards?|bn)\b/iu, 1e9],
  [/%|percent|prozent/iu, 1],
];

/** Whether a value stands in its quote, as far as that can be told: true for texts, allowed values and yes or no. */
export function bearsValue(
  type: ScalarType,
  value: Scalar,
  quote: string,
  style: TextStyle,
): boolean {
  switch (type) {
    case 'number':
    case 'integer':
    case 'percentage':
      return bearsNumber(Number(value), quote, style);
    case 'money':
      return bearsNumber(Number(readMoney(String(value))?.amount), quote, style);
    case 'date':
    case 'date-time':
      return bearsDate(type, String(value), quote, style);
    case 'email':
    case 'url':
    case 'iban':
    case 'vat':
      return findCandidates(type, quote, style).some((found) => found.value === value);
    case 'phone': {
      const digits = String(value).replaceAll(/\D/gu, '');
      const quoted = quote.replaceAll(/\(0\)|\D/gu, '');
      return (
        quoted.includes(digits) ||
        (quoted.length >= 6 && digits.endsWith(quoted.replace(/^0+/u, '')))
      );
    }
    default:
      return true;
  }
}

function bearsNumber(value: number, quote: string, { language = 'en' }: TextStyle): boolean {
  const wanted = Math.abs(value);
  if (value < 0 && !/[-−–(]|minus/iu.test(quote)) return false;
  const written = (quote.match(NUMBERS) ?? []).flatMap((digits) =>
    (['.', ',', 'group'] as const).map((mark) => Number(parseAmount(digits, mark))),
  );
  // A group of three may be a number of its own: 2 500 pieces.
  const plain = (quote.match(/(?<![\d.,'’])\d+(?!\d|[.,'’]\d)/gu) ?? []).map(Number);
  const { cardinals } = numberWords(language.split('-', 1)[0] ?? 'en');
  const words = (quote.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => cardinals.get(word));
  const factors = SCALES.filter(([pattern]) => pattern.test(quote)).map(([, factor]) => factor);
  return [...written, ...plain, ...words].some(
    (number) =>
      number !== undefined && [1, ...factors].some((factor) => isSame(number * factor, wanted)),
  );
}

function isSame(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right));
}

/** Both readings of a date such as 9/3/2025 count: the model has read the text around it. */
function bearsDate(
  type: 'date' | 'date-time',
  value: string,
  quote: string,
  style: TextStyle,
): boolean {
  return (['day', 'month'] as const).some((firstInDate) =>
    findCandidates(type, quote, { ...style, firstInDate }).some((found) => {
      const told = String(found.value);
      return type === 'date'
        ? told.startsWith(value) || told === value
        : told.slice(0, 16) === value.slice(0, 16);
    }),
  );
}
