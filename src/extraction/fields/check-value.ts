import { cutText } from '../../core/cut-text.ts';
import { type Field, scalarTypeOf } from '../field.ts';
import type { TextStyle } from '../candidates/candidate.ts';
import { coerceValue, type Coerced, type Scalar } from './coerce-value.ts';
import { matchesPattern } from './matches-pattern.ts';

/** One value (or entry of a list) in the field's type and within its bounds, or why it is none. */
export function checkValue(field: Field, raw: unknown, style: TextStyle): Coerced {
  if (field.enum !== undefined) return allowed(field.enum, raw);
  const coerced = coerceValue(scalarTypeOf(field), raw, style);
  if (coerced.value === undefined) return coerced;
  const problem = boundProblem(field, coerced.value);
  return problem === undefined ? coerced : { problem };
}

function allowed(values: readonly (string | number)[], raw: unknown): Coerced {
  const text = String(raw);
  const value =
    values.find((one) => one === raw) ?? values.find((one) => fold(String(one)) === fold(text));
  return value === undefined
    ? { problem: `is none of the allowed values: “${cutText(text, 60)}”` }
    : { value };
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim();
}

/** A value that has the field's type already, within the field's bounds. */
export function checkTyped(field: Field, value: Scalar): Coerced {
  if (field.enum !== undefined) return allowed(field.enum, value);
  const problem = boundProblem(field, value);
  return problem === undefined ? { value } : { problem };
}

/** Bounds of a schema, in words that follow the field's name. */
function boundProblem(field: Field, value: Scalar): string | undefined {
  const { format, minimum, maximum, minLength, maxLength, pattern } = field;
  const text = String(value);
  const shown = `“${cutText(text, 60)}”`;
  if (format === 'date' && text.length < 10) return `is no whole date: ${shown}`;
  if (format === 'date-time' && !text.includes('T')) return `has no time of day: ${shown}`;
  const number = typeof value === 'number' ? value : Number.parseFloat(text);
  if (minimum !== undefined && number < minimum) return `is less than ${minimum}: ${shown}`;
  if (maximum !== undefined && number > maximum) return `is more than ${maximum}: ${shown}`;
  if (typeof value !== 'string') return undefined;
  const length = [...value].length;
  if (minLength !== undefined && length < minLength)
    return `is shorter than ${minLength} characters: ${shown}`;
  if (maxLength !== undefined && length > maxLength)
    return `is longer than ${maxLength} characters: ${shown}`;
  if (pattern === undefined) return undefined;
  const isMatch = matchesPattern(value, pattern);
  if (isMatch === undefined) return `cannot be compared with its pattern in time: ${shown}`;
  return isMatch ? undefined : `does not match its pattern: ${shown}`;
}
