import type { Candidate, TextStyle } from './candidate.ts';
import { findDates } from './find-dates.ts';

/** What stands between a date and a time of day, the time, and its zone. */
const TIME =
  /^(?:T|,?[\s\u00a0]{1,2}(?:at |um |à |a las |alle |om |kl\.? )?)(\d{1,2})(?:[:.h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?| ?h(?=\b))? ?(a\.?m\.?|p\.?m\.?|uhr)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?(?![\d:])/iu;

/** The longest time that may follow a date. */
const REACH = 48;

/** Dates with the time of day behind them, as `2025-03-09T14:30:00`, with a zone where the text has one. */
export function findDateTimes(text: string, style: TextStyle): Candidate[] {
  return findDates(text, style).map((date) => {
    const match = TIME.exec(text.slice(date.end, date.end + REACH));
    const time = match === null || date.isPartial === true ? undefined : readTime(match);
    if (match === null || time === undefined) return { ...date, isPartial: true };
    return { ...date, value: `${date.value}T${time}`, end: date.end + match[0].trimEnd().length };
  });
}

function readTime(match: RegExpExecArray): string | undefined {
  const [text, hourText = '', minute, second = '00', half = '', zone = ''] = match;
  // A bare number behind a date is a time only where something says so.
  if (minute === undefined && half === '' && !/h/iu.test(text)) return undefined;
  let hour = Number(hourText);
  if (/^p/iu.test(half) && hour < 12) hour += 12;
  if (/^a/iu.test(half) && hour === 12) hour = 0;
  if (hour > 23 || Number(minute ?? 0) > 59 || Number(second) > 59) return undefined;
  const offset = /^(?:Z|UTC|GMT)$/iu.test(zone)
    ? 'Z'
    : zone.replace(/^([+-]\d{2}):?(\d{2})$/u, '$1:$2');
  return `${String(hour).padStart(2, '0')}:${minute ?? '00'}:${second}${offset}`;
}
