import type { Alignment } from './align-claim.ts';
import { isOfRest } from './is-of-rest.ts';
import type { Negation, Statement } from './statement.ts';

const DIFFERENCE =
  /^(?:differ(?:s|ed|ence|ences|ent)?|chang(?:e|es|ed)|var(?:y|ies|ied)|änder(?:n|t|te|ten)|unterschied(?:e|en)?|unterscheide[nt]|différence|changé|diferencia|cambi(?:a|ó))$/u;

const QUANTIFIER =
  /^(?:most|many|some|few|others?|rest|remaining|meisten|übrigen|plupart|mayoría)$/u;

const SAME =
  /^(?:same|equal|equally|alike|identical|as|stays?|stayed|remains?|remained|unchanged|bleib(?:t|en)|blieb(?:en)?|gleich|unverändert|reste|resté|mismo|misma|sigue|vanish(?:es|ed)?|disappear(?:s|ed)?|gone)$/u;

/** True for a claim whose denials say only that something is the same, or the most of its kind. */
export function deniesDifference(claim: Statement, alignment: Alignment): boolean {
  return isEqualOrMost(claim, alignment) || isSameEither(claim, alignment);
}

/** `No tunnel was longer` for the longest, `not longer than before` for as long as before. */
function isEqualOrMost(claim: Statement, alignment: Alignment): boolean {
  if (claim.comparisons.length === 0 && !claim.tokens.some(({ lower }) => lower === 'than'))
    return false;
  return alignment.statements.some(({ tokens }) =>
    tokens.some(
      ({ lower }, at) =>
        /.{3}est$/u.test(lower) || (lower === 'as' && tokens[at + 2]?.lower === 'as'),
    ),
  );
}

/** `did not differ` for `equally common`, `no longer any difference` for `has vanished`. */
function isSameEither(claim: Statement, { statements }: Alignment): boolean {
  return (
    claim.negations.some(({ scope }) => scope.some(({ lower }) => DIFFERENCE.test(lower))) &&
    statements.some(({ tokens }) => tokens.some(({ lower }) => SAME.test(lower)))
  );
}

/** `Most are not on show` for `600 of 2,300 are on show`: it tells of those that the source leaves over. */
export function isOfOthers({ at }: Negation, claim: Statement, alignment: Alignment): boolean {
  const { tokens, clauses } = claim;
  const { statements } = alignment;
  if (isOfRest(claim, clauses[at], alignment)) return true;
  return tokens.some(
    ({ lower }, index) =>
      index < at &&
      clauses[index] === clauses[at] &&
      QUANTIFIER.test(lower) &&
      !statements.some((statement) => statement.tokens.some((token) => token.lower === lower)),
  );
}

/** `not for longer than 18 hours` bounds a number; numbers are compared by themselves. */
export function isBoundDenied({ at }: Negation, { quantities, clauses }: Statement): boolean {
  return quantities.some(
    ({ bound, from }) => bound !== undefined && from > at && clauses[from] === clauses[at],
  );
}

/** `does not open until 7 am`: it opens then. */
export function isNotUntil({ at }: Negation, { quantities, clauses, tokens }: Statement): boolean {
  return quantities.some(
    ({ from }) =>
      from > at &&
      (clauses[from] ?? 0) <= (clauses[at] ?? 0) + 1 &&
      /^(?:until|till|before)$/u.test(tokens[from - 1]?.lower ?? ''),
  );
}

/** `does not fell trees that could not fall on a path` for `fells only those that could`. */
export function isDoubleDenial({ negations, clauses }: Statement): boolean {
  return new Set(negations.filter(({ isSoft }) => !isSoft).map(({ at }) => clauses[at])).size > 1;
}
