import { z } from 'zod';
import type { Reading } from '../../asking/reading.ts';
import { cutText } from '../../core/cut-text.ts';
import { foldText } from '../../core/fold-text.ts';
import type { TextStyle } from '../candidates/candidate.ts';
import { checkValue } from '../fields/check-value.ts';
import type { Scalar } from '../fields/coerce-value.ts';
import { type Field, scalarTypeOf } from '../field.ts';
import { readMoney } from '../money.ts';
import { bearsValue } from './bears-value.ts';
import type { QuoteFinder } from './find-quote.ts';
import { foldQuote } from './fold-quote.ts';

/** One value of an answer that holds: in its field's type, with its quote in the text. Offsets in the whole text. */
export interface ReadValue {
  value: Scalar;
  start: number;
  end: number;
  warning?: string;
}

/** What an answer says of one field. */
export interface ReadField {
  values: readonly ReadValue[];
  /** Why values of the answer were not taken, in words that follow the field's name. */
  problems: readonly string[];
}

export interface AnswerContext {
  fields: readonly Field[];
  finder: QuoteFinder;
  /** The text that was asked about, and where it begins in the whole. */
  text: string;
  offset: number;
  style: TextStyle;
}

const entry = z.looseObject({
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  quote: z.string().nullish(),
});
const answer = z.record(z.string(), z.unknown());
const NOT_THERE =
  /^(?:null|none|n\/?a|unknown|not (?:stated|given|found|specified|available|mentioned))$/iu;
const MOST_ENTRIES = 5000;

/** An answer as values that hold. What does not is told, so that the model can mend it. */
export function readValues(data: unknown, context: AnswerContext): Reading<ReadField[]> {
  const parsed = answer.safeParse(data);
  if (!parsed.success) return { problems: ['the whole answer: it is no object with the fields'] };
  const problems: string[] = [];
  let known = 0;
  const value = context.fields.map((field): ReadField => {
    if (!Object.hasOwn(parsed.data, field.name)) {
      problems.push(`${field.name} is missing`);
      return { values: [], problems: [] };
    }
    known++;
    const read = readField(field, parsed.data[field.name], context);
    problems.push(...read.problems.map((problem) => `${field.name} ${problem}`));
    return read;
  });
  // An answer about something else is none.
  return known === 0 ? { problems } : { problems, value };
}

function readField(field: Field, raw: unknown, context: AnswerContext): ReadField {
  if (raw === null) return { values: [], problems: [] };
  const entries = field.type === 'array' ? (Array.isArray(raw) ? raw : [raw]) : [raw];
  const values: ReadValue[] = [];
  const problems: string[] = [];
  for (const one of entries.slice(0, MOST_ENTRIES)) {
    const read = readEntry(field, one, context);
    if (typeof read === 'string') problems.push(read);
    else if (read !== undefined) values.push(read);
  }
  return { values, problems };
}

/** A value that holds, what is wrong with it, or undefined where the answer says that there is none. */
function readEntry(
  field: Field,
  raw: unknown,
  context: AnswerContext,
): ReadValue | string | undefined {
  const parsed = entry.safeParse(raw);
  if (!parsed.success) return 'has to be an object with `value` and `quote`';
  const { value, quote } = parsed.data;
  if (value === null || isNothing(field, value)) return undefined;
  if (quote === undefined || quote === null || quote.trim() === '')
    return 'has a value without a quote';
  const place = context.finder.find(quote);
  if (place === undefined)
    return `has a quote that does not stand in the document: “${cutText(foldText(quote), 80)}”`;
  const checked = checkValue(field, value, context.style);
  if (checked.value === undefined) return checked.problem;
  const quoted = context.text.slice(place.start, place.end);
  const type = scalarTypeOf(field);
  if (field.enum === undefined && !bearsValue(type, checked.value, quoted, context.style))
    return `has the value “${cutText(String(checked.value), 60)}”, which does not stand in its quote`;
  const borne = withBorneCurrency(field, checked.value, context);
  const warning = borne.warning ?? strangeWords(field, borne.value, quoted);
  return {
    value: borne.value,
    start: place.start + context.offset,
    end: place.end + context.offset,
    ...(warning === undefined ? {} : { warning }),
  };
}

function isNothing(field: Field, value: string | number | boolean): boolean {
  return (
    typeof value === 'string' &&
    field.enum === undefined &&
    (value.trim() === '' || NOT_THERE.test(value.trim()))
  );
}

/** A currency that the text names nowhere is the model's guess. */
function withBorneCurrency(
  field: Field,
  value: Scalar,
  { style }: AnswerContext,
): { value: Scalar; warning?: string } {
  const money = scalarTypeOf(field) === 'money' ? readMoney(String(value)) : undefined;
  if (money?.currency === undefined || style.currencies.has(money.currency)) return { value };
  return {
    value: money.amount,
    warning: `the text does not name the currency ${money.currency}, so it was left out`,
  };
}

/** A text of which no word stands in its quote was put in the model's own words. */
function strangeWords(field: Field, value: Scalar, quote: string): string | undefined {
  if (scalarTypeOf(field) !== 'string' || field.enum !== undefined) return undefined;
  const [own, quoted] = [foldQuote(String(value)).text, foldQuote(quote).text];
  const words = String(value).match(/[\p{L}\p{N}]+/gu) ?? [];
  return quoted.includes(own) || words.some((word) => quoted.includes(foldQuote(word).text))
    ? undefined
    : 'is in the words of the model: none of them stands in the quote';
}
