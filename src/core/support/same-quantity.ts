import { areUnitsAlike, exactFactor } from './lexicon/units.ts';
import type { Quantity } from './quantity.ts';

const DATE_PARTS = ['year', 'month', 'day', 'season', 'weekday'] as const;

/** True when a source's quantity bears out that of a claim: value, unit and rate. */
export function isSameQuantity(claim: Quantity, source: Quantity): boolean {
  if (isSameValue(claim, source) && isSameMeasure(claim, source)) return true;
  if (isSameRate(claim, source)) return true;
  const factor = claim.unit === source.unit ? undefined : exactFactor(claim.unit, source.unit);
  if (
    factor === undefined ||
    (claim.per !== undefined && source.per !== undefined && claim.per !== source.per)
  )
    return false;
  return isSameValue(likeliest(scale(claim, factor)), likeliest(source));
}

/** Another reading of a separator (3,600 as 3.6) would make every thousandth the same. */
function likeliest(quantity: Quantity): Quantity {
  return { ...quantity, values: quantity.values.slice(0, 1) };
}

/** `10 euros a month` for `120 euros a year`. */
function isSameRate(claim: Quantity, source: Quantity): boolean {
  if (claim.per === source.per || !areUnitsAlike(claim.unit, source.unit)) return false;
  const factor = exactFactor(source.per, claim.per);
  return factor !== undefined && isSameValue(scale(claim, factor), source);
}

/** `two weeks` as `14 days`: the same length, told in another unit. */
function scale(quantity: Quantity, factor: number): Quantity {
  const values = quantity.values.map((value) => value * factor);
  return quantity.upTo === undefined
    ? { ...quantity, values }
    : { ...quantity, values, upTo: quantity.upTo.map((value) => value * factor) };
}

/** True when value or date are the same, whatever the unit. */
export function isSameValue(claim: Quantity, source: Quantity): boolean {
  if (claim.kind === 'date' || source.kind === 'date') return isSameDate(claim, source);
  if (claim.values.length === 0) return true;
  const low = isNear(claim.values, source.values, claim, source);
  if (claim.upTo !== undefined)
    return source.upTo !== undefined && low && isNear(claim.upTo, source.upTo, claim, source);
  if (source.upTo === undefined) return low;
  // One end of the source's range: 'up to 20' of '15 to 20'.
  if (claim.bound === -1) return isNear(claim.values, source.upTo, claim, source);
  if (claim.bound === 1) return low;
  return low || isNear(claim.values, source.upTo, claim, source);
}

/** True when the units may be one, and the rates are. */
export function isSameMeasure(claim: Quantity, source: Quantity): boolean {
  if (claim.kind === 'date' || source.kind === 'date')
    return claim.unit === undefined && source.unit === undefined;
  const isShare =
    (claim.isPart && source.unit === 'percent') || (source.isPart && claim.unit === 'percent');
  if (!isShare && !areUnitsAlike(claim.unit, source.unit)) return false;
  if ((claim.unit === 'ordinal') !== (source.unit === 'ordinal')) return false;
  return claim.per === undefined || source.per === undefined || claim.per === source.per;
}

/** True when the two tell the same kind of thing, so that one may stand against the other. */
export function isRival(claim: Quantity, source: Quantity): boolean {
  if (claim.kind === 'date' || source.kind === 'date')
    return (
      claim.kind === source.kind &&
      DATE_PARTS.some((part) => claim[part] !== undefined && source[part] !== undefined)
    );
  if (source.values.length === 0 || claim.values.length === 0) return false;
  if (claim.kind !== source.kind) return false;
  const isShare = (quantity: Quantity) => quantity.isPart === true || quantity.unit === 'percent';
  if (isShare(claim) && isShare(source)) return true;
  if (claim.unit === undefined || source.unit === undefined)
    return claim.unit === source.unit && !isShare(claim) && !isShare(source);
  return areUnitsAlike(claim.unit, source.unit);
}

function isSameDate(claim: Quantity, source: Quantity): boolean {
  if (claim.kind !== source.kind) {
    const [date, number] = claim.kind === 'date' ? [claim, source] : [source, claim];
    return (
      date.year !== undefined &&
      number.values.includes(date.year) &&
      (claim.kind !== 'date' || date.month === undefined)
    );
  }
  return DATE_PARTS.every((part) => claim[part] === undefined || claim[part] === source[part]);
}

/** Equal, or nearly so where the claim rounds or parts of a whole stand for percents. */
function isNear(
  claim: readonly number[],
  source: readonly number[],
  one: Quantity,
  other: Quantity,
): boolean {
  return claim.some((left) =>
    source.some((right) => {
      let [mine, theirs] = [left, right];
      let slack = 1e-9;
      if (one.isPart !== other.isPart && (one.isPart || other.isPart)) {
        if (one.isPart && other.unit === 'percent') mine *= 100;
        else if (other.isPart && one.unit === 'percent') theirs *= 100;
        slack = one.isRounded ? 0.12 : one.isPart ? 0.02 : 0.012;
      }
      if (one.isRounded && isRounder(mine, theirs)) slack = 0.06;
      // `over 100` for 101
      if (one.bound === Math.sign(theirs - mine) && isRounder(mine, theirs)) slack = 0.06;
      return Math.abs(mine - theirs) <= slack * Math.max(Math.abs(mine), Math.abs(theirs)) + 1e-9;
    }),
  );
}

/** True when the first has fewer digits that are not zero: 1,200 for 1,187. */
function isRounder(rounded: number, exact: number): boolean {
  const digits = (value: number) =>
    String(Math.abs(value))
      .replace('.', '')
      .replace(/^0+|0+$/gu, '').length;
  return digits(rounded) < digits(exact);
}
