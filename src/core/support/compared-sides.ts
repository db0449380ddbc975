import { areAlike } from './alike-terms.ts';
import { comparisonOf } from './comparison-of.ts';
import { isOrderWord } from './is-order-word.ts';
import { lacking, lackingSide } from './lacking-side.ts';
import { isSameQuantity } from './same-quantity.ts';
import { SIDE_REACH, type Sides } from './sides.ts';
import type { Comparison, Statement, Term } from './statement.ts';

/** What one order has to hold more of the claim than the other. */
const MARGIN = 0.4;
/** What a side that the claim does not tell as one has to hold of the source's far side. */
const MOST_OF_SIDE = 0.5;

const LEFT = 0.3;

/** Terms that a subject has at most. */
const SUBJECT = 3;
const RELATIVE = /^(?:which|who|that)$/u;
const THAN = /^(?:than|als|que)$/u;

/**
 * Whether what the claim puts on the left of its comparison stands on the right of the source's. A claim that names
 * only one side may name the source's right one: `Trains with oil heat are later` for `X is earlier than trains with oil
 * heat`.
 */
export function compareSides(claim: Statement, term: Term, source: Statement, other: Term): Sides {
  const theirs = comparisonOf(source, other);
  const mine =
    comparisonOf(claim, term) ?? (theirs === undefined ? undefined : equalBefore(claim, term));
  if (mine !== undefined && theirs !== undefined) {
    const right = shared('right', claim, mine, 'right', source, theirs);
    // Both sentences have their verb on the left: what stands there in both tells little.
    const left = shared('left', claim, mine, 'left', source, theirs);
    const there = shared('left', claim, mine, 'right', source, theirs);
    const back = shared('right', claim, mine, 'left', source, theirs);
    const crossed = there + back;
    const [lack, otherLack] = [lackingSide(claim, mine), lackingSide(source, theirs)];
    if (lack !== undefined && otherLack !== undefined && right + left + crossed > MARGIN)
      return lack === otherLack ? 'straight' : 'swapped';
    if (crossed > right + LEFT * left + MARGIN)
      return Math.min(there, back) > 0 || mine.right.length === 0 || theirs.right.length === 0
        ? 'swapped'
        : 'leaning';
    return right + left > crossed + MARGIN ? 'straight' : 'unknown';
  }
  // `Before the war nobody …` for `nobody … before the war`
  if (isOrderWord(term) && isFollowedAlike(claim, term, source, other)) return 'straight';
  // A comparison whose sides were not all read tells nothing.
  if ([claim, source].every(({ tokens }) => tokens.some(({ lower }) => THAN.test(lower))))
    return 'unknown';
  const implied =
    theirs === undefined && mine === undefined ? equalBefore(source, other) : undefined;
  const isOfLeft = implied?.left.some((each) =>
    termsAround(claim, term).some((one) => areAlike(each, one)),
  );
  if (implied !== undefined && isOfLeft !== true) return sideOf(claim, term, source, implied);
  if (theirs !== undefined) return sideOf(claim, term, source, theirs);
  if (mine !== undefined) return sideOf(source, other, claim, mine);
  return 'unknown';
}

/** True where the first words behind two words of order are alike: then both sentences name the same right side. */
function isFollowedAlike(claim: Statement, term: Term, source: Statement, other: Term): boolean {
  const next = ({ terms }: Statement, { at }: Term) =>
    terms.find((each) => each.at > at && each.at <= at + 3 && each.weight > 0.2);
  const [mine, theirs] = [next(claim, term), next(source, other)];
  return mine !== undefined && theirs !== undefined && areAlike(mine, theirs);
}

/** `A is as good as B, and causes fewer …`: what is said next still compares the two. */
function equalBefore({ tokens, terms }: Statement, term: Term): Comparison | undefined {
  const than = tokens.findLastIndex(
    ({ lower }, at) =>
      at < term.at &&
      at > term.at - 2 * SIDE_REACH &&
      lower === 'as' &&
      tokens.slice(Math.max(0, at - 4), at).some((token) => token.lower === 'as'),
  );
  if (than === -1) return undefined;
  const opener = tokens.findLastIndex(({ lower }, at) => at < than && lower === 'as');
  const left = terms.filter(({ at }) => at < opener && at > opener - SIDE_REACH);
  const right = terms.filter(({ at }) => at > than && at <= than + 3);
  return left.length > 0 && right.length > 0 ? { by: term, than, left, right } : undefined;
}

