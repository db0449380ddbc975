import type { Alignment } from './align-claim.ts';
import type { Finding } from './compare-quantities.ts';
import { exactFactor } from './lexicon/units.ts';
import type { Quantity } from './quantity.ts';
import type { Comparison, Statement, Term } from './statement.ts';

const MORE =
  /^(?:more|higher|greater|larger|bigger|longer|heavier|faster|taller|dearer|costlier|older|warmer|hotter|wider|thicker|deeper|above|exceeds?|exceeded|mehr|höher|größer|länger|teurer|mayor|más|plus)$/u;
const LESS =
  /^(?:less|fewer|lower|smaller|shorter|lighter|cheaper|younger|colder|cooler|narrower|thinner|shallower|below|weniger|niedriger|kleiner|kürzer|billiger|günstiger|menor|menos|moins)$/u;

/**
 * Checks `A loses less than B` where the source only tells a number for each: finds the number that stands nearest
 * to each side's own words, and compares the two.
 */
export function compareValues(claim: Statement, alignment: Alignment): Finding | undefined {
  for (const comparison of claim.comparisons) {
    const direction = MORE.test(comparison.by.lower) ? 1 : LESS.test(comparison.by.lower) ? -1 : 0;
    if (direction === 0) continue;
    for (const statement of alignment.statements) {
      const pair = pickPair(comparison, statement);
      if (pair === undefined) continue;
      const difference = valueIn(pair.left, pair.right) - (pair.right.values[0] ?? 0);
      if (difference !== 0 && Math.sign(difference) !== direction)
        return {
          fault: 'direction',
          isContradiction: true,
          reason: `The source says ${pair.left.text} against ${pair.right.text}: the other way round.`,
        };
    }
  }
  return undefined;
}

/** The numbers of the two sides, where both have words of their own in the statement and one number each is nearest. */
function pickPair(
  { left, right }: Comparison,
  statement: Statement,
): { left: Quantity; right: Quantity } | undefined {
  const leftTerms = ownTerms(left, right, statement);
  const rightTerms = ownTerms(right, left, statement);
  if (leftTerms.length === 0 || rightTerms.length === 0) return undefined;
  const numbers = statement.quantities.filter(
    ({ values, upTo, unit }) => values.length > 0 && upTo === undefined && unit !== 'ordinal',
  );
  const mine = nearest(leftTerms, numbers, statement);
  const theirs = nearest(rightTerms, numbers, statement);
  if (mine === undefined || theirs === undefined || mine === theirs) return undefined;
  const isComparable =
    mine.unit === theirs.unit ||
    mine.unit === undefined ||
    theirs.unit === undefined ||
    exactFactor(mine.unit, theirs.unit) !== undefined;
  return isComparable ? { left: mine, right: theirs } : undefined;
}

/** Terms of the statement that one side names and the other does not. */
function ownTerms(side: readonly Term[], other: readonly Term[], statement: Statement): Term[] {
  return statement.terms.filter(
    (term) =>
      term.weight > 0.2 &&
      side.some((each) => areAlike(each, term)) &&
      !other.some((each) => areAlike(each, term)),
  );
}

function nearest(
  terms: readonly Term[],
  numbers: readonly Quantity[],
  statement: Statement,
): Quantity | undefined {
  let best: { number: Quantity; distance: number } | undefined;
  for (const number of numbers) {
    for (const term of terms) {
      const clauses = Math.abs(
        (statement.clauses[term.at] ?? 0) - (statement.clauses[number.from] ?? 0),
      );
      const distance = Math.abs(term.at - number.from) + clauses * 8;
      if (best === undefined || distance < best.distance) best = { number, distance };
    }
  }
  return best?.number;
}

function valueIn(quantity: Quantity, other: Quantity): number {
  return (quantity.values[0] ?? 0) * (exactFactor(quantity.unit, other.unit) ?? 1);
}

function areAlike(one: Term, other: Term): boolean {
  return one.keys.some((key) => other.keys.includes(key));
}
