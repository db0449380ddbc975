import { calendarDay, fullYear } from './calendar-day.ts';
import type { Candidate, TextStyle } from './candidate.ts';
import { monthOf } from './month-of.ts';

const NO_DIGIT_BEFORE = String.raw`(?<![\p{L}\p{N}]|\d[.,/:-])`;
const NO_DIGIT_AFTER = String.raw`(?![\p{L}\p{N}]|[./-]\d|[.,]\d)`;
const SPACE = String.raw`[\s\u00a0]`;
const MONTH_WORD = String.raw`(\p{L}[\p{L}\p{M}]{2,11})\.?`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|re|ère|\.|º|°|ª)?`;

/** Each form with its reader; where two meet in a text the one that begins first, and of those the longer one, stays. */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray, style: TextStyle) => Found])[] = [
  // 2025-03-09, 2025/3/9, 2025.03.09; the time of day behind it is looked at elsewhere.
  [
    new RegExp(`${NO_DIGIT_BEFORE}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d-]|[./]\\d)`, 'gu'),
    ([, year = '', , month = '', day = '']) => whole(Number(year), Number(month), Number(day)),
  ],
  // 09.03.2025, 9. 3. 25
  [
    new RegExp(
      `${NO_DIGIT_BEFORE}(\\d{1,2})\\.${SPACE}?(\\d{1,2})\\.${SPACE}?(\\d{4}|\\d{2})${NO_DIGIT_AFTER}`,
      'gu',
    ),
    ([, day = '', month = '', year = ''], { language = 'en' }) => {
      // In English 9.3.25 is rather a chapter or a version.
      const isDate = year.length === 4 || (day + month).length === 4 || !language.startsWith('en');
      return isDate ? whole(fullYear(year), Number(month), Number(day)) : undefined;
    },
  ],
  // 9/3/2025, 09-03-25
  [
    new RegExp(
      `${NO_DIGIT_BEFORE}(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})${NO_DIGIT_AFTER}`,
      'gu',
    ),
    ([text, first = '', , second = '', year = ''], style) =>
      slashed(text, Number(first), Number(second), fullYear(year), style),
  ],
  // 9 March 2025, 9th of March, 2025, 9. März 2025, 1er mars 2025, 9 de marzo de 2025
  [
    new RegExp(
      `${NO_DIGIT_BEFORE}(\\d{1,2})${ORDINAL}${SPACE}{0,2}(?:of |de |d['’])?${MONTH_WORD},?${SPACE}{1,2}(?:of |de |del )?(\\d{4})${NO_DIGIT_AFTER}`,
      'giu',
    ),
    ([, day = '', month = '', year = '']) => named(Number(year), month, Number(day)),
  ],
  // 09-Mar-2025, 9/Mar/25, 9 Mar '25
  [
    new RegExp(
      `${NO_DIGIT_BEFORE}(\\d{1,2})(?:([-/])${MONTH_WORD}\\2(\\d{4}|\\d{2})|${SPACE}${MONTH_WORD} ['’](\\d{2}))${NO_DIGIT_AFTER}`,
      'giu',
    ),
    ([, day = '', , month, year, word = '', short = '']) =>
      named(fullYear(year ?? short), month ?? word, Number(day)),
  ],
  // March 9th, 2025, Mar. 9 2025
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])${MONTH_WORD}${SPACE}{1,2}(?:the )?(\\d{1,2})(?:st|nd|rd|th)?,?${SPACE}{1,2}(\\d{4})${NO_DIGIT_AFTER}`,
      'giu',
    ),
    ([, month = '', day = '', year = '']) => named(Number(year), month, Number(day)),
  ],
  // 2025年3月9日, 2025년 3월 9일
  [
    /(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/gu,
    ([, year = '', month = '', day = '']) => whole(Number(year), Number(month), Number(day)),
  ],
  // March 2025, März 2025, marzo de 2025
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])${MONTH_WORD},?${SPACE}{1,2}(?:of |de |del )?(\\d{4})${NO_DIGIT_AFTER}`,
      'giu',
    ),
    ([, month = '', year = '']) => {
      const value = calendarDay(Number(year), monthOf(month) ?? 0);
      return value === undefined ? undefined : { value, isPartial: true };
    },
  ],
  // 03/2025
  [
    new RegExp(`${NO_DIGIT_BEFORE}(\\d{1,2})/(\\d{4})${NO_DIGIT_AFTER}`, 'gu'),
    ([, month = '', year = '']) => {
      const value = calendarDay(Number(year), Number(month));
      return value === undefined ? undefined : { value, isPartial: true };
    },
  ],
];

type Found = Pick<Candidate, 'value' | 'warning' | 'isPartial'> | undefined;

/** All dates of a text in order, as ISO 8601 days, or months where there is no day. */
export function findDates(text: string, style: TextStyle): Candidate[] {
  const found: Candidate[] = [];
  for (const [pattern, read] of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const date = read(match, style);
      if (date !== undefined)
        found.push({ ...date, start: match.index, end: match.index + match[0].length });
    }
  }
  return firstOfEach(found);
}

/** Without what overlaps something that begins before it, or is longer. */
function firstOfEach<T extends { start: number; end: number }>(found: readonly T[]): T[] {
  const kept: T[] = [];
  for (const candidate of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (candidate.start >= (kept.at(-1)?.end ?? 0)) kept.push(candidate);
  }
  return kept;
}

function whole(year: number, month: number, day: number): Found {
  const value = calendarDay(year, month, day);
  return value === undefined ? undefined : { value };
}

function named(year: number, word: string, day: number): Found {
  const month = monthOf(word);
  return month === undefined ? undefined : whole(year, month, day);
}

function slashed(
  text: string,
  first: number,
  second: number,
  year: number,
  { firstInDate, isDateOrderSure }: TextStyle,
): Found {
  const dayFirst = calendarDay(year, second, first);
  const monthFirst = calendarDay(year, first, second);
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst) {
    const value = dayFirst ?? monthFirst;
    return value === undefined ? undefined : { value };
  }
  const [value, other] = firstInDate === 'day' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (isDateOrderSure) return { value };
  return {
    value,
    warning: `“${text}” may mean ${other} too; it was read with the ${firstInDate} first`,
  };
}
