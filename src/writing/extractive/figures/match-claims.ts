import { isSameKind, type Claim } from './read-claims.ts';
import type { Quantity } from './read-quantities.ts';
import { contradictEachOther, meaningOf } from './same-meaning.ts';
import { sharedPhrase } from './shared-phrase.ts';

/** How two claims compare: `same` when they are on the same figure, and how alike they are, 0 to 1. */
export interface ClaimMatch {
  same: boolean;
  likeness: number;
}

/** Claims match from this likeness on, when what they share weighs enough. */
const LEAST_LIKENESS = 0.47;
const LEAST_SHARED = 4.2;
/** Sharing much makes up for other words on both sides. */
const ALSO_LIKE = 0.33;
const MUCH_SHARED = 8;
/** A word that names what is measured is enough where little else stands. */
const PLAIN_LIKENESS = 0.5;
const PLAIN = new Set(['=lifetime', '=payback', '=moist', '=sound']);
/** Weight of the words that only the longer claim has, and of those that only the headings share. */
const LONGER = 0.3;
const HEADING = 0.3;
/** What an equal condition weighs: a figure for the same capacity, at the same temperature. */
const SAME_CONDITION = 3;
/** Figures further apart than this are of different things. */
const FURTHEST = 5;
/** Words that stand beside figures of all kinds. */
const WEAK = new Set(
  'includ tak need work enough usual typic averag rough first day week month year tim new good small larg exceed get us four household depend reach rang expect people person'.split(
    ' ',
  ),
);
const WEAK_WEIGHT = 0.3;
/** Of fewer claims, none can tell which words are rare. */
const FEWEST_CLAIMS = 60;
/** Figures this near to each other are equal. */
const TOLERANCE = 0.02;

/**
 * Compares claims by their words: what both say counts by how rare it is among all claims, and the keyword's own words
 * count nothing.
 */
export function claimMatcher(
  claims: readonly Claim[],
  keywordTerms: readonly string[],
  language: string,
): (left: Claim, right: Claim) => ClaimMatch {
  const weight = weigh(claims, keywordTerms);
  return (left, right) =>
    isComparable(left, right)
      ? compare(left, right, weight, language)
      : { same: false, likeness: 0 };
}

function weigh(claims: readonly Claim[], keywordTerms: readonly string[]) {
  const counts = new Map<string, number>();
  for (const claim of claims)
    for (const term of wordsOf(claim)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const common = new Set(keywordTerms.map(meaningOf));
  return (term: string) => {
    if (common.has(term)) return 0;
    const rarity = Math.log(Math.max(claims.length + 1, FEWEST_CLAIMS) / (counts.get(term) ?? 1));
    return rarity * (WEAK.has(term) ? WEAK_WEIGHT : 1);
  };
}

function isComparable(left: Claim, right: Claim): boolean {
  const [mine, theirs] = [left.quantity, right.quantity];
  if (!isSameKind(mine, theirs) || mine.bound !== theirs.bound) return false;
  const [one, other] = [middle(mine), middle(theirs)];
  const [small, large] = one < other ? [one, other] : [other, one];
  if (large > small * FURTHEST && small > 0) return false;
  if (contradictEachOther(wordsOf(left), wordsOf(right))) return false;
  return left.conditions.every((each) =>
    right.conditions.every((that) => !isSameKind(each, that) || areEqual(each, that)),
  );
}

function compare(
  left: Claim,
  right: Claim,
  weight: (term: string) => number,
  language: string,
): ClaimMatch {
  const sum = (terms: Iterable<string>) =>
    [...terms].reduce((total, term) => total + weight(term), 0);
  const [mine, theirs] = [wordsOf(left), wordsOf(right)];
  const shared = [...mine].filter((term) => theirs.has(term) && weight(term) > 0);
  const headings = [...left.heading].filter(
    (term) => right.heading.has(term) && !shared.includes(term),
  );
  const conditioned = left.conditions.some((each) =>
    right.conditions.some((that) => isSameKind(each, that)),
  );
  const own = sum([...left.before].filter((term) => !theirs.has(term)));
  const others = sum([...right.before].filter((term) => !mine.has(term)));
  const both = sum(shared) + (conditioned ? SAME_CONDITION : 0);
  const common = both + HEADING * sum(headings);
  const unlike = Math.min(own, others) + LONGER * Math.max(own, others);
  const likeness = common === 0 ? 0 : common / (common + unlike);
  // The keyword's words weigh nothing: a claim that has one before its figure is on the keyword itself.
  const onKeyword = (claim: Claim) => [...claim.before].some((term) => weight(term) === 0);
  const sameSubject = onKeyword(left) === onKeyword(right);
  const found = { shared, headings, conditioned, both, likeness, sameSubject };
  return {
    same: isSame(left, right, found, () => sharesName(left, right, shared, language)),
    likeness,
  };
}

function isSame(
  left: Claim,
  right: Claim,
  found: {
    shared: readonly string[];
    headings: readonly string[];
    conditioned: boolean;
    both: number;
    likeness: number;
    sameSubject: boolean;
  },
  sharesName: () => boolean,
): boolean {
  const { shared, likeness, both } = found;
  const strong = shared.filter((term) => !WEAK.has(term));
  const crossed = strong.some((term) => left.before.has(term) !== right.before.has(term));
  if (strong.length + (found.conditioned ? 1 : 0) < 2) {
    const [only] = strong;
    const plain =
      only !== undefined &&
      PLAIN.has(only) &&
      !crossed &&
      found.headings.length > 0 &&
      found.sameSubject;
    return plain && likeness >= PLAIN_LIKENESS;
  }
  if (found.conditioned && found.headings.length === 0 && strong.length < 2) return false;
  // Two words in different places may stand for different things, unless they are one name; three seldom do.
  if (strong.length === 2 && crossed && !(likeness >= ALSO_LIKE && sharesName())) return false;
  return (
    (likeness >= LEAST_LIKENESS && both >= LEAST_SHARED) ||
    (likeness >= ALSO_LIKE && both >= MUCH_SHARED)
  );
}

/** True when two of the shared words stand side by side in both clauses: `full productivity`. */
function sharesName(
  left: Claim,
  right: Claim,
  shared: readonly string[],
  language: string,
): boolean {
  const phrase = sharedPhrase(clauseOf(left), clauseOf(right), language);
  const terms = phrase?.terms.map(meaningOf) ?? [];
  return terms.filter((term) => shared.includes(term) && !WEAK.has(term)).length >= 2;
}

/** The clause that holds the figure, as it stands in the source. */
export function clauseOf({ sentence, clause }: Claim): string {
  return sentence.text.slice(clause.start, clause.end);
}

function wordsOf(claim: Claim): ReadonlySet<string> {
  return new Set([...claim.before, ...claim.behind]);
}

function middle({ low, high }: Quantity): number {
  return Math.abs(low + high) / 2;
}

/** True for figures that are the same but for rounding. */
export function areEqual(left: Quantity, right: Quantity): boolean {
  return isNear(left.low, right.low) && isNear(left.high, right.high);
}

/** True when the range of one holds the figures of the other. */
export function holds(outer: Quantity, inner: Quantity): boolean {
  const room = Math.abs(outer.high) * TOLERANCE;
  return inner.low >= outer.low - room && inner.high <= outer.high + room;
}

function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) <= Math.max(Math.abs(left), Math.abs(right)) * TOLERANCE;
}
