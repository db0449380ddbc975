import type { NumberWords } from '../lexicon/number-words.ts';
import { findUnit } from '../lexicon/units.ts';
import type { Token } from '../read-tokens.ts';
import { isCurrency } from './is-currency.ts';
import { readDigits } from './read-digits.ts';
import { readNumberWords } from './read-number-words.ts';
import type { Value } from './value.ts';

/** A number in digits or words, with what multiplies it. */
export function readValue(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Value | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (isCurrency(token)) {
    const value = readValue(tokens, at + 1, words);
    const unit = findUnit(token.text);
    return value === undefined || unit === undefined ? undefined : { ...value, unit };
  }
  if (/^[-−–]$/u.test(token.text) || /^(?:minus)$/u.test(token.lower)) {
    const value = tokens[at + 1]?.kind === 'number' ? readValue(tokens, at + 1, words) : undefined;
    return value === undefined
      ? undefined
      : { ...value, values: value.values.map((each) => -each) };
  }
  const fraction = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }[token.text];
  if (fraction !== undefined) return { values: [fraction], to: at + 1, isPart: true };
  if (token.kind === 'number') return readDigits(tokens, at, token, words);
  return token.kind === 'word' ? readNumberWords(tokens, at, words) : undefined;
}
