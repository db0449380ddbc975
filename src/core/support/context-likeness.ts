import type { Alignment } from './align-claim.ts';
import type { Statement } from './statement.ts';

/**
 * How much what stands around a place in the claim also stands around a place in a statement of the window or elsewhere:
 * the sum over the claim's other terms, each less the farther it is from the place, on both sides.
 */
export function contextLikeness(
  claim: Statement,
  at: number,
  alignment: Alignment,
  passage: number,
  statement: number,
  place: number,
): number {
  return contextProfile(claim, at, alignment, passage, statement, place).reduce(
    (sum, part) => sum + part,
    0,
  );
}

/** The same by each term of the claim. */
export function contextProfile(
  claim: Statement,
  at: number,
  alignment: Alignment,
  passage: number,
  statement: number,
  place: number,
): number[] {
  const source = alignment.passages[passage]?.statements[statement];
  const profile = claim.terms.map(() => 0);
  if (source === undefined) return profile;
  for (const [index, term] of claim.terms.entries()) {
    if (term.at === at) continue;
    let best = 0;
    for (const partner of alignment.partners[index] ?? []) {
      if (
        partner.passage !== passage ||
        partner.statement !== statement ||
        partner.term.at === place
      )
        continue;
      best = Math.max(best, partner.quality * nearness(source, place, partner.term.at));
    }
    profile[index] = term.weight * nearness(claim, at, term.at) * best;
  }
  return profile;
}

function nearness(statement: Statement, one: number, other: number): number {
  const distance = Math.abs(one - other);
  const clauses = Math.abs((statement.clauses[one] ?? 0) - (statement.clauses[other] ?? 0));
  return 1 / (1 + distance / 8 + clauses * 0.8);
}
