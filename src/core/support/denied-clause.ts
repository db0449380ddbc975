import type { Pairs } from './paired-terms.ts';
import type { Negation, Statement, Term } from './statement.ts';

/** Words that say little do not make a clause the same. */
const LEAST_WEIGHT = 0.2;
const LEAST_TERMS = 2;

/**
 * Whether a clause with a denial stands on the other side without one, however the rest of the sentence is put: `Productivity
 * did not change` against `Productivity changed as well`. All words of content of the clause have to stand in one clause there, the
 * denied one by its stem.
 * @param pairs terms of the statement with their counterparts on the other side.
 */
export function isDeniedAlone(
  negation: Negation,
  statement: Statement,
  others: readonly Statement[],
  pairs: Pairs,
): boolean {
  if (negation.isSoft) return false;
  const denied = negation.scope.find(({ weight }) => weight >= LEAST_WEIGHT);
  if (denied === undefined) return false;
  const told = statement.terms.filter(
    ({ clause, weight }) => clause === denied.clause && weight >= LEAST_WEIGHT,
  );
  if (told.length < LEAST_TERMS) return false;
  // `not longer than 18 hours` is a bound.
  const isBound = statement.quantities.some(
    ({ bound, from }) => bound !== undefined && statement.clauses[from] === denied.clause,
  );
  if (isBound) return false;
  const places = (pairs.get(denied) ?? []).filter(({ keys }) => keys[0] === denied.keys[0]);
  return places.some((place) => {
    const other = others.find(({ terms }) => terms.includes(place));
    if (other === undefined) return false;
    const isThere = (term: Term) =>
      (pairs.get(term) ?? []).some(
        (each) => each.clause === place.clause && other.terms.includes(each),
      );
    return told.every(isThere) && !isAnyDenied(other, place.clause);
  });
}

function isAnyDenied({ negations, clauses, terms }: Statement, clause: number): boolean {
  return (
    negations.some(
      ({ at, isSoft, scope }) =>
        clauses[at] === clause ||
        // `…, except on Mondays`, `unless it rains, …`
        (isSoft && Math.abs((clauses[at] ?? 0) - clause) <= 1) ||
        scope.some((term) => term.clause === clause),
    ) || terms.some((term) => term.clause === clause && term.isNegated)
  );
}