/** Which side of a comparison a sentence without one tells of: by the words around, else by its subject. */
function sideOf(
  statement: Statement,
  term: Term,
  compared: Statement,
  comparison: Comparison,
): Sides {
  const found =
    lacking(statement, term, compared, comparison) ??
    oneSided(termsAround(statement, term), comparison);
  if (found !== 'unknown') return found;
  return oneSided(statement.terms.slice(0, SUBJECT), comparison);
}

/** Terms of the clause of a term, which are one side where the sentence names no other. */
function termsAround(statement: Statement, term: Term): Term[] {
  const opener = statement.tokens.findLastIndex(
    ({ lower }, at) =>
      at < term.at && statement.clauses[at] === term.clause && RELATIVE.test(lower),
  );
  // `wooden trays, which last longer`: of the clause before, only the words that it hangs on.
  if (opener !== -1) {
    const head = statement.terms.filter(({ at, weight }) => at < opener && weight > 0.2).slice(-2);
    const own = statement.terms.filter((each) => each !== term && each.clause === term.clause);
    return [...head, ...own];
  }
  return statement.terms.filter(
    (each) => each !== term && Math.abs(each.clause - term.clause) <= 1,
  );
}

/** Which side of a comparison the only side of the other sentence is. */
function oneSided(terms: readonly Term[], { left, right }: Comparison): Sides {
  const own = (side: readonly Term[], far: readonly Term[]) =>
    side.filter((term) => term.weight > 0.2 && !far.some((each) => areAlike(each, term)));
  const held = (side: readonly Term[]) => {
    const total = side.reduce((sum, { weight }) => sum + weight, 0);
    const part = side
      .filter((term) => terms.some((each) => areAlike(each, term)))
      .reduce((sum, { weight }) => sum + weight, 0);
    return total === 0 ? 0 : part / total;
  };
  // `It needs less than the engine before it`: a pronoun may stand for anything.
  if (!left.some(({ weight }) => weight > 0.2)) return 'unknown';
  const onLeft = held(own(left, right));
  const onRight = held(own(right, left));
  if (onRight >= MOST_OF_SIDE) return 'swapped';
  return onLeft > onRight ? 'straight' : 'unknown';
}

/** Weight of the terms and numbers that two sides share, but for those that also stand on the other side of their own. */
function shared(
  side: 'left' | 'right',
  claim: Statement,
  mine: Comparison,
  otherSide: 'left' | 'right',
  source: Statement,
  theirs: Comparison,
): number {
  const near = mine[side];
  const far = mine[side === 'left' ? 'right' : 'left'];
  const otherNear = theirs[otherSide];
  const otherFar = theirs[otherSide === 'left' ? 'right' : 'left'];
  const common = near.filter(
    (term) =>
      !far.some((each) => areAlike(each, term)) &&
      otherNear.some(
        (each) => areAlike(each, term) && !otherFar.some((other) => areAlike(other, each)),
      ),
  );
  const others = numbersOn(source, theirs, otherSide);
  const numbers = numbersOn(claim, mine, side).filter((number) =>
    others.some((other) => isSameQuantity(number, other)),
  );
  return common.reduce((sum, { weight }) => sum + Math.max(weight, 0.4), 0) + numbers.length;
}

function numbersOn(
  { quantities, clauses }: Statement,
  { by, than }: Comparison,
  side: 'left' | 'right',
) {
  const clause = clauses[than];
  return quantities.filter(({ from, isWeak, unit }) =>
    isWeak === true && unit !== 'ordinal'
      ? false
      : side === 'right'
        ? from > than && clauses[from] === clause
        : from < by.at,
  );
}
