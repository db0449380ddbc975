import type { Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { turnedDegree } from './compare-degrees.ts';
import { counterpartsOf, type Counterpart } from './direction-counterparts.ts';
import type { Finding } from './finding.ts';
import { isOfRest } from './is-of-rest.ts';
import { isOrderWord } from './is-order-word.ts';
import type { Statement, Term } from './statement.ts';
import { strongest } from './strongest.ts';
import {
  isBoundOfReckoned,
  isRestrictedTo,
  isToldElsewhere,
  isTurnedInTime,
} from './turned-with-reason.ts';
import { isBesideSameNumber, numbersBeside } from './words-beside-number.ts';

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
  if (isCompared && !isOrderWord(term))
    return agrees
      ? sides === 'swapped'
      : sides === 'straight' && share >= (hasSame ? EXPLAINED_SHARE : LEAST_SHARE / 2);
  if (agrees)
    return sides === 'swapped' && share >= (isOrderWord(term) ? LEAST_SHARE : EXPLAINED_SHARE);
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
