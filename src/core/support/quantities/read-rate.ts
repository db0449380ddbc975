import { findUnit, RATE_WORDS } from '../lexicon/units.ts';
import type { Token } from '../read-tokens.ts';

/** `per year`, `a day`, `/month`, `every week`. */
export function readRate(
  tokens: readonly Token[],
  at: number,
): { per: string; to: number } | undefined {
  const word = tokens[at]?.lower ?? '';
  const single = RATE_WORDS.get(word);
  if (single !== undefined) return { per: single, to: at + 1 };
  if (!/^(?:per|a|an|each|every|\/|pro|im|par|por|al|in)$/u.test(word)) return undefined;
  const next =
    /^(?:a|an|one)$/u.test(tokens[at + 1]?.lower ?? '') && word === 'in' ? at + 2 : at + 1;
  if (word === 'in' && next === at + 1) return undefined;
  const unit = findUnit(tokens[next]?.lower ?? '');
  if (unit === undefined || tokens[next]?.lower.length === 1) return undefined;
  return { per: unit, to: next + 1 };
}
