import { numberWords, type NumberWords } from '../lexicon/number-words.ts';
import { findUnit } from '../lexicon/units.ts';
import type { Quantity } from '../quantity.ts';
import type { Token } from '../read-tokens.ts';
import { isCurrency } from './is-currency.ts';
import { isYear } from './is-year.ts';
import { readBound } from './read-bound.ts';
import { readDate, yearOf } from './read-dates.ts';
import { carryUnit, readRangeEnd } from './read-range.ts';
import { readRate } from './read-rate.ts';
import { readValue } from './read-value.ts';
import { readWeakQuantity } from './read-weak-quantity.ts';
import { withUnit } from './with-unit.ts';

/** The numbers with their units, ranges, parts of a whole, ranks and dates of a text, in reading order. */
export function readQuantities(
  text: string,
  tokens: readonly Token[],
  language: string,
): Quantity[] {
  const words = numberWords(language);
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const quantity = readQuantity(tokens, at, words, language);
    if (quantity === undefined) {
      at++;
      continue;
    }
    const start = tokens[quantity.from]?.start ?? 0;
    const end = tokens[quantity.to - 1]?.end ?? start;
    found.push({ ...quantity, text: text.slice(start, end) });
    at = quantity.to;
  }
  return found;
}

function readQuantity(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
  language: string,
): Omit<Quantity, 'text'> | undefined {
  const token = tokens[at];
  if (token === undefined || (token.kind === 'sign' && !isSignBefore(tokens, at))) return undefined;
  const dated = readDate(tokens, at);
  if (dated !== undefined)
    return {
      kind: 'date',
      values: [],
      ...dated.date,
      ...readOrder(tokens, at),
      from: at,
      to: dated.to,
    };
  const first = readValue(tokens, at, words);
  if (first === undefined) return readWeakQuantity(tokens, at, language);
  const low = carryUnit(tokens, withUnit(tokens, first), words);
  const high = readRangeEnd(tokens, at, low, words);
  const whole = low.isPart && low.unit === undefined ? readWhole(tokens, low.to) : undefined;
  const unit = whole?.unit ?? high?.unit ?? low.unit ?? (isAge(tokens, at) ? 'year' : undefined);
  const end = whole?.to ?? high?.to ?? low.to;
  const year = unit === undefined ? yearOf(tokens[at]) : undefined;
  const isYearAlone = high === undefined && first.to === at + 1 && isYear(tokens, at);
  const isFirstOfYears = high !== undefined && yearOf(tokens[high.to - 1]) !== undefined;
  if (year !== undefined && (isYearAlone || isFirstOfYears))
    return { kind: 'date', values: [], year, ...readOrder(tokens, at), from: at, to: at + 1 };
  const rate = readRate(tokens, end);
  return {
    kind: unit === 'clock' ? 'clock' : 'number',
    values: low.values,
    ...(high === undefined ? {} : { upTo: high.values }),
    ...(unit === undefined ? {} : { unit }),
    ...(rate === undefined ? {} : { per: rate.per }),
    ...(low.isPart ? { isPart: true } : {}),
    ...(low.isWeak && unit === undefined ? { isWeak: true } : {}),
    ...(unit === 'clock' ? readOrder(tokens, at) : {}),
    ...readBound(tokens, at, rate?.to ?? end),
    from: at,
    to: rate?.to ?? end,
  };
}

/** The unit of `half a litre`, `a quarter of an hour`. */
function readWhole(tokens: readonly Token[], to: number): { unit: string; to: number } | undefined {
  const article = tokens[to]?.lower === 'of' ? to + 1 : to;
  if (!/^an?$/u.test(tokens[article]?.lower ?? '')) return undefined;
  const unit = findUnit(tokens[article + 1]?.lower ?? '');
  return unit === undefined ? undefined : { unit, to: article + 2 };
}

/** `at the age of 21`. */
function isAge(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at - 2]?.lower ?? '', tokens[at - 1]?.lower ?? ''];
  return second === 'aged' || /^(?:age of|alter von|âge de|edad de)$/u.test(`${first} ${second}`);
}

/** `until 1 June` ends there, `from 7 pm` begins there. */
function readOrder(tokens: readonly Token[], at: number): Pick<Quantity, 'bound'> {
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:before|until|till|vor|bis|avant|hasta)$/u.test(before)) return { bound: -1 };
  return /^(?:after|from|since|nach|ab|seit|après|dès|depuis|desde)$/u.test(before)
    ? { bound: 1 }
    : {};
}

/** A minus or a currency sign with a number behind it. */
function isSignBefore(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const text = tokens[at]?.text ?? '';
  if (next?.kind !== 'number') return /^[½¼¾⅓⅔]$/u.test(text);
  if (isCurrency(tokens[at])) return true;
  return (
    /^[-−–]$/u.test(text) &&
    next.isGlued &&
    tokens[at]?.isGlued === false &&
    tokens[at - 1]?.kind !== 'number'
  );
}
