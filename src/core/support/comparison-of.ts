import type { Comparison, Statement, Term } from './statement.ts';

/** The comparison that a term makes: `cheaper`, or `expensive` of `more expensive`. */
export function comparisonOf(statement: Statement, term: Term): Comparison | undefined {
  return statement.comparisons.find(({ by }) => by === term || by.at === term.at - 1);
}
