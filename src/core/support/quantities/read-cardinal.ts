import type { NumberWords } from '../lexicon/number-words.ts';
import type { Token } from '../read-tokens.ts';
import type { Value } from './value.ts';

/** `twenty-five thousand three hundred`, `a dozen`. */
export function readCardinal(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Value | undefined {
  let total = 0;
  let current = 0;
  let next = at;
  let isAny = false;
  const article = /^(?:a|an|ein|eine|une|un|una)$/u.test(tokens[at]?.lower ?? '');
  if (article && words.scales.has(tokens[at + 1]?.lower ?? '')) {
    current = 1;
    next = at + 1;
  }
  for (; next < at + 12; next++) {
    const word = tokens[next]?.lower ?? '';
    const cardinal = words.cardinals.get(word);
    const scale = words.scales.get(word);
    if (
      cardinal !== undefined &&
      (current % 10 === 0 || current === 0) &&
      (current === 0 || cardinal < (current % 100 === 0 ? 100 : 10))
    ) {
      current += cardinal;
      isAny = true;
    } else if (scale !== undefined && (isAny || current > 0) && !word.endsWith('hundreds')) {
      isAny = true;
      if (scale >= 1000) {
        total += current * scale;
        current = 0;
      } else current *= scale;
    } else if (
      isAny &&
      /^(?:-|and)$/u.test(word) &&
      words.cardinals.has(tokens[next + 1]?.lower ?? '') &&
      (word === '-'
        ? current >= 20 && current % 10 === 0
        : (total > 0 || current >= 100) && current % 100 === 0)
    ) {
      continue;
    } else break;
  }
  if (!isAny) return undefined;
  const isWeak = next === at + 1 && /^(?:one|zero)$/u.test(tokens[at]?.lower ?? '');
  return { values: [total + current], to: next, ...(isWeak ? { isWeak } : {}) };
}
