import type { NumberWords } from '../lexicon/number-words.ts';
import { findUnit } from '../lexicon/units.ts';
import type { Token } from '../read-tokens.ts';
import { parseNumber } from './parse-number.ts';
import type { Value } from './value.ts';

/** `one in five`, `3 out of 10`: a part of a whole. */
export function readOdds(
  tokens: readonly Token[],
  count: number,
  to: number,
  words?: NumberWords,
): Value | undefined {
  let next = to;
  if (tokens[next]?.lower === 'out' && tokens[next + 1]?.lower === 'of') next += 2;
  else if (tokens[next]?.lower === 'in' && count <= 9 && Number.isInteger(count)) next += 1;
  else return undefined;
  const whole = wholeOf(tokens[next], words);
  if (whole === undefined || whole <= count || whole > 1000) return undefined;
  return { values: [count / whole], to: next + 1, isPart: true };
}

/** `one owner in five`, but not `two deaths in five years`. */
export function readOddsOfThing(
  tokens: readonly Token[],
  count: number,
  to: number,
  words: NumberWords,
): Value | undefined {
  if (count > 9 || tokens[to]?.kind !== 'word' || tokens[to + 1]?.lower !== 'in') return undefined;
  const whole = wholeOf(tokens[to + 2], words);
  if (
    whole === undefined ||
    whole <= count ||
    whole > 100 ||
    findUnit(tokens[to + 3]?.lower ?? '') !== undefined
  )
    return undefined;
  return { values: [count / whole], to: to + 3, isPart: true };
}

function wholeOf(token: Token | undefined, words: NumberWords | undefined): number | undefined {
  return token?.kind === 'number'
    ? parseNumber(token.text)[0]
    : words?.cardinals.get(token?.lower ?? '');
}
