import type { Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { turnedDegree } from './compare-degrees.ts';
import { compareSides, comparisonOf, measureAlike, type Sides } from './compared-sides.ts';
import type { Finding } from './finding.ts';
import { contextLikeness } from './context-likeness.ts';
import type { Quantity } from './quantity.ts';
import { isOfRest } from './is-of-rest.ts';
import { isSameQuantity } from './same-quantity.ts';
import type { Statement, Term } from './statement.ts';

interface Counterpart {
  term: Term;
  likeness: number;
  isSame: boolean;
  /** Both words lie at one pole. */
  agrees: boolean;
  sides: Sides;
  /** Both sentences compare two sides. */
  isCompared: boolean;
}

/** A word of the claim whose place in the source its opposite has. */
interface Flip {
  term: Term;
  /** As the source and the claim say it. */
  source: string;
  claim: string;
  counterpart?: Counterpart;
  /** Both words stand beside one number: `rose by 6 percent`, `fell by 6 percent`. */
  isBeside: boolean;
  /** The source has a word that agrees as well. */
  hasSame: boolean;
}

/** How much more like its surroundings an opposite word has to be than a word that agrees. */
const CLEARLY = 1.7;

/** What a free claim has to share with the source's words, and around the turned word, to be laid beside it. */
const LEAST_SHARE = 0.4;
const EXPLAINED_SHARE = 0.5;
const LEAST_LIKENESS = 0.7;

/**
 * Finds a word of the claim whose place in the source the opposite word has: higher for lower, before for after. In a
 * claim that is put freely, opposite words are as often another view of the same (`Oil is dearer` for `gas is cheaper than
 * oil`): there one word alone has to be turned, of things that stand in the same order.
 */
export function compareDirections(claim: Statement, alignment: Alignment): Finding | undefined {
  const flips: Flip[] = [];
  for (const [index, term] of claim.terms.entries()) {
    const degree = turnedDegree(claim, term, index, alignment);
    // `7 percent fewer` may be turned, though the source has a `fewer` elsewhere.
    if (degree === 'kept' && numbersBeside(claim, term).length === 0) continue;
    const flip =
      degree === undefined || degree === 'kept'
        ? findFlip(claim, term, index, alignment)
        : { term, ...degree, hasSame: false, isBeside: false };
    if (flip !== undefined) flips.push(flip);
  }
  const [first] = flips;
  if (first === undefined) return undefined;
  const share = alignment.closeness;
  const told = share >= CLOSE ? first : flips.find((flip) => isPlain(flip, flips, share));
  return (
    told && {
      fault: 'direction',
      isContradiction: true,
      reason: `The source says “${told.source}”, the claim “${told.claim}”.`,
    }
  );
}

/** True where nothing in a freely put claim explains the turned word: the things compared stand in one order. */
function isPlain(
  { term, counterpart, hasSame, isBeside }: Flip,
  flips: readonly Flip[],
  share: number,
): boolean {
  const others = flips.filter(
    (flip) =>
      flip.term.clause === term.clause &&
      flip.term !== term &&
      !flip.hasSame &&
      !isNextTo(flip.term, term),
  );
  if (others.length > 0) return false;
  // `tenants lost` for `in favour of landlords`: what the one gains is the other's loss.
  if (ROLE.test(term.lower)) return false;
  if (counterpart === undefined) return true;
  const { agrees, sides, isCompared, likeness } = counterpart;
  if (isCompared && !isOrder(term))
    return agrees
      ? sides === 'swapped'
      : sides === 'straight' && share >= (hasSame ? EXPLAINED_SHARE : LEAST_SHARE / 2);
  if (agrees)
    return sides === 'swapped' && share >= (isOrder(term) ? LEAST_SHARE : EXPLAINED_SHARE);
  if (hasSame && share < EXPLAINED_SHARE) return false;
  return (
    sides !== 'swapped' &&
    share >= LEAST_SHARE &&
    likeness >= (isBeside ? LEAST_LIKENESS / 2 : LEAST_LIKENESS)
  );
}

/** People who stand against one another in a deal. */
const ROLE =
  /^(?:(?:employ|buy|sell|teach|rent|lend|borrow|win|los)(?:er|ee)s?|landlords?|tenants?|pupils?|students?)$/u;

/** `fell lower` turns once. */
function isNextTo(one: Term, other: Term): boolean {
  return Math.abs(one.at - other.at) <= 2;
}

function isOrder({ lower }: Term): boolean {
  return /^(?:before|after|vor|nach|avant|après|antes|después)$/u.test(lower);
}

function findFlip(
  claim: Statement,
  term: Term,
  index: number,
  alignment: Alignment,
): Flip | undefined {
  if (term.poles.size === 0) return undefined;
  const all = besideSameNumber(
    claim,
    term,
    alignment,
    counterpartsOf(claim, term, index, alignment),
  );
  // A comparison of the same two sides is the counterpart, whatever else lies on the axis.
  const compared = all.filter(({ isCompared, sides }) => isCompared && sides !== 'unknown');
  const counterparts = compared.length > 0 ? compared : all;
  const same = strongest(counterparts.filter(({ isSame }) => isSame));
  const best = strongest(
    counterparts.filter(
      ({ isSame, term: other }) =>
        !isSame && (same !== undefined || !isToldElsewhere(claim, term, other)),
    ),
  );
  if (best === undefined || best.likeness < 0.12) return undefined;
  if (isOfRest(claim, term.clause, alignment)) return undefined;
  if (isTurnedInTime(claim, term, alignment)) return undefined;
  if (isBoundOfReckoned(claim, term, alignment)) return undefined;
  if (isRestrictedTo(best.term, alignment) && claim.negations.length > 0) return undefined;
  if (same !== undefined && same.likeness * CLEARLY + 0.2 >= best.likeness) return undefined;
  return {
    term,
    source: best.term.text,
    claim: term.text,
    counterpart: best,
    isBeside: isBesideSameNumber(claim, term, alignment, best.term),
    hasSame: all.some(({ isSame }) => isSame),
  };
}

/** Where a word stands beside a number (`7 percent fewer`), and others beside the same number, it is compared with those. */
function besideSameNumber(
  claim: Statement,
  term: Term,
  alignment: Alignment,
  counterparts: readonly Counterpart[],
): readonly Counterpart[] {
  const beside = counterparts.filter(({ term: other }) =>
    isBesideSameNumber(claim, term, alignment, other),
  );
  return beside.length > 0 ? beside : counterparts;
}

function isBesideSameNumber(
  claim: Statement,
  term: Term,
  { statements }: Alignment,
  other: Term,
): boolean {
  const own = numbersBeside(claim, term);
  const source = statements.find(({ terms }) => terms.includes(other));
  if (own.length === 0 || source === undefined) return false;
  return numbersBeside(source, other).some((number) =>
    own.some((mine) => isSameQuantity(mine, number)),
  );
}

function numbersBeside({ quantities }: Statement, { at }: Term): readonly Quantity[] {
  return quantities.filter(
    ({ from, to, isWeak }) =>
      isWeak !== true && (at - to === 0 || at - to === 1 || from - at === 1 || from - at === 2),
  );
}

function counterpartsOf(
  claim: Statement,
  term: Term,
  index: number,
  alignment: Alignment,
): Counterpart[] {
  const found: Counterpart[] = [];
  for (const { passage, statement, term: other } of alignment.partners[index] ?? []) {
    if (passage !== alignment.passage || statement < alignment.from || statement >= alignment.to)
      continue;
    const source = alignment.passages[passage]?.statements[statement];
    if (source === undefined) continue;
    const likeness = contextLikeness(claim, term.at, alignment, passage, statement, other.at);
    const axes = [...term.poles.keys()].filter((key) => other.poles.has(key));
    if (axes.length === 0) {
      // The word itself or a synonym outside the tables of opposites.
      if (other.keys[0] === term.keys[0])
        found.push({
          term: other,
          isSame: true,
          agrees: true,
          likeness,
          sides: 'unknown',
          isCompared: false,
        });
      continue;
    }
    // On several axes at once, one on which both agree is enough.
    const isTurned = isLess(claim, term) !== isLess(source, other);
    const agrees = axes.some((key) => term.poles.get(key) === other.poles.get(key)) !== isTurned;
    if (!measureAlike(claim, term, source, other)) continue;
    const sides = compareSides(claim, term, source, other);
    const isCompared =
      comparisonOf(claim, term) !== undefined && comparisonOf(source, other) !== undefined;
    // `not cheap` is `expensive`; a word that only one side denies is left to the check of denials.
    const isDeniedOnce =
      (isCompared || !agrees) &&
      term.isNegated !== other.isNegated &&
      // `little better` for `hardly better`
      !term.isSoftlyNegated &&
      !other.isSoftlyNegated;
    const isSwapped = sides === 'swapped' || (sides === 'leaning' && !agrees);
    const isFlipped = isDeniedOnce !== isSwapped;
    found.push({ term: other, isSame: agrees !== isFlipped, agrees, likeness, sides, isCompared });
  }
  return found;
}

/** `forbidden after ten` for `allowed until ten`: the time is turned as well. */
function isTurnedInTime(claim: Statement, { clause }: Term, { statements }: Alignment): boolean {
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
function isBoundOfReckoned(
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
function isRestrictedTo(term: Term, { statements }: Alignment): boolean {
  const statement = statements.find(({ terms }) => terms.includes(term));
  return (
    statement?.tokens
      .slice(Math.max(0, term.at - 3), term.at)
      .some(({ lower }) => /^(?:only|nur|seulement|solo|sólo)$/u.test(lower)) === true
  );
}

/** `less easily` is harder. */
function isLess({ tokens }: Statement, { at }: Term): boolean {
  return /^(?:less|least|weniger|moins|menos)$/u.test(tokens[at - 1]?.lower ?? '');
}

/** True when another word of the claim is the counterpart of the source's word. */
function isToldElsewhere(claim: Statement, term: Term, other: Term): boolean {
  return claim.terms.some(
    (each) => each !== term && each.keys[0] === other.keys[0] && each.isNegated === other.isNegated,
  );
}

function strongest(counterparts: readonly Counterpart[]): Counterpart | undefined {
  let best: Counterpart | undefined;
  for (const counterpart of counterparts)
    if (best === undefined || counterpart.likeness > best.likeness) best = counterpart;
  return best;
}
