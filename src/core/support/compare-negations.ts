import type { Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { isDeniedAlone } from './denied-clause.ts';
import type { Finding } from './compare-quantities.ts';
import { isOfRest } from './is-of-rest.ts';
import type { Negation, Statement, Term } from './statement.ts';

/** In a claim that shares less with the source's words, a denial is as often another way to say the same. */
const LEAST_SHARE = 0.45;

/** Words that say little are no ground for a contradiction. */
const LEAST_WEIGHT = 0.2;

/** German adjectives weigh little. */
const LEAST_DENIED = 0.4;

/** They set something else aside; they do not deny what a claim tells. */
const CONTRAST = /^(?:rather|instead|unlike|statt|anstatt)$/u;

const DIFFERENCE =
  /^(?:differ(?:s|ed|ence|ences|ent)?|chang(?:e|es|ed)|var(?:y|ies|ied)|änder(?:n|t|te|ten)|unterschied(?:e|en)?|unterscheide[nt]|différence|changé|diferencia|cambi(?:a|ó))$/u;
const QUANTIFIER =
  /^(?:most|many|some|few|others?|rest|remaining|meisten|übrigen|plupart|mayoría)$/u;
const SELDOM = /^(?:rarely|seldom|hardly|infrequently|selten|kaum|rarement|raramente)$/u;
const WITHOUT = /^(?:without|ohne|sans|sin)$/u;
const SAME =
  /^(?:same|equal|equally|alike|identical|as|stays?|stayed|remains?|remained|unchanged|bleib(?:t|en)|blieb(?:en)?|gleich|unverändert|reste|resté|mismo|misma|sigue|vanish(?:es|ed)?|disappear(?:s|ed)?|gone)$/u;

/** `except on Mondays` stands behind a comma. */
const EXCEPTION = /^(?:except|excluding|unless|only|außer|sauf|salvo)$/u;

type Pairs = ReadonlyMap<Term, readonly Term[]>;

/**
 * Finds a denial that only one of claim and source has, of words that both have. A denial that the other side may
 * answer with one of its own, told in other words, is none.
 */
export function compareNegations(claim: Statement, alignment: Alignment): Finding | undefined {
  const share = alignment.closeness;
  const toSource = pairTerms(claim, alignment);
  const toClaim = turnRound(toSource);
  if (share < LEAST_SHARE) return compareClauses(claim, alignment, toSource, toClaim);
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
  const added =
    isEqualOrMost(claim, alignment) || isSameEither(claim, alignment)
      ? []
      : inClaim
          .filter((negation) => !isOfOthers(negation, claim, alignment))
          .filter((negation) => isClose || !isBoundDenied(negation, claim))
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
      !alignment.statements.some(
        ({ tokens, negations }) =>
          negations.includes(negation) && CONTRAST.test(tokens[negation.at]?.lower ?? ''),
      ),
  );
  const [first] = added;
  const answers = answersInSource.filter(
    (negation) =>
      (!isClose && !negation.isSoft) || isNearDenied(negation, first, alignment, toSource),
  );
  if (first !== undefined && answers.length === 0) return notDenied(claim, first);
  if (dropped.length > 0 && answersInClaim.length === 0) {
    const statement = alignment.statements.find(({ negations }) =>
      negations.some((negation) => dropped.includes(negation)),
    );
    return finding(`The source denies this: “${clip(statement?.text ?? '')}”`);
  }
  return (
    compareFirstSyllables(claim, toSource) ?? compareClauses(claim, alignment, toSource, toClaim)
  );
}

/** A clause that only one of the two denies, where the sentence around it is put otherwise. */
function compareClauses(
  claim: Statement,
  alignment: Alignment,
  toSource: Pairs,
  toClaim: Pairs,
): Finding | undefined {
  const { statements } = alignment;
  const added =
    isEqualOrMost(claim, alignment) || isSameEither(claim, alignment) || isDoubleDenial(claim)
      ? undefined
      : claim.negations
          .filter(({ scope }) => !claim.comparisons.some(({ by }) => scope.includes(by)))
          .filter((negation) => !isOfOthers(negation, claim, alignment))
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
  return denying && finding(`The source denies this: “${clip(denying.text)}”`);
}

