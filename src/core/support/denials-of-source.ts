import type { Alignment } from './align-claim.ts';
import type { Pairs } from './paired-terms.ts';
import type { Negation, Statement } from './statement.ts';

/** Words that say little are no ground for a contradiction. */
const LEAST_WEIGHT = 0.2;

/** They set something else aside; they do not deny what a claim tells. */
const CONTRAST = /^(?:rather|instead|unlike|statt|anstatt)$/u;

const WITHOUT = /^(?:without|ohne|sans|sin)$/u;

/** `except on Mondays` stands behind a comma. */
const EXCEPTION = /^(?:except|excluding|unless|only|außer|sauf|salvo)$/u;

/** The statement that a denial is of. */
function statementOf(negation: Negation, statements: readonly Statement[]): Statement | undefined {
  return statements.find(({ negations }) => negations.includes(negation));
}

/** True when a denial of the source stands in the clause of the words that the claim denies. */
export function isNearDenied(
  negation: Negation,
  denied: Negation | undefined,
  { statements }: Alignment,
  toSource: Pairs,
): boolean {
  const statement = statementOf(negation, statements);
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
export function isMoreThanAWord(
  negation: Negation,
  statements: readonly Statement[],
  pairs: Pairs,
): boolean {
  const statement = statementOf(negation, statements);
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

/** `with a liner … without a liner`: the claim may speak of the one that has it. */
export function isOneOfTwo({ at, scope }: Negation, statements: readonly Statement[]): boolean {
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

/** True for a denial that tells what a rule does not hold for. */
export function isException(negation: Negation, statements: readonly Statement[]): boolean {
  return EXCEPTION.test(wordOf(negation, statements));
}

/** True for `lacks`, a soft denial that says as much as a firm one where the words are the source's own. */
export function isLack(negation: Negation, statements: readonly Statement[]): boolean {
  return /^lack(?:s|ed|ing)?$/u.test(wordOf(negation, statements));
}

/** `only` of words that the claim does not have answers no denial of others. */
export function isRestriction(
  negation: Negation,
  statements: readonly Statement[],
  pairs: Pairs,
): boolean {
  return (
    /^(?:only|nur|seulement|seule?s?|solo|sólo)$/u.test(wordOf(negation, statements)) &&
    negation.scope.every((term) => (pairs.get(term) ?? []).length === 0)
  );
}

/** True for a denial that only sets something else aside: `rather than`, `unlike`. */
export function isContrast(negation: Negation, statements: readonly Statement[]): boolean {
  return CONTRAST.test(wordOf(negation, statements));
}

function wordOf(negation: Negation, statements: readonly Statement[]): string {
  return statementOf(negation, statements)?.tokens[negation.at]?.lower ?? '';
}
