import { SIDE_REACH, type Sides } from './sides.ts';
import type { Comparison, Statement, Term } from './statement.ts';

const LACK = /^(?:without|lacking|ohne|sans|sin)$/u;

/** The one side of a comparison that lacks something: `those without`, `homes without a roof`. */
export function lackingSide(
  { tokens }: Statement,
  { by, than }: Comparison,
): 'left' | 'right' | undefined {
  const lacks = (from: number, to: number) =>
    tokens.slice(Math.max(0, from), to).some(({ lower }) => LACK.test(lower));
  const left = lacks(by.at - SIDE_REACH, by.at);
  const right = lacks(than + 1, than + SIDE_REACH);
  return left === right ? undefined : left ? 'left' : 'right';
}

/** Which side of a comparison a sentence without `than` tells of, where both speak of what lacks something. */
export function lacking(
  statement: Statement,
  term: Term,
  compared: Statement,
  comparison: Comparison,
): Sides | undefined {
  const side = lackingSide(compared, comparison);
  if (side === undefined) return undefined;
  const clause = statement.clauses[term.at];
  const lacks = statement.tokens.some(
    ({ lower }, at) => LACK.test(lower) && at < term.at && statement.clauses[at] === clause,
  );
  if (!lacks) return undefined;
  return side === 'left' ? 'straight' : 'swapped';
}
