import type { Alignment } from './align-claim.ts';
import { isOppositeWord } from './denial-as-word.ts';
import { isDeniedAlone } from './denied-clause.ts';
import { deniesDifference, isDoubleDenial, isNotUntil, isOfOthers } from './denials-of-claim.ts';
import type { Finding } from './finding.ts';
import { deniedBy, notDenied } from './negation-finding.ts';
import type { Pairs } from './paired-terms.ts';
import type { Statement } from './statement.ts';

/** A clause that only one of the two denies, where the sentence around it is put otherwise. */
export function compareDeniedClauses(
  claim: Statement,
  alignment: Alignment,
  toSource: Pairs,
  toClaim: Pairs,
): Finding | undefined {
  const { statements } = alignment;
  const added =
    deniesDifference(claim, alignment) || isDoubleDenial(claim)
      ? undefined
      : claim.negations
          .filter(({ scope }) => !claim.comparisons.some(({ by }) => scope.includes(by)))
          .filter((negation) => !isOfOthers(negation, claim, alignment))
          .filter((negation) => !isNotUntil(negation, claim))
          .find((negation) => isDeniedAlone(negation, claim, statements, toSource));
  if (added !== undefined) return notDenied(claim, added);
  // `but she does not`: what it denies may be anything.
  if (claim.negations.some(({ isSoft }) => !isSoft)) return undefined;
  const denying = statements.find((statement) =>
    statement.negations.some(
      (negation) =>
        !isOppositeWord(negation, statement, toClaim) &&
        isDeniedAlone(negation, statement, [claim], toClaim),
    ),
  );
  return denying && deniedBy(denying);
}
