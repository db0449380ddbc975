import { findUnit } from '../lexicon/units.ts';
import type { Token } from '../read-tokens.ts';
import type { Value } from './value.ts';

/** The unit behind a value, up to four tokens long, over a hyphen: `10-year`, `square metres`, `° C`. */
export function withUnit(tokens: readonly Token[], value: Value): Value {
  if (value.unit === 'ordinal' || value.unit === 'times' || value.unit === 'clock') return value;
  const start =
    tokens[value.to]?.text === '-' && tokens[value.to]?.isGlued ? value.to + 1 : value.to;
  for (let length = 4; length >= 1; length--) {
    const slice = tokens.slice(start, start + length);
    if (
      slice.length < length ||
      slice.some(({ kind }) => kind === 'number') ||
      slice.at(-1)?.text === '-'
    )
      continue;
    const spelling = slice
      .map(({ lower }) => lower)
      .filter((word) => word !== '-')
      .join(' ');
    // One letter is a unit only where it is written as one.
    if (length === 1 && /^[a-z]$/u.test(spelling) && !/^[mghlstWVAJK]$/u.test(slice[0]?.text ?? ''))
      continue;
    const unit = findUnit(spelling);
    if (unit === undefined || (unit === 'kelvin' && spelling === 'k')) continue;
    if (unit === 'degree' && /^(?:program|course|in)/u.test(tokens[start + length]?.lower ?? ''))
      continue;
    if (value.unit !== undefined && unit !== value.unit) return value;
    return { ...value, unit, to: start + length };
  }
  return value;
}
