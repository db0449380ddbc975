import { contradict, type FoundContradiction } from '../../src/core/contradictions/contradict.ts';
import { guessLanguage } from '../../src/core/text/guess-language.ts';

/** Two sentences of different sources; the label names what they disagree on, or why they do not. */
export interface ContradictionPair {
  id: string;
  label: string;
  keyword: string;
  left: string;
  right: string;
}

/** A pair with what was found. */
export interface JudgedContradiction extends ContradictionPair {
  found: FoundContradiction | undefined;
  isContradiction: boolean;
}

const CONTRADICTIONS = new Set(['figure', 'date', 'negation', 'direction']);

/** Compares every pair. */
export function runContradictionPairs(pairs: readonly ContradictionPair[]): JudgedContradiction[] {
  return pairs.map((pair) => ({
    ...pair,
    found: contradict(pair.left, pair.right, guessLanguage(`${pair.left} ${pair.right}`) ?? 'en'),
    isContradiction: CONTRADICTIONS.has(pair.label),
  }));
}

/** The share of what was found that is a contradiction, and of the contradictions that were found. */
export function precisionAndRecall(judged: readonly JudgedContradiction[]): {
  precision: number;
  recall: number;
} {
  const found = judged.filter((pair) => pair.found !== undefined);
  const right = found.filter(({ isContradiction }) => isContradiction).length;
  const all = judged.filter(({ isContradiction }) => isContradiction).length;
  return { precision: right / Math.max(1, found.length), recall: right / Math.max(1, all) };
}
