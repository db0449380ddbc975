import { moneyText } from '../money.ts';
import type { Candidate, TextStyle } from './candidate.ts';
import { CURRENCY_CODES, currencyOf, decimalsOf, SYMBOLS } from './currencies.ts';
import { NUMBER_TEXT, parseAmount } from './parse-amount.ts';

const escape = (text: string) => text.replaceAll(/[.$]/gu, String.raw`\$&`);
/** A sign or name of a currency; one that ends in a letter is no part of a longer word. */
const CURRENCY = `(?:${[
  ...SYMBOLS.map(([symbol]) =>
    /\p{L}$/u.test(symbol) ? `${escape(symbol)}(?!\\p{L})` : escape(symbol),
  ),
  `(?:${[...CURRENCY_CODES].join('|')})(?!\\p{L})`,
].join('|')})`;
const SPACE = String.raw`[ \u00a0\u202f]`;
const MINUS = '[-−–]';
/** `1.5 million`, `2,5 Mio.`; single letters only where they touch the number. */
const SCALE = String.raw`(?:${SPACE}?([Mm]illions?|[Bb]illions?|[Tt]housand|[Mm]illionen|[Mm]illiarden?|[Tt]ausend|[Mm]illiards?|[Mm]illones|mille|[Mm]io\.?|[Mm]rd\.?|mn|bn)(?!\p{L})|([kKmM])(?![\p{L}\p{N}]))`;
/** `1.299,- €`: a dash for no cents. */
const NO_CENTS = String.raw`(?:[.,][-–—]{1,2})?`;

const PATTERN = new RegExp(
  [
    // (€1,299.00) is negative in accounts.
    `(\\()?(?<![\\p{L}\\p{N}])(${MINUS})?${SPACE}?(${CURRENCY})${SPACE}?(${MINUS})?${SPACE}?(${NUMBER_TEXT})${NO_CENTS}(?![\\p{N}%])${SCALE}?(\\))?`,
    `(?<![\\p{L}\\p{N}.,]|\\d[.,])(\\()?(${MINUS})?${SPACE}?(?<![\\p{L}\\p{N}.,])(${NUMBER_TEXT})${NO_CENTS}${SCALE}?${SPACE}?(${CURRENCY})(?!\\p{N})(\\))?`,
  ].join('|'),
  'gu',
);

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|thousand|tausend|mille)$/iu, 3],
  [/^(?:m|mn|mio\.?|millions?|millionen|millones)$/iu, 6],
  [/^(?:bn|mrd\.?|billions?|milliarden?|milliards?)$/iu, 9],
];

/** All amounts of money with a currency, in order, as `1299.00 EUR`. */
export function findMoney(text: string, style: TextStyle): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [whole, open, minus, before, inner, after, word, letter, close] = match;
    const [open2, minus2, number2, word2, letter2, behind, close2] = match.slice(9);
    const digits = after ?? number2 ?? '';
    const symbol = before ?? behind ?? '';
    const isInBrackets =
      (open !== undefined && close !== undefined) || (open2 !== undefined && close2 !== undefined);
    const isNegative = isInBrackets || (minus ?? inner ?? minus2) !== undefined;
    const value = amountText(digits, symbol, word ?? letter ?? word2 ?? letter2, style);
    if (value === undefined) continue;
    const lead = !isInBrackets && whole.startsWith('(') ? 1 : 0;
    const trail = !isInBrackets && whole.endsWith(')') ? 1 : 0;
    const start = match.index + lead + (/^\s*/u.exec(whole.slice(lead))?.[0].length ?? 0);
    const end = match.index + whole.length - trail;
    const range = isNegative && !isInBrackets && isRange(text, start);
    const currency = currencyOf(symbol, style);
    const warning =
      currency === undefined ? `“${symbol}” is the sign of several currencies` : undefined;
    found.push({
      value: isNegative && !range ? `-${value}` : value,
      start,
      end,
      ...(warning === undefined ? {} : { warning }),
    });
  }
  return found;
}

/** An amount that stands without a currency, as in a column of prices; `currency` where the column names it. */
export function plainAmount(
  digits: string,
  style: TextStyle,
  currency?: string,
): string | undefined {
  const isNegative = /^[-−–(]/u.test(digits);
  const amount = parseAmount(digits.replaceAll(/[-−–()]/gu, ''), markOf(currency, style));
  if (amount === undefined) return undefined;
  return moneyText({
    amount: `${isNegative ? '-' : ''}${withCents(amount, currency)}`,
    ...(currency === undefined ? {} : { currency }),
  });
}

function amountText(
  digits: string,
  symbol: string,
  scale: string | undefined,
  style: TextStyle,
): string | undefined {
  const currency = currencyOf(symbol, style);
  const power = scale === undefined ? 0 : (FACTORS.find(([word]) => word.test(scale))?.[1] ?? 0);
  // Before a scale a single mark is a decimal one: 1.250 million.
  const amount = parseAmount(
    digits,
    power > 0 && /^\d{1,3}[.,]\d{1,6}$/u.test(digits)
      ? decimalMarkIn(digits)
      : markOf(currency, style),
  );
  if (amount === undefined) return undefined;
  return moneyText({
    amount: withCents(shift(amount, power), currency),
    ...(currency === undefined ? {} : { currency }),
  });
}

function decimalMarkIn(digits: string): '.' | ',' {
  return digits.includes(',') ? ',' : '.';
}

/** Money has three decimals only where the currency has: else `1.299 €` is more than a thousand, in any language. */
function markOf(currency: string | undefined, style: TextStyle): '.' | ',' | 'group' {
  return decimalsOf(currency) === 3 ? style.decimalMark : 'group';
}

function withCents(amount: string, currency: string | undefined): string {
  const [whole = '', decimals = ''] = amount.split('.');
  const least = decimalsOf(currency);
  const padded = decimals.padEnd(least, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}

/** Moves the decimal point, without a rounding. */
function shift(amount: string, power: number): string {
  if (power === 0) return amount;
  const [whole = '', decimals = ''] = amount.split('.');
  const digits = decimals.padEnd(power, '0');
  const moved = `${whole}${digits.slice(0, power)}`.replace(/^0+(?=\d)/u, '');
  const rest = digits.slice(power);
  return rest === '' ? moved : `${moved}.${rest}`;
}

/** The dash in `10–20 €` is no minus. */
function isRange(text: string, start: number): boolean {
  return /[\p{N}\p{Sc}] ?$/u.test(text.slice(Math.max(0, start - 2), start));
}
