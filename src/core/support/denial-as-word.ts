import { isOpposite, type Pairs } from './paired-terms.ts';
import type { Negation, Statement } from './statement.ts';

const SELDOM = /^(?:rarely|seldom|hardly|infrequently|selten|kaum|rarement|raramente)$/u;

/** True for a soft denial (`stop`, `fail`) that the other side has as a word: then the words are compared, not it. */
export function isOnlyAWord({ at, isSoft }: Negation, statement: Statement, pairs: Pairs): boolean {
  if (!isSoft) return false;
  const own = statement.terms.find((term) => term.at === at);
  return own !== undefined && (pairs.get(own) ?? []).some((other) => other.keys[0] === own.keys[0]);
}

/** `seldom` against `often` or `rare`: opposite words, which are compared as such. */
export function isOppositeWord({ at }: Negation, statement: Statement, pairs: Pairs): boolean {
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
