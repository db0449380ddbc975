import { hasSameStem, isOpposite, type Pairs } from './paired-terms.ts';
import type { Term } from './statement.ts';

/** Words that say little are no ground for a contradiction. */
const LEAST_WEIGHT = 0.2;

/** True when the other side has the denied words and denies none of them. */
export function disagrees(
  scope: readonly Term[],
  pairs: Pairs,
  least: number,
  isClose: boolean,
): boolean {
  const denied = scope.filter(({ weight }) => weight >= LEAST_WEIGHT).slice(0, 3);
  const paired = denied.filter((term) => (pairs.get(term) ?? []).length > 0);
  if (paired.length === 0 || paired.length < Math.min(least, denied.length)) return false;
  // In other words, the denied word itself has to stand on both sides.
  if (!isClose && !(denied[0] !== undefined && hasSameStem(denied[0], pairs))) return false;
  // Where the words are the source's own, the word next to the denial is the one that is denied.
  return !agrees(isClose ? paired.slice(0, 1) : paired, pairs);
}

/** True when the other side denies one of the denied words too, or has its opposite. */
export function agrees(scope: readonly Term[], pairs: Pairs): boolean {
  return scope.some((term) =>
    (pairs.get(term) ?? []).some(
      (other) => other.isNegated || other.isSoftlyNegated || isOpposite(term, other),
    ),
  );
}
