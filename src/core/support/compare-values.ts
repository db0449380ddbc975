import type { Alignment } from './align-claim.ts';
import type { Finding } from './finding.ts';
import { exactFactor } from './lexicon/units.ts';
import { isShare } from './number-values.ts';
import type { Quantity } from './quantity.ts';
import type { Comparison, Statement, Term } from './statement.ts';

const MORE =
  /^(?:more|higher|greater|larger|bigger|longer|heavier|faster|taller|dearer|costlier|older|warmer|hotter|wider|thicker|deeper|above|exceeds?|exceeded|mehr|höher|größer|länger|teurer|mayor|más|plus)$/u;
const LESS =
  /^(?:less|fewer|lower|smaller|shorter|lighter|cheaper|younger|colder|cooler|narrower|thinner|shallower|below|weniger|niedriger|kleiner|kürzer|billiger|günstiger|menor|menos|moins)$/u;

const CLEARLY = 1.1;

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
    ({ values, upTo, unit, isWeak }) =>
      values.length > 0 && upTo === undefined && unit !== 'ordinal' && isWeak !== true,
  );
  const one = nearest(leftTerms, numbers, statement);
  const other = nearest(rightTerms, numbers, statement);
  // Where one side is clear, the other has the number that is left.
  const mine = one ?? nearest(leftTerms, without(numbers, other), statement);
  const theirs = other ?? nearest(rightTerms, without(numbers, one), statement);
  if (one === undefined && other === undefined) return undefined;
  if (mine === undefined || theirs === undefined || mine === theirs) return undefined;
  // A percentage of something is no match for a count.
  const isComparable =
    isShare(mine) === isShare(theirs) &&
    (mine.unit === theirs.unit ||
      isPlain(mine) ||
      isPlain(theirs) ||
      factorOf(mine.unit, theirs.unit) !== undefined);
  return isComparable ? { left: mine, right: theirs } : undefined;
}

/** A number that leaves its unit to another, as `240` of `29 euros … one for 240`. */
function isPlain({ unit, kind, text }: Quantity): boolean {
  return unit === undefined && kind === 'number' && !text.includes(':');
}

function without(numbers: readonly Quantity[], number: Quantity | undefined): readonly Quantity[] {
  return number === undefined ? numbers : numbers.filter((each) => each !== number);
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

/** The number in whose clause clearly most of the terms stand; undefined where two may be meant. */
function nearest(
  terms: readonly Term[],
  numbers: readonly Quantity[],
  statement: Statement,
): Quantity | undefined {
  const ranked = numbers
    .map((number) => ({
      number,
      likeness: terms.reduce((sum, term) => {
        const clauses = Math.abs(term.clause - (statement.clauses[number.from] ?? 0));
        return sum + term.weight / (1 + Math.abs(term.at - number.from) / 8 + clauses * 2);
      }, 0),
    }))
    .toSorted((one, other) => other.likeness - one.likeness);
  const [first, second] = ranked;
  if (first === undefined || first.likeness < (second?.likeness ?? 0) * CLEARLY) return undefined;
  return first.number;
}

function valueIn(quantity: Quantity, other: Quantity): number {
  const [value = 0] = quantity.values;
  if (quantity.isPart === true && other.unit === 'percent') return value * 100;
  if (quantity.unit === 'percent' && other.isPart === true) return value / 100;
  return value * (factorOf(quantity.unit, other.unit) ?? 1);
}

/** A month is about 30 days: near enough to tell which of two is longer. */
function factorOf(from: string | undefined, to: string | undefined): number | undefined {
  const exact = exactFactor(from, to);
  if (exact !== undefined) return exact;
  const months = exactFactor(from, 'month');
  const days = exactFactor('day', to);
  if (months !== undefined && days !== undefined) return months * 30 * days;
  const otherDays = exactFactor(from, 'day');
  const otherMonths = exactFactor('month', to);
  return otherDays === undefined || otherMonths === undefined
    ? undefined
    : (otherDays / 30) * otherMonths;
}

function areAlike(one: Term, other: Term): boolean {
  return one.keys.some((key) => other.keys.includes(key));
}
