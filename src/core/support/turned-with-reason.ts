import type { Alignment } from './align-claim.ts';
import { isSameQuantity } from './same-quantity.ts';
import type { Statement, Term } from './statement.ts';

/** `forbidden after ten` for `allowed until ten`: the time is turned as well. */
export function isTurnedInTime(
  claim: Statement,
  { clause }: Term,
  { statements }: Alignment,
): boolean {
  return claim.quantities.some(
    (mine) =>
      mine.bound !== undefined &&
      claim.clauses[mine.from] === clause &&
      statements.some(({ quantities }) =>
        quantities.some(
          (theirs) =>
            theirs.bound !== undefined &&
            theirs.bound !== mine.bound &&
            isSameQuantity(mine, theirs),
        ),
      ),
  );
}

/** `less than five percent` for `12 of 260`: it bounds a number that the source leaves to be reckoned. */
export function isBoundOfReckoned(
  { quantities, tokens }: Statement,
  { at }: Term,
  { statements }: Alignment,
): boolean {
  return (
    tokens[at + 1]?.lower === 'than' &&
    quantities.some(
      (mine) =>
        (mine.from === at + 2 || mine.from === at + 3) &&
        mine.isWeak !== true &&
        !statements.some((statement) =>
          statement.quantities.some((other) => isSameQuantity(mine, other)),
        ),
    )
  );
}

/** `only by day`: at night it does not. */
export function isRestrictedTo(term: Term, { statements }: Alignment): boolean {
  const statement = statements.find(({ terms }) => terms.includes(term));
  return (
    statement?.tokens
      .slice(Math.max(0, term.at - 3), term.at)
      .some(({ lower }) => /^(?:only|nur|seulement|solo|sólo)$/u.test(lower)) === true
  );
}

/** True when another word of the claim is the counterpart of the source's word. */
export function isToldElsewhere(claim: Statement, term: Term, other: Term): boolean {
  return claim.terms.some(
    (each) => each !== term && each.keys[0] === other.keys[0] && each.isNegated === other.isNegated,
  );
}
