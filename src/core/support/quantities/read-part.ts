import type { NumberWords } from '../lexicon/number-words.ts';
import type { Token } from '../read-tokens.ts';
import type { Value } from './value.ts';

/** `half`, `a third`, `thirds` after a count. */
export function readPart(
  tokens: readonly Token[],
  at: number,
  count: number,
  words: NumberWords,
): Value | undefined {
  const word = tokens[at]?.lower ?? '';
  const parts = words.parts.get(word);
  if (parts === undefined || count >= parts) return undefined;
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[at + 1]?.lower ?? '';
  const isHalf = /^(?:half|halves|hälfte|halbe[nrs]?|moitié|mitad)$/u.test(word);
  // `the third` is a rank, `a quarter` of the year a time.
  const isPart =
    isHalf ||
    count > 1 ||
    /^(?:a|one|by|of|ein|eine|einem|um|un|une|d)$/u.test(before) ||
    (after === 'of' && before !== 'the');
  if (
    !isPart ||
    (/^quarters?$/u.test(word) && /^(?:first|second|third|fourth|last|next|per)$/u.test(before))
  )
    return undefined;
  if (
    isHalf &&
    /^(?:upper|lower|first|second|other|top|bottom|last|better|northern|southern|eastern|western)$/u.test(
      before,
    )
  )
    return undefined;
  if (isHalf && (/^(?:marathon|term|day)s?$/u.test(after) || after === 'way')) return undefined;
  return { values: [count / parts], to: at + 1, isPart: true };
}
