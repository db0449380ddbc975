import { agrees, disagrees } from './agreeing-denials.ts';
import type { Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { compareDeniedClauses } from './compare-denied-clauses.ts';
import { compareFirstSyllables } from './compare-first-syllables.ts';
import { isOnlyAWord, isOppositeWord } from './denial-as-word.ts';
import {
  deniesDifference,
  isBoundDenied,
  isDoubleDenial,
  isNotUntil,
  isOfOthers,
} from './denials-of-claim.ts';
import {
  isContrast,
  isException,
  isLack,
  isMoreThanAWord,
  isNearDenied,
  isOneOfTwo,
  isRestriction,
} from './denials-of-source.ts';
import type { Finding } from './finding.ts';
import { deniedBy, notDenied } from './negation-finding.ts';
import { pairTerms, turnRound } from './paired-terms.ts';
import type { Statement } from './statement.ts';

/** In a claim that shares less with the source's words, a denial is as often another way to say the same. */
const LEAST_SHARE = 0.45;

/**
 * Finds a denial that only one of claim and source has, of words that both have. A denial that the other side may
 * answer with one of its own, told in other words, is none.
 */
export function compareNegations(claim: Statement, alignment: Alignment): Finding | undefined {
  const share = alignment.closeness;
  const toSource = pairTerms(claim, alignment);
  const toClaim = turnRound(toSource);
  if (share < LEAST_SHARE) return compareDeniedClauses(claim, alignment, toSource, toClaim);
  const isClose = share >= CLOSE;
  const inClaim = claim.negations.filter(
    (negation) =>
      !isOnlyAWord(negation, claim, toSource) && !isOppositeWord(negation, claim, toSource),
  );
  const inSource = alignment.statements.flatMap((statement) =>
    statement.negations.filter(
      (negation) =>
        !isOnlyAWord(negation, statement, toClaim) && !isOppositeWord(negation, statement, toClaim),
    ),
  );
  const added = deniesDifference(claim, alignment)
    ? []
    : inClaim
        .filter((negation) => !isOfOthers(negation, claim, alignment))
        .filter(
          (negation) => isClose || !(isBoundDenied(negation, claim) || isNotUntil(negation, claim)),
        )
        .filter(({ isSoft, scope }) => !isSoft && disagrees(scope, toSource, 1, isClose));
  const dropped = inSource.filter(
    (negation) =>
      (!negation.isSoft || (isClose && isLack(negation, alignment.statements))) &&
      !isOneOfTwo(negation, alignment.statements) &&
      (isClose || isMoreThanAWord(negation, alignment.statements, toClaim)) &&
      disagrees(negation.scope, toClaim, negation.isSoft ? 1 : 2, isClose),
  );
  const answersInClaim = inClaim.filter(
    (negation) => !agrees(negation.scope, toSource) && !added.includes(negation),
  );
  const answersInSource = inSource.filter(
    (negation) =>
      (isException(negation, alignment.statements) ||
        !agrees(negation.scope, toClaim) ||
        (!negation.isSoft && isNearDenied(negation, added[0], alignment, toSource))) &&
      !dropped.includes(negation) &&
      (isDoubleDenial(claim) || !isRestriction(negation, alignment.statements, toClaim)) &&
      !isContrast(negation, alignment.statements),
  );
  const [first] = added;
  const answers = answersInSource.filter(
    (negation) =>
      (!isClose && !negation.isSoft) || isNearDenied(negation, first, alignment, toSource),
  );
  if (first !== undefined && answers.length === 0) return notDenied(claim, first);
  // `Give water, not milk` for `Milk must not be given`: both deny, each another word of the same.
  const isAnswered = answersInClaim.length > 0 || (!isClose && first !== undefined);
  if (dropped.length > 0 && !isAnswered) {
    const denying = alignment.statements.find(({ negations }) =>
      negations.some((negation) => dropped.includes(negation)),
    );
    if (denying !== undefined) return deniedBy(denying);
  }
  return (
    compareFirstSyllables(claim, toSource) ??
    compareDeniedClauses(claim, alignment, toSource, toClaim)
  );
}
