import type { Alignment } from './align-claim.ts';
import { explainClock } from './explain-clock.ts';
import { explainDate } from './explain-date.ts';
import { isRatio, isShareOf } from './explain-share.ts';
import { isProduct, isReckoned, isSpan } from './explain-sum.ts';
import { asShare, isShare } from './number-values.ts';
import type { Quantity } from './quantity.ts';
import { reckonableNumbers } from './reckonable-numbers.ts';
import type { Statement } from './statement.ts';

/** Below this closeness the sides may be turned round: twice as much is half as much seen from the other side. */
const FREE = 0.45;

const MORE = /^(?:more|exceed(?:s|ed|ing)?|above|beyond|higher|greater|surplus|over)$/u;

/**
 * True where a number of the claim follows from those of the source: a sum or difference of two in one unit, what is left
 * of a whole, a part or percentage told as counts, a multiple, a year some years before or after another.
 */
export function explainQuantity(
  quantity: Quantity,
  claim: Statement,
  alignment: Alignment,
): boolean {
  const { around, numbers } = reckonableNumbers(quantity, claim, alignment);
  if (quantity.kind === 'date') return explainDate(quantity, numbers, around);
  if (quantity.kind === 'clock') return explainClock(quantity, around);
  if (quantity.kind !== 'number' || quantity.unit === 'ordinal') return false;
  const isFree = alignment.closeness < FREE;
  const isMore = claim.tokens.some(({ lower }) => MORE.test(lower));
  const values = quantity.upTo === undefined ? quantity.values : [];
  return values.some(
    (value) =>
      (isShare(quantity) &&
        isShareOf(asShare(value, quantity), quantity, numbers, isFree, isMore)) ||
      (quantity.unit === 'times' && isRatio(value, quantity, numbers, isFree)) ||
      isReckoned(value, quantity, [...numbers, ...claim.quantities]) ||
      isProduct(value, quantity, around) ||
      isSpan(value, quantity, numbers),
  );
}