function notDenied({ tokens }: Statement, { at }: Negation): Finding {
  return finding(
    `The source does not deny this: “${tokens[at]?.text ?? ''}” stands only in the claim.`,
  );
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

/** True when a denial of the source stands in the clause of the words that the claim denies. */
function isNearDenied(
  negation: Negation,
  denied: Negation | undefined,
  { statements }: Alignment,
  toSource: Pairs,
): boolean {
  const statement = statements.find(({ negations }) => negations.includes(negation));
  if (statement === undefined) return false;
  const clause = statement.clauses[negation.at] ?? 0;
  const reach = isException(negation, statements) ? 1 : 0;
  return (denied?.scope ?? []).some((term) =>
    (toSource.get(term) ?? []).some(
      (other) => Math.abs(other.clause - clause) <= reach && statement.terms.includes(other),
    ),
  );
}

/** False where a denial and the claim share one word alone: `… but not for the oysters`. */
function isMoreThanAWord(
  negation: Negation,
  statements: readonly Statement[],
  pairs: Pairs,
): boolean {
  const statement = statements.find(({ negations }) => negations.includes(negation));
  if (statement === undefined) return false;
  const clause = statement.clauses[negation.at] ?? 0;
  const paired = statement.terms.filter(
    (term) =>
      term.weight >= LEAST_WEIGHT &&
      Math.abs(term.clause - clause) <= 1 &&
      (pairs.get(term) ?? []).length > 0,
  );
  return paired.length > 1;
}

/** `Most are not on show` for `600 of 2,300 are on show`: it tells of those that the source leaves over. */
function isOfOthers({ at }: Negation, claim: Statement, alignment: Alignment): boolean {
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
function isBoundDenied({ at }: Negation, { quantities, clauses }: Statement): boolean {
  return quantities.some(
    ({ bound, from }) => bound !== undefined && from > at && clauses[from] === clauses[at],
  );
}

/** `with a liner … without a liner`: the claim may speak of the one that has it. */
function isOneOfTwo({ at, scope }: Negation, statements: readonly Statement[]): boolean {
  const [lacking] = scope;
  const statement = statements.find(
    ({ terms }) => lacking !== undefined && terms.includes(lacking),
  );
  return (
    WITHOUT.test(statement?.tokens[at]?.lower ?? '') &&
    statements.some(({ terms }) =>
      terms.some(({ isNegated, keys }) => !isNegated && keys[0] === lacking?.keys[0]),
    )
  );
}

function isException(negation: Negation, statements: readonly Statement[]): boolean {
  const statement = statements.find(({ negations }) => negations.includes(negation));
  return EXCEPTION.test(statement?.tokens[negation.at]?.lower ?? '');
}

function isLack(negation: Negation, statements: readonly Statement[]): boolean {
  const statement = statements.find(({ negations }) => negations.includes(negation));
  return /^lack(?:s|ed|ing)?$/u.test(statement?.tokens[negation.at]?.lower ?? '');
}

/** `does not fell trees that could not fall on a path` for `fells only those that could`. */
function isDoubleDenial({ negations, clauses }: Statement): boolean {
  return new Set(negations.filter(({ isSoft }) => !isSoft).map(({ at }) => clauses[at])).size > 1;
}

/** `only` of words that the claim does not have answers no denial of others. */
function isRestriction(
  negation: Negation,
  statements: readonly Statement[],
  pairs: Pairs,
): boolean {
  const statement = statements.find(({ negations }) => negations.includes(negation));
  const word = statement?.tokens[negation.at]?.lower ?? '';
  return (
    /^(?:only|nur|seulement|seule?s?|solo|sólo)$/u.test(word) &&
    negation.scope.every((term) => (pairs.get(term) ?? []).length === 0)
  );
}

/** `seldom` against `often` or `rare`: opposite words, which are compared as such. */
function isOppositeWord({ at }: Negation, statement: Statement, pairs: Pairs): boolean {
  const own = statement.terms.find((term) => term.at === at);
  return (
    own !== undefined &&
    (pairs.get(own) ?? []).some(
      (other) =>
        isOpposite(own, other) ||
        (SELDOM.test(own.lower) && [...own.poles.keys()].some((axis) => other.poles.has(axis))),
    )
  );
}

/** `unsafe` for `safe`. */
function compareFirstSyllables(claim: Statement, toSource: Pairs): Finding | undefined {
  for (const term of claim.terms) {
    const others = (toSource.get(term) ?? []).filter((other) => other.keys[0] === term.keys[0]);
    const [other] = others;
    if (other === undefined || Math.min(term.weight, other.weight) < LEAST_DENIED) continue;
    if (!others.some((each) => each.isDenied !== term.isDenied)) continue;
    if (
      others.every(
        (each) =>
          each.isNegated !== term.isNegated && !each.isSoftlyNegated && !term.isSoftlyNegated,
      )
    )
      return finding(`The source says ${other.text}, not ${term.text}.`);
  }
  return undefined;
}

/** Terms of the claim with their counterparts in the window. */
function pairTerms(claim: Statement, alignment: Alignment): Pairs {
  return new Map(
    claim.terms.map((term, index) => [
      term,
      (alignment.partners[index] ?? [])
        .filter(
          ({ passage, statement }) =>
            passage === alignment.passage &&
            statement >= alignment.from &&
            statement < alignment.to,
        )
        .map((partner) => partner.term),
    ]),
  );
}

function turnRound(pairs: Pairs): Pairs {
  const turned = new Map<Term, Term[]>();
  for (const [term, others] of pairs) {
    for (const other of others) {
      const list = turned.get(other);
      if (list === undefined) turned.set(other, [term]);
      else list.push(term);
    }
  }
  return turned;
}

/** True for a soft denial (`stop`, `fail`) that the other side has as a word: then the words are compared, not it. */
function isOnlyAWord({ at, isSoft }: Negation, statement: Statement, pairs: Pairs): boolean {
  if (!isSoft) return false;
  const own = statement.terms.find((term) => term.at === at);
  return own !== undefined && (pairs.get(own) ?? []).some((other) => other.keys[0] === own.keys[0]);
}

/** True when the other side has the denied words and denies none of them. */
function disagrees(scope: readonly Term[], pairs: Pairs, least: number, isClose: boolean): boolean {
  const denied = scope.filter(({ weight }) => weight >= LEAST_WEIGHT).slice(0, 3);
  const paired = denied.filter((term) => (pairs.get(term) ?? []).length > 0);
  if (paired.length === 0 || paired.length < Math.min(least, denied.length)) return false;
  // In other words, the denied word itself has to stand on both sides.
  if (!isClose && !(denied[0] !== undefined && hasSameStem(denied[0], pairs))) return false;
  // Where the words are the source's own, the word next to the denial is the one that is denied.
  return !agrees(isClose ? paired.slice(0, 1) : paired, pairs);
}

function hasSameStem(term: Term, pairs: Pairs): boolean {
  return (pairs.get(term) ?? []).some(({ keys }) => keys[0] === term.keys[0]);
}

function agrees(scope: readonly Term[], pairs: Pairs): boolean {
  return scope.some((term) =>
    (pairs.get(term) ?? []).some(
      (other) => other.isNegated || other.isSoftlyNegated || isOpposite(term, other),
    ),
  );
}

/** `cheap` against `expensive`. */
function isOpposite(one: Term, other: Term): boolean {
  for (const [axis, pole] of one.poles) if (other.poles.get(axis) === -pole) return true;
  return false;
}

function clip(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 157)}…`;
}

function finding(reason: string): Finding {
  return { fault: 'negation', isContradiction: true, reason };
}
