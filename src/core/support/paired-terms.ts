import type { Alignment } from './align-claim.ts';
import { isInWindow } from './in-window.ts';
import type { Statement, Term } from './statement.ts';

/** Terms of one side of a comparison, each with its counterparts on the other. */
export type Pairs = ReadonlyMap<Term, readonly Term[]>;

/** Terms of the claim with their counterparts in the window. */
export function pairTerms(claim: Statement, alignment: Alignment): Pairs {
  return new Map(
    claim.terms.map((term, index) => [
      term,
      (alignment.partners[index] ?? [])
        .filter((partner) => isInWindow(partner, alignment))
        .map((partner) => partner.term),
    ]),
  );
}

/** The same, seen from the other side. */
export function turnRound(pairs: Pairs): Pairs {
  const turned = new Map<Term, Term[]>();
  for (const [term, others] of pairs) {
    for (const other of others) {
      const list = turned.get(other);
      if (list === undefined) turned.set(other, [term]);
      else list.push(term);
    }
  }
  return turned;
}

/** True where the other side has a form of the same word, not only one of its meaning. */
export function hasSameStem(term: Term, pairs: Pairs): boolean {
  return (pairs.get(term) ?? []).some(({ keys }) => keys[0] === term.keys[0]);
}

/** `cheap` against `expensive`. */
export function isOpposite(one: Term, other: Term): boolean {
  for (const [axis, pole] of one.poles) if (other.poles.get(axis) === -pole) return true;
  return false;
}
