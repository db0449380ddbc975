import { findUnit, isPeriod, RATE_WORDS } from '../lexicon/units.ts';
import type { Quantity } from '../quantity.ts';
import type { Token } from '../read-tokens.ts';
import { readBound } from './read-bound.ts';

/** `an hour`, `a year`, `each month`: one of a unit, found but not looked for; and rates without a number. */
export function readWeakQuantity(
  tokens: readonly Token[],
  at: number,
  language: string,
): Omit<Quantity, 'text'> | undefined {
  const word = tokens[at]?.lower ?? '';
  const single = RATE_WORDS.get(word);
  if (single !== undefined)
    return { kind: 'number', values: [], per: single, isWeak: true, from: at, to: at + 1 };
  // `the first week`
  const length = findUnit(word);
  if (
    isPeriod(length) &&
    length !== undefined &&
    length !== 'second' &&
    word.length > 2 &&
    !word.endsWith('s') &&
    /^(?:first|last|whole|entire|full|erste[nr]?|letzte[nr]?|ganze[nr]?|première?|primera?)$/u.test(
      tokens[at - 1]?.lower ?? '',
    )
  )
    return { kind: 'number', values: [1], unit: length, isWeak: true, from: at, to: at + 1 };
  if (!/^(?:a|an|each|every|per|single|eine|einen|einem|pro)$/u.test(word)) return undefined;
  // `every other day`
  const every = findUnit(tokens[at + 2]?.lower ?? '');
  if (
    /^(?:every|each)$/u.test(word) &&
    /^(?:other|second)$/u.test(tokens[at + 1]?.lower ?? '') &&
    isPeriod(every) &&
    every !== undefined
  )
    return { kind: 'number', values: [2], unit: every, isWeak: true, from: at, to: at + 3 };
  const unit = findUnit(tokens[at + 1]?.lower ?? '');
  // an hour and a half
  if (
    unit !== undefined &&
    /^an?$/u.test(word) &&
    /^and a half$/u.test(
      tokens
        .slice(at + 2, at + 5)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    return {
      kind: 'number',
      values: [1.5],
      unit,
      ...readBound(tokens, at, at + 5),
      from: at,
      to: at + 5,
    };
  // `a quarter` is a part before it is a time.
  if (unit === 'quarter' && /^an?$/u.test(word)) return undefined;
  if (unit !== undefined && !isPeriod(unit) && /^an?$/u.test(word) && MEASURES.test(unit))
    return { kind: 'number', values: [1], unit, isWeak: true, from: at, to: at + 2 };
  if (!isPeriod(unit) || unit === undefined || tokens[at + 1]?.lower.length === 1) return undefined;
  if (language === 'en' && unit === 'second') return undefined;
  if (/^(?:each|every|per|pro)$/u.test(word))
    return { kind: 'number', values: [], per: unit, isWeak: true, from: at, to: at + 2 };
  // `twice a year` is a rate, `a year` after else is a length of time.
  const isRate = /^(?:once|twice|times|often|mal)$/u.test(tokens[at - 1]?.lower ?? '');
  return {
    kind: 'number',
    values: isRate ? [] : [1],
    unit,
    per: unit,
    isWeak: true,
    from: at,
    to: at + 2,
  };
}

/** `a metre`; but a bar, a stone or a cup are things as well. */
const MEASURES = /(?:metre|litre|gram|mile|inch|tonne|hectare|acre|gallon|pint)$/u;
