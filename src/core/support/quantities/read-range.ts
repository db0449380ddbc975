import type { NumberWords } from '../lexicon/number-words.ts';
import type { Token } from '../read-tokens.ts';
import { isCurrency } from './is-currency.ts';
import { yearOf } from './read-dates.ts';
import { readValue } from './read-value.ts';
import { withUnit } from './with-unit.ts';
import type { Value } from './value.ts';

const RANGE_WORDS = new Set(['to', 'and', 'or', 'bis', 'und', 'à', 'et', 'a', 'y']);

/** `from 3.9 to 3.1 grams`: the first number has the unit of the second. */
export function carryUnit(tokens: readonly Token[], value: Value, words: NumberWords): Value {
  if (
    value.unit !== undefined ||
    value.isPart ||
    (tokens[value.to]?.text === ',' && yearOf(tokens[value.to - 1]) !== undefined) ||
    !/^(?:to|and|or|bis|und|à|et|y|,|-|–)$/u.test(tokens[value.to]?.lower ?? '')
  )
    return value;
  if (
    tokens[value.to + 1]?.kind === 'word' &&
    !words.cardinals.has(tokens[value.to + 1]?.lower ?? '')
  )
    return value;
  const next = readValue(tokens, value.to + 1, words);
  const { unit } = next === undefined || next.isPart ? value : withUnit(tokens, next);
  return unit === undefined || unit === 'ordinal' || unit === 'clock' ? value : { ...value, unit };
}

/** The upper end of a range: `15 to 20 years`, `15–20`, `between 15 and 20`. */
export function readRangeEnd(
  tokens: readonly Token[],
  at: number,
  low: Value,
  words: NumberWords,
): Value | undefined {
  if (low.unit === 'ordinal' || low.isPart) return undefined;
  const mark = tokens[low.to];
  const isDash = mark !== undefined && /^[-–—−]$/u.test(mark.text);
  const isWord = mark !== undefined && RANGE_WORDS.has(mark.lower);
  if (!isDash && !isWord) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  if (
    mark !== undefined &&
    /^(?:and|und|et|y)$/u.test(mark.lower) &&
    !/^(?:between|zwischen|entre)$/u.test(before)
  )
    return undefined;
  if (mark?.lower === 'a' && before !== 'de') return undefined;
  // `rose from 15 to 20` tells two numbers.
  if (/^(?:to|bis|à)$/u.test(mark?.lower ?? '') && /^(?:from|von|de)$/u.test(before))
    return undefined;
  const high = readValue(tokens, low.to + 1, words);
  if (high === undefined || high.isPart || (high.values[0] ?? 0) <= (low.values[0] ?? 0))
    return undefined;
  const end = withUnit(tokens, high);
  // `by 8 percent to 1.2 million` tells two numbers, `£15 to 20` a range.
  if (low.unit !== undefined && end.unit === undefined && !isCurrency(tokens[at])) return undefined;
  if (low.unit !== undefined && end.unit !== undefined && low.unit !== end.unit) return undefined;
  return end;
}
