import type { NumberWords } from '../lexicon/number-words.ts';
import type { Token } from '../read-tokens.ts';
import { isCurrency } from './is-currency.ts';
import { parseNumber } from './parse-number.ts';
import { readClock } from './read-clock.ts';
import { readOdds } from './read-odds.ts';
import { scaled, type Value } from './value.ts';

/** A number that begins with a digit, with what is glued to it and what multiplies it; undefined for a part of a name. */
export function readDigits(
  tokens: readonly Token[],
  at: number,
  token: Token,
  words: NumberWords,
): Value | undefined {
  // Part of a name: GPT-4, R290, COVID-19.
  const before = tokens[at - 1];
  if (token.isGlued && before?.kind === 'word') return undefined;
  if (
    token.isGlued &&
    before?.text === '-' &&
    before.isGlued &&
    /^\p{Lu}+$/u.test(tokens[at - 2]?.text ?? '')
  )
    return undefined;
  const clock = readClock(tokens, at, token);
  if (clock !== undefined) return clock;
  const values = parseNumber(token.text);
  if (values.length === 0) return undefined;
  const next = tokens[at + 1];
  if (next?.isGlued && /^(?:st|nd|rd|th)$/u.test(next.lower))
    return { values, to: at + 2, unit: 'ordinal' };
  if (next?.isGlued && next.lower === 'k') return { values: scaled(values, 1000), to: at + 2 };
  if (
    next?.isGlued &&
    /^(?:bn|mn|m)$/u.test(next.lower) &&
    (isCurrency(before) || next.lower !== 'm')
  )
    return { values: scaled(values, next.lower === 'bn' ? 1e9 : 1e6), to: at + 2 };
  if (next?.isGlued && /^[½¼¾]$/u.test(next.text)) {
    const part = { '½': 0.5, '¼': 0.25, '¾': 0.75 }[next.text] ?? 0;
    return { values: values.map((value) => value + part), to: at + 2 };
  }
  return readOdds(tokens, values[0] ?? 0, at + 1) ?? scaleBy(tokens, { values, to: at + 1 }, words);
}

/** `2.5 million`. */
function scaleBy(tokens: readonly Token[], value: Value, words: NumberWords): Value {
  const word = tokens[value.to]?.lower ?? '';
  const scale = words.scales.get(word);
  if (scale === undefined) return value;
  const to =
    tokens[value.to + 1]?.text === '.' && /^(?:mio|mrd)$/u.test(word) ? value.to + 2 : value.to + 1;
  return { ...value, values: scaled(value.values, scale), to };
}
