import type { NumberWords } from '../lexicon/number-words.ts';
import { findUnit } from '../lexicon/units.ts';
import type { Token } from '../read-tokens.ts';
import { minutesOf, partOfDay } from './read-clock.ts';
import { readCardinal } from './read-cardinal.ts';
import { readOdds, readOddsOfThing } from './read-odds.ts';
import { readPart } from './read-part.ts';
import type { Value } from './value.ts';

/** Cardinals, parts, ranks and multiples in words. */
export function readNumberWords(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Value | undefined {
  const lower = tokens[at]?.lower ?? '';
  if (
    /^(?:noon|midday|midnight)$/u.test(lower) &&
    !/^(?:the|every|each)$/u.test(tokens[at - 1]?.lower ?? '')
  )
    return { values: lower === 'midnight' ? [0, 1440] : [720], to: at + 1, unit: 'clock' };
  if (/^halv(?:e|es|ed|ing)$/u.test(lower))
    return { values: [0.5], to: at + 1, isPart: true, isWeak: true };
  const multiple = words.multiples.get(lower);
  if (multiple !== undefined)
    return { values: [multiple], to: at + 1, unit: 'times', isWeak: true };
  // `half a million`
  const scale = words.scales.get(tokens[at + 2]?.lower ?? '');
  if (lower === 'half' && scale !== undefined && /^an?$/u.test(tokens[at + 1]?.lower ?? ''))
    return { values: [scale / 2], to: at + 3 };
  const part = readPart(tokens, at, 1, words);
  if (part !== undefined) return part;
  const ordinal = words.ordinals.get(lower);
  // `every eighth car`, but not `every second day`
  if (
    ordinal !== undefined &&
    /^(?:every|each|jede[nrsm]?|chaque|cada)$/u.test(tokens[at - 1]?.lower ?? '') &&
    findUnit(tokens[at + 1]?.lower ?? '') === undefined
  )
    return { values: [1 / ordinal], to: at + 1, isPart: true };
  if (
    ordinal !== undefined &&
    /^(?:the|a|its|his|her|their|on|in|to|from|every|each)$/u.test(tokens[at - 1]?.lower ?? '')
  )
    return { values: [ordinal], to: at + 1, unit: 'ordinal', isWeak: true };
  const cardinal = readCardinal(tokens, at, words);
  if (cardinal === undefined) return undefined;
  const [value = 0] = cardinal.values;
  if (tokens[cardinal.to]?.lower === 'uhr' && value <= 24) {
    const isLater = /^(?:nachmittags|abends)$/u.test(tokens[cardinal.to + 1]?.lower ?? '');
    return {
      values: [minutesOf(value, isLater || value >= 12)],
      to: cardinal.to + 1,
      unit: 'clock',
    };
  }
  const half = value > 1 && value <= 12 ? partOfDay(tokens, cardinal.to) : undefined;
  if (half !== undefined)
    return {
      values: [minutesOf(value, half === 'after')],
      to: cardinal.to + 3,
      unit: 'clock',
    };
  const next = tokens[cardinal.to]?.text === '-' ? cardinal.to + 1 : cardinal.to;
  const parts = readPart(tokens, next, value, words);
  if (parts !== undefined && value < 20) return parts;
  const odds =
    readOdds(tokens, value, cardinal.to, words) ??
    readOddsOfThing(tokens, value, cardinal.to, words);
  if (odds !== undefined) return odds;
  // two and a half
  if (
    tokens[cardinal.to]?.lower === 'and' &&
    tokens[cardinal.to + 1]?.lower === 'a' &&
    tokens[cardinal.to + 2]?.lower === 'half'
  )
    return { values: [value + 0.5], to: cardinal.to + 3 };
  return cardinal;
}
