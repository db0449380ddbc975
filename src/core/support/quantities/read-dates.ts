import { findMonth, findSeason, findWeekday } from '../lexicon/calendar-words.ts';
import type { Quantity } from '../quantity.ts';
import type { Token } from '../read-tokens.ts';

type Date = Pick<Quantity, 'year' | 'month' | 'day' | 'season' | 'weekday' | 'isDecade'>;

/** A date that begins at a token, and the token after it; undefined where none begins. */
export function readDate(
  tokens: readonly Token[],
  at: number,
): { date: Date; to: number } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  return token.kind === 'number'
    ? readFromNumber(tokens, at, token)
    : readFromWord(tokens, at, token);
}

function readFromNumber(tokens: readonly Token[], at: number, token: Token) {
  const numeric = readNumeric(tokens, at, token);
  if (numeric !== undefined) return numeric;
  // 3 March 2024, 3rd of March, 3. März 2024
  const day = dayOf(token);
  if (day !== undefined) {
    let next = at + 1;
    if (/^(?:st|nd|rd|th|er)$/u.test(tokens[next]?.lower ?? '') && tokens[next]?.isGlued) next++;
    if (tokens[next]?.text === '.') next++;
    if (/^(?:of|de)$/u.test(tokens[next]?.lower ?? '')) next++;
    const month = monthAt(tokens, next);
    if (month !== undefined) return { ...withYear(tokens, next + 1, { day, month }) };
  }
  const year = yearOf(token);
  if (year === undefined) return undefined;
  const next = tokens[at + 1];
  if (next?.isGlued && next.lower === 's') return { date: { year, isDecade: true }, to: at + 2 };
  return undefined;
}

/** 2024-03-03, 03.03.2024, 3/3/2024; a slash date may begin with the month. */
function readNumeric(tokens: readonly Token[], at: number, token: Token) {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(token.text);
  if (dotted !== null) {
    const [, day, month, year] = dotted.map(Number);
    if (isDay(day) && isMonth(month)) return { date: { day, month, year: year ?? 0 }, to: at + 1 };
  }
  const [first, mark, second, mark2, third] = tokens.slice(at, at + 5);
  if (first === undefined || mark?.isGlued !== true || second?.kind !== 'number') return undefined;
  if (!/^[-/]$/u.test(mark.text) || mark2?.text !== mark.text || third?.kind !== 'number')
    return undefined;
  const parts = [first, second, third].map(({ text }) => Number(text));
  const [one = 0, two = 0, three = 0] = parts;
  if (yearOf(first) !== undefined && isMonth(two) && isDay(three))
    return { date: { year: one, month: two, day: three }, to: at + 5 };
  if (yearOf(third) === undefined) return undefined;
  if (isDay(one) && isMonth(two))
    return { date: { day: one, month: two, year: three }, to: at + 5 };
  if (isMonth(one) && isDay(two))
    return { date: { day: two, month: one, year: three }, to: at + 5 };
  return undefined;
}

function readFromWord(tokens: readonly Token[], at: number, token: Token) {
  const isCapital = /^\p{Lu}/u.test(token.text);
  const month = monthAt(tokens, at);
  if (month !== undefined) {
    let next = at + 1;
    if (tokens[next]?.text === '.') next++;
    const number = tokens[next];
    const day = number?.kind === 'number' ? dayOf(number) : undefined;
    if (day !== undefined && yearOf(number) === undefined) {
      next++;
      if (/^(?:st|nd|rd|th)$/u.test(tokens[next]?.lower ?? '') && tokens[next]?.isGlued) next++;
      return withYear(tokens, next, { month, day });
    }
    return withYear(tokens, at + 1, { month });
  }
  const weekday = isCapital ? findWeekday(token.lower) : undefined;
  if (weekday !== undefined) return { date: { weekday }, to: at + 1 };
  const season = findSeason(token.lower);
  if (season !== undefined && isSeason(tokens, at)) return withYear(tokens, at + 1, { season });
  if (/^q[1-4]?$/u.test(token.lower) && isCapital) return readQuarter(tokens, at);
  return undefined;
}

/** `Q3 2024`. */
function readQuarter(tokens: readonly Token[], at: number) {
  const number = tokens[at + 1];
  if (number?.isGlued !== true || !/^[1-4]$/u.test(number.text)) return undefined;
  return withYear(tokens, at + 2, { season: 10 + Number(number.text) });
}

/** The year after a month or season, over a comma, `of` or an apostrophe. */
function withYear(tokens: readonly Token[], at: number, date: Date): { date: Date; to: number } {
  let next = at;
  if (/^(?:,|of|de|del|in)$/u.test(tokens[next]?.lower ?? '')) next++;
  const year = yearOf(tokens[next]);
  return year === undefined ? { date, to: at } : { date: { ...date, year }, to: next + 1 };
}

/** A year from 1100 to 2199 in four plain digits. */
export function yearOf(token: Token | undefined): number | undefined {
  if (token?.kind !== 'number' || !/^(?:1[1-9]|2[01])\d\d$/u.test(token.text)) return undefined;
  return Number(token.text);
}

function dayOf(token: Token): number | undefined {
  const day = /^\d{1,2}$/u.test(token.text) ? Number(token.text) : undefined;
  return isDay(day) ? day : undefined;
}

/** Months are capitalised (`may`, `march` are words else), but in French and Spanish. */
function monthAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const month = findMonth(token.lower);
  if (month === undefined) return undefined;
  if (/^\p{Lu}/u.test(token.text)) {
    // `May` and `March` open sentences too: then a number or a preposition has to be near.
    const isAmbiguous = /^(?:may|march)$/u.test(token.lower) && at === 0;
    return isAmbiguous && tokens[at + 1]?.kind !== 'number' ? undefined : month;
  }
  // `those over 16 may enter`
  if (token.lower === 'may' && tokens[at + 1]?.kind === 'word') return undefined;
  return /^(?:mai|mars|mar|may|march|sept|dec|jan|jun|jul|abril|mayo)$/u.test(token.lower) &&
    tokens[at - 1]?.kind !== 'number'
    ? undefined
    : month;
}

/** `fall` is a season after `the` or `in`, or before a year. */
function isSeason(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  if (word === 'fall') return before === 'in' && tokens[at + 1]?.kind === 'number';
  if (word === 'spring' || word === 'été')
    return /^(?:in|the|of|each|every|last|early|late|l|en|cet|mild|wet|dry|second|first|next|that|this|until|since|by)$/u.test(
      before,
    );
  return true;
}

function isDay(value: number | undefined): value is number {
  return value !== undefined && value >= 1 && value <= 31;
}

function isMonth(value: number | undefined): value is number {
  return value !== undefined && value >= 1 && value <= 12;
}
