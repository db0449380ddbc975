import type { TextStyle } from './candidate.ts';
import { CURRENCY_CODES, SYMBOLS } from './currencies.ts';

/** More of a text than this shows nothing new about how it writes. */
const SAMPLE = 200_000;
/** Languages that write `1,299.00`; most others write `1.299,00`. */
const POINT = /^(?:en|ja|zh|ko|he|th|hi)\b/iu;
/** Countries that write the month first. */
const MONTH_FIRST = /^en-(?:US|PH|PR|FM|GU|VI)\b/iu;

/**
 * How a text writes dates and numbers. What the text itself shows counts first (a date such as 25/12/2025, a number such as
 * 1.299,00), then its language. In English of no known country, a dollar sign without euros or pounds speaks for the month.
 */
export function styleOf(text: string, language?: string): TextStyle {
  const sample = text.slice(0, SAMPLE);
  const currencies = currenciesOf(sample);
  const order = dateOrder(sample, language, currencies);
  return {
    ...(language === undefined ? {} : { language }),
    decimalMark: decimalMark(sample, language),
    ...order,
    currencies,
  };
}

function dateOrder(
  sample: string,
  language: string | undefined,
  currencies: ReadonlySet<string>,
): Pick<TextStyle, 'firstInDate' | 'isDateOrderSure'> {
  let days = 0;
  let months = 0;
  for (const [, first, , second] of sample.matchAll(
    /(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/gu,
  )) {
    if (Number(first) > 12 && Number(second) <= 12) days++;
    if (Number(second) > 12 && Number(first) <= 12) months++;
  }
  if (days > 0 !== months > 0)
    return { firstInDate: days > 0 ? 'day' : 'month', isDateOrderSure: true };
  if (language !== undefined && MONTH_FIRST.test(language))
    return { firstInDate: 'month', isDateOrderSure: true };
  if (language !== undefined && !/^en$/iu.test(language))
    return { firstInDate: 'day', isDateOrderSure: true };
  const isAmerican = currencies.has('USD') && !currencies.has('EUR') && !currencies.has('GBP');
  return { firstInDate: isAmerican ? 'month' : 'day', isDateOrderSure: false };
}

function decimalMark(sample: string, language: string | undefined): '.' | ',' {
  let points = 0;
  let commas = 0;
  // Two decimals behind a group or plain digits; dates and versions have a third part.
  for (const [, mark] of sample.matchAll(
    /(?<![\d.,])\d{1,3}(?:['’\u00a0\u202f., ]\d{3}){0,4}([.,])\d{2}(?![\d]|[.,]\d)/gu,
  )) {
    if (mark === '.') points++;
    else commas++;
  }
  if (points !== commas) return points > commas ? '.' : ',';
  return language === undefined || POINT.test(language) || /-(?:CH|MX)\b/iu.test(language)
    ? '.'
    : ',';
}

function currenciesOf(sample: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [code] of sample.matchAll(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu)) {
    if (CURRENCY_CODES.has(code)) found.add(code);
  }
  for (const [symbol, code] of SYMBOLS) {
    if (code !== undefined && symbol.length === 1 && sample.includes(symbol)) found.add(code);
  }
  return found;
}
