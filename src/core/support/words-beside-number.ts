import type { Alignment } from './align-claim.ts';
import type { Quantity } from './quantity.ts';
import { isSameQuantity } from './same-quantity.ts';
import type { Statement, Term } from './statement.ts';

/** True where a word of the claim and one of the source stand beside the same number: `7 percent fewer`, `7 percent more`. */
export function isBesideSameNumber(
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

/** The numbers that a word stands beside. */
export function numbersBeside({ quantities }: Statement, { at }: Term): readonly Quantity[] {
  return quantities.filter(
    ({ from, to, isWeak }) =>
      isWeak !== true && (at - to === 0 || at - to === 1 || from - at === 1 || from - at === 2),
  );
}
