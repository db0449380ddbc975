import { findCandidates } from '../candidates/find-candidates.ts';
import type { TextStyle } from '../candidates/candidate.ts';
import { booleanOf } from '../fields/boolean-word.ts';
import type { ScalarType } from '../field.ts';

/** In the order in which they are tried: what is more special first. */
const TRIED = ['iban', 'vat', 'email', 'url', 'date', 'money', 'percentage', 'phone'] as const;
/** Of the values, and of the characters of a value. */
const MOST_OF = 0.75;

/** The type that most of the values of a label have; text where none has. */
export function typeOfValues(
  values: readonly string[],
  label: string,
  style: TextStyle,
): ScalarType {
  const isMostly = (test: (value: string) => boolean): boolean =>
    values.filter(test).length >= values.length * MOST_OF;
  for (const type of TRIED) {
    // A phone number may be known by its label only.
    const lead = type === 'phone' ? `${label}: ` : '';
    const fits = (value: string): boolean => {
      const found = findCandidates(type, `${lead}${value}`, style).filter(
        ({ problem }) => problem === undefined,
      );
      const length = found.reduce((sum, { start, end }) => sum + end - start, 0);
      return found.length > 0 && length >= value.length * MOST_OF;
    };
    if (isMostly(fits)) return type;
  }
  // A nought in front, or many digits, are of a number that names something.
  if (values.some((value) => /^0\d|\d{9}/u.test(value))) return 'string';
  if (isMostly((value) => /^-?\d+$/u.test(value))) return 'integer';
  if (isMostly((value) => /^-?\d+(?:[.,']\d+)*$/u.test(value))) return 'number';
  return isMostly((value) => /\p{L}/u.test(value) && booleanOf(value) !== undefined)
    ? 'boolean'
    : 'string';
}
