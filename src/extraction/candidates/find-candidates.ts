import type { ScalarType } from '../field.ts';
import { apartFrom } from './apart-from.ts';
import type { Candidate, TextStyle } from './candidate.ts';
import { findDateTimes } from './find-date-times.ts';
import { findDates } from './find-dates.ts';
import { findEmails } from './find-emails.ts';
import { findIbans } from './find-ibans.ts';
import { findMoney } from './find-money.ts';
import { findNumbers } from './find-numbers.ts';
import { findPercentages } from './find-percentages.ts';
import { findPhones } from './find-phones.ts';
import { findUrls } from './find-urls.ts';
import { findVatNumbers } from './find-vat-numbers.ts';

/** The types that show by their form alone. */
export const FORMED_TYPES = [
  'date',
  'date-time',
  'money',
  'email',
  'phone',
  'url',
  'iban',
  'vat',
  'percentage',
] as const;

const FINDERS = {
  date: findDates,
  'date-time': findDateTimes,
  money: findMoney,
  email: findEmails,
  phone: phonesAlone,
  url: findUrls,
  iban: findIbans,
  vat: findVatNumbers,
  percentage: findPercentages,
  number: findNumbers,
  integer: findNumbers,
} satisfies Partial<Record<ScalarType, (text: string, style: TextStyle) => Candidate[]>>;

/** All that has the form of a type in a text, in order; nothing for types without a form. */
export function findCandidates(type: ScalarType, text: string, style: TextStyle): Candidate[] {
  return type in FINDERS ? FINDERS[type as keyof typeof FINDERS](text, style) : [];
}

/** Digits of an IBAN, a VAT number, a date or an amount are no phone number. */
function phonesAlone(text: string, style: TextStyle): Candidate[] {
  const phones = findPhones(text);
  if (phones.length === 0) return phones;
  const others = [findIbans, findVatNumbers, findDates, findMoney]
    .flatMap((find) => find(text, style))
    .toSorted((left, right) => left.start - right.start);
  return apartFrom(phones, others);
}
