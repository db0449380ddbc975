import { exactFactor } from '../support/lexicon/units.ts';
import type { Quantity } from '../support/quantity.ts';

const DAYS_A_MONTH = 30.44;

/** The numbers that a figure allows, both ends included; without a bound on a side, infinite there. */
export interface MeasuredSpan {
  low: number;
  high: number;
}

/**
 * The numbers that a figure allows, in the unit and rate of another: `up to 20` all below. Undefined where the one cannot
 * be told in the unit of the other.
 * @param ignoresBounds true to take the number itself, whatever it bounds.
 */
export function measuredSpan(
  quantity: Quantity,
  like: Quantity,
  ignoresBounds: boolean,
): MeasuredSpan | undefined {
  const factor = factorTo(quantity, like);
  const [first] = quantity.values;
  if (factor === undefined || first === undefined) return undefined;
  const low = first * factor;
  const high = (quantity.upTo?.[0] ?? first) * factor;
  if (ignoresBounds || quantity.bound === undefined) return { low, high };
  return quantity.bound === 1
    ? { low, high: Number.POSITIVE_INFINITY }
    : { low: Number.NEGATIVE_INFINITY, high };
}

/** What one unit and rate is in the other's. */
function factorTo(from: Quantity, to: Quantity): number | undefined {
  const [share, otherShare] = [shareFactor(from), shareFactor(to)];
  if (share !== undefined || otherShare !== undefined)
    return share === undefined || otherShare === undefined ? undefined : share / otherShare;
  const unit = from.unit === to.unit ? 1 : unitFactor(from.unit, to.unit);
  const rate = from.per === to.per ? 1 : exactFactor(to.per, from.per);
  return unit === undefined || rate === undefined ? undefined : unit * rate;
}

/** Weeks and months have no exact factor; a month is about 30.4 days. */
function unitFactor(from: string | undefined, to: string | undefined): number | undefined {
  const exact = exactFactor(from, to);
  if (exact !== undefined) return exact;
  const [days, months] = [exactFactor(from, 'day'), exactFactor('month', to)];
  if (days !== undefined && months !== undefined) return (days / DAYS_A_MONTH) * months;
  const [ownMonths, toDays] = [exactFactor(from, 'month'), exactFactor('day', to)];
  return ownMonths === undefined || toDays === undefined
    ? undefined
    : ownMonths * DAYS_A_MONTH * toDays;
}

/** Parts of a whole and percents are one measure. */
function shareFactor({ unit, isPart }: Quantity): number | undefined {
  if (unit === 'percent') return 0.01;
  return isPart === true && unit === undefined ? 1 : undefined;
}
