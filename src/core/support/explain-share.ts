import { asShare, isClose, isShare, pairsOf } from './number-values.ts';
import type { Quantity } from './quantity.ts';

/** How far beyond a bound a share is still told by it. */
const BEYOND = 0.04;

/** `over a third` may be 40 percent. */
const BEYOND_PART = 0.12;

/** The same part, the rest of the whole, or a part that two counts make. */
export function isShareOf(
  share: number,
  quantity: Quantity,
  numbers: readonly Quantity[],
  isFree: boolean,
  isMore: boolean,
): boolean {
  const slack = quantity.isRounded === true ? 0.04 : quantity.isPart === true ? 0.012 : 0.006;
  const isNear = (other: number) =>
    Math.abs(share - other) <= slack ||
    // `over 80 percent` for 82
    (quantity.bound === Math.sign(other - share) &&
      Math.abs(share - other) <= (quantity.isPart === true ? BEYOND_PART : BEYOND));
  for (const number of numbers) {
    const [value = 0] = number.values;
    if (isShare(number)) {
      const other = asShare(value, number);
      if (isNear(other) || isNear(1 - other) || isNear(1 + other)) return true;
      // `exceed by 18 percent` for `cover 118 percent`
      if (other > 1 && isMore && isNear(other - 1)) return true;
    }
    // Doubled is 100 percent more.
    if (number.unit === 'times' && isNear(value - 1)) return true;
    if (isFree && number.unit === 'times' && (isNear(1 / value) || isNear(1 - 1 / value)))
      return true;
  }
  return pairsOf(numbers.filter((number) => !isShare(number))).some(
    ([small, large]) =>
      isNear(small / large) || isNear(1 - small / large) || isNear(large / small - 1),
  );
}

/** How many times one number is the other, or what another word for it says: `twice` for `half`. */
export function isRatio(
  value: number,
  { bound }: Quantity,
  numbers: readonly Quantity[],
  isFree: boolean,
): boolean {
  return (
    (isFree &&
      numbers.some(
        (number) => isShare(number) && isClose(value, 1 / asShare(number.values[0] ?? 0, number)),
      )) ||
    pairsOf(numbers).some(([small, large]) => {
      const beyond = (large / small - value) * (bound ?? 0);
      // `more than twice` for 2.5 times
      return isClose(value, large / small, 0.08) || (beyond > 0 && beyond < 1);
    })
  );
}
