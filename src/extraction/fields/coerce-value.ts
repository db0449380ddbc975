import { cutText } from '../../core/cut-text.ts';
import { foldText } from '../../core/fold-text.ts';
import { calendarDay } from '../candidates/calendar-day.ts';
import type { Candidate, TextStyle } from '../candidates/candidate.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import { plainAmount } from '../candidates/find-money.ts';
import { NUMBER_TEXT, parseAmount } from '../candidates/parse-amount.ts';
import type { ScalarType } from '../field.ts';
import { readMoney } from '../money.ts';
import { booleanOf } from './boolean-word.ts';

export type Scalar = string | number | boolean;
/** A value of the wanted type, or why there is none, in words that follow the field's name. */
export type Coerced = { value: Scalar; problem?: never } | { value?: never; problem: string };

/** Longer texts are no value of a form; nobody reads a cell of more. */
const LONGEST_TEXT = 20_000;
const PLAIN_NUMBER = new RegExp(`^[-−+(]?(${NUMBER_TEXT})\\)?$`, 'u');

/** What somebody wrote or a model answered, as a value of a type. */
export function coerceValue(type: ScalarType, raw: unknown, style: TextStyle): Coerced {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    return { problem: `is no ${type}` };
  const text = foldText(String(raw));
  if (text === '') return { problem: 'is empty' };
  if (text.length > LONGEST_TEXT) return { problem: `is longer than ${LONGEST_TEXT} characters` };
  const value = valueOf(type, typeof raw === 'string' ? text : raw, text, style);
  if (typeof value === 'object') return value;
  return value === undefined ? { problem: `is no ${type}: “${cutText(text, 60)}”` } : { value };
}

function valueOf(
  type: ScalarType,
  raw: Scalar,
  text: string,
  style: TextStyle,
): Scalar | { problem: string } | undefined {
  switch (type) {
    case 'string':
      return text;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : booleanOf(text);
    case 'number':
      return typeof raw === 'number' ? raw : numberOf(text, style);
    case 'integer': {
      const value = typeof raw === 'number' ? raw : numberOf(text, style);
      return Number.isSafeInteger(value) ? value : undefined;
    }
    case 'percentage':
      if (typeof raw === 'number') return raw;
      return onlyOne(findCandidates(type, text, style)) ?? numberOf(text, style);
    case 'money':
      return moneyOf(raw, text, style);
    case 'date':
      return isoDay(text) ?? onlyOne(findCandidates(type, text, style));
    case 'phone':
      return (
        onlyOne(findCandidates(type, text, style)) ??
        /^\+?\d{5,15}(?:;ext=\d{1,6})?$/u.exec(text)?.[0]
      );
    default:
      return onlyOne(findCandidates(type, text, style));
  }
}

/** `2025-03-09`, or `2025-03`, of a date that exists. */
function isoDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(text) ?? [];
  if (year === undefined) return undefined;
  return calendarDay(Number(year), Number(month), day === undefined ? undefined : Number(day));
}

function moneyOf(raw: Scalar, text: string, style: TextStyle): string | undefined {
  const [, currency] = /^-?\d+(?:\.\d+)? ([A-Z]{3})$/u.exec(text) ?? [];
  const plain = /^-?\d{1,15}(?:\.\d{1,6})?(?= [A-Z]{3}$|$)/u.exec(text)?.[0];
  // A model writes amounts with a decimal point, as it is told: 1.299 has three decimals there.
  if (typeof raw === 'number' || (plain !== undefined && currency !== undefined))
    return plain === undefined ? undefined : exactAmount(plain, currency);
  const found = onlyOne(findCandidates('money', text, style));
  if (typeof found === 'string') return found;
  return PLAIN_NUMBER.test(text) ? plainAmount(text, style) : undefined;
}

function exactAmount(amount: string, currency: string | undefined): string {
  const [whole = '', decimals = ''] = amount.split('.');
  const money = `${whole}.${decimals.padEnd(2, '0')}${currency === undefined ? '' : ` ${currency}`}`;
  return readMoney(money) === undefined ? amount : money;
}

function numberOf(text: string, style: TextStyle): number | undefined {
  const bare = text.replace(/^(?:about|ca\.?|approx\.?|~|≈) ?/iu, '');
  const found = findCandidates('number', bare, style);
  const [only] = found;
  if (found.length === 1 && typeof only?.value === 'number' && only.start <= 4) return only.value;
  const digits = PLAIN_NUMBER.exec(bare)?.[1];
  const amount = digits === undefined ? undefined : parseAmount(digits, style.decimalMark);
  return amount === undefined ? undefined : Number(amount);
}

/** The value of a text that holds one thing of a type, and why it is none where its check digits are wrong. */
function onlyOne(found: readonly Candidate[]): string | number | { problem: string } | undefined {
  const [first, second] = found;
  if (first === undefined || (second !== undefined && second.value !== first.value))
    return undefined;
  return first.problem === undefined ? first.value : { problem: first.problem };
}
