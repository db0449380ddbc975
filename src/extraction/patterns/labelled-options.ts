import type { Candidate, TextStyle } from '../candidates/candidate.ts';
import { CURRENCY_CODES, currencyOf } from '../candidates/currencies.ts';
import { plainAmount } from '../candidates/find-money.ts';
import { NUMBER_TEXT } from '../candidates/parse-amount.ts';
import { booleanOf } from '../fields/boolean-word.ts';
import { checkTyped, checkValue } from '../fields/check-value.ts';
import { type Field, scalarTypeOf } from '../field.ts';
import type { ValuePlace } from '../labels/value-place.ts';
import type { CandidateIndex } from './candidate-index.ts';
import type { Option } from './option.ts';

export interface Reader {
  text: string;
  style: TextStyle;
  candidates: CandidateIndex;
}

const PARTIAL_COST = 2;
const BARE_COST = 0.3;
const BARE_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,])([-−]?)(${NUMBER_TEXT})(?![\\p{L}\\p{N}])`,
  'u',
);
/** In characters; a value of text is longer only where a model has read it. */
const LONGEST_TEXT_VALUE = 1000;

/** What one place says of a field: the value with its type in it, or the text of the place. */
export function placeOption(field: Field, place: ValuePlace, reader: Reader, rank = 0): Option[] {
  if (field.enum !== undefined) return enumOption(field, place, reader);
  const type = scalarTypeOf(field);
  if (type === 'string' || type === 'boolean') return textOption(field, place, reader);
  const found = reader.candidates.within(type, place.start, place.end)[rank];
  const typed = found === undefined ? [] : candidateOption(field, found, place.cost);
  if (typed.length > 0 || !place.isWhole) return typed;
  return bareOption(field, place, reader);
}

/** A candidate as an option; none for one beyond the bounds of the field. */
export function candidateOption(
  field: Field,
  { value, start, end, warning, problem, isPartial }: Candidate,
  cost: number,
): Option[] {
  const checked = problem === undefined ? checkTyped(field, value) : { problem };
  return [
    {
      value: checked.value ?? null,
      start,
      end,
      cost: cost + (isPartial === true ? PARTIAL_COST : 0),
      ...(warning === undefined ? {} : { warning }),
      ...(checked.problem === undefined ? {} : { problem: checked.problem }),
    },
  ];
}

/** Amounts and percentages that stand behind their label without a sign. */
function bareOption(
  field: Field,
  place: ValuePlace,
  { text, style, candidates }: Reader,
): Option[] {
  const type = scalarTypeOf(field);
  if (type !== 'money' && type !== 'percentage') return [];
  // An amount behind `VAT 19 %:` is no rate.
  if (type === 'percentage' && candidates.within('money', place.start, place.end).length > 0)
    return [];
  const piece = text.slice(place.start, place.end);
  const match = BARE_NUMBER.exec(piece);
  const digits = match?.[2];
  if (
    match === null ||
    digits === undefined ||
    /^[\d\s]*[/:.-]\d/u.test(
      piece.slice(match.index + match[0].length, match.index + match[0].length + 2),
    )
  )
    return [];
  const raw =
    type === 'money'
      ? plainAmount(match[0], style, labelCurrency(text, place, style))
      : match[0].replace(',', '.');
  const checked = checkValue(field, type === 'percentage' ? Number(raw) : raw, style);
  if (checked.value === undefined) return [];
  const start = place.start + match.index;
  return [
    { value: checked.value, start, end: start + match[0].length, cost: place.cost + BARE_COST },
  ];
}

/** The currency in `Total (EUR)` or in the heading of a column; else the only one that the text names. */
function labelCurrency(text: string, { hit }: ValuePlace, style: TextStyle): string | undefined {
  const beside = text.slice(hit.start, hit.end + 24).split(/[\n|]/u, 1)[0] ?? '';
  const [, inBrackets] = /[([ ]([A-Z]{3}|[€$£])[)\] :]/u.exec(`${beside} `) ?? [];
  if (inBrackets !== undefined) {
    const code = CURRENCY_CODES.has(inBrackets) ? inBrackets : currencyOf(inBrackets, style);
    if (code !== undefined) return code;
  }
  return style.currencies.size === 1 ? [...style.currencies][0] : undefined;
}

function textOption(field: Field, place: ValuePlace, { text, style }: Reader): Option[] {
  if (!place.isWhole) return [];
  const piece = text
    .slice(place.start, Math.min(place.end, place.start + LONGEST_TEXT_VALUE))
    .replace(/[\s,;|]+$/u, '');
  if (field.type !== 'boolean' && !/[\p{L}\p{N}]/u.test(piece)) return [];
  const first = /^[^\s,;.]+/u.exec(piece)?.[0] ?? '';
  const raw = field.type === 'boolean' ? (booleanOf(piece) ?? booleanOf(first)) : piece;
  if (raw === undefined) return [];
  const checked = checkValue(field, raw, style);
  if (checked.problem !== undefined && scalarTypeOf(field) === 'boolean') return [];
  const end = place.start + piece.length;
  return [
    {
      value: checked.value ?? null,
      start: place.start,
      end,
      cost: place.cost,
      ...(checked.problem === undefined ? {} : { problem: checked.problem }),
    },
  ];
}

/** An allowed value that is the place's text, or its first words. */
function enumOption(field: Field, place: ValuePlace, { text, style }: Reader): Option[] {
  if (!place.isWhole) return [];
  const piece = text.slice(place.start, place.end).replace(/[\s,;.|]+$/u, '');
  const words = piece.split(/\s+/u).slice(0, 8);
  for (let count = words.length; count > 0; count--) {
    const part = words
      .slice(0, count)
      .join(' ')
      .replace(/[,;.]+$/u, '');
    const checked = checkValue(field, part, style);
    if (checked.value === undefined) continue;
    const end = place.start + piece.length;
    return [{ value: checked.value, start: place.start, end, cost: place.cost }];
  }
  const { problem } = checkValue(field, piece, style);
  return problem === undefined
    ? []
    : [{ value: null, start: place.start, end: place.end, cost: place.cost, problem }];
}
