import type { Quantity } from '../support/quantity.ts';
import { isSameQuantity } from '../support/same-quantity.ts';
import type { Statement } from '../support/statement.ts';
import { measuredSpan } from './measured-span.ts';

/** Two figures this near to each other are one, told with more or less care. */
const APART = 1.15;
/** Percentages have to be so many points apart as well. */
const POINTS_APART = 4;
/** Figures further apart are of different things. */
const FURTHEST = 12;

/** The figures of two sentences, paired. */
export interface FigurePairs {
  /** Pairs of one kind that differ, however little. */
  differing: readonly (readonly [left: Quantity, right: Quantity])[];
  /** How many of one sentence have no counterpart in the other. */
  unpaired: number;
}

/** Pairs the figures of two sentences: first those that are the same, then those that are of one kind. */
export function pairFigures(left: Statement, right: Statement): FigurePairs {
  const mine = figuresOf(left);
  const theirs = new Set(figuresOf(right));
  const open: Quantity[] = [];
  for (const figure of mine) {
    const same = [...theirs].find((other) => isAgreed(figure, other));
    if (same === undefined) open.push(figure);
    else theirs.delete(same);
  }
  const differing: [Quantity, Quantity][] = [];
  let unpaired = 0;
  for (const figure of open) {
    const rivals = [...theirs].filter(
      (other) => measuredSpan(figure, other, true) !== undefined && figure.kind === other.kind,
    );
    const [rival] = rivals;
    // Which of several is meant is not known.
    if (rival === undefined || rivals.length > 1) {
      unpaired++;
      continue;
    }
    theirs.delete(rival);
    differing.push([figure, rival]);
  }
  return { differing, unpaired: unpaired + theirs.size };
}

/** True where no number fits both figures, by more than rounding explains. */
export function areApart(left: Quantity, right: Quantity): boolean {
  // `at least 20` against `at least 10`: two limits of one thing.
  const areLimits = left.bound !== undefined && left.bound === right.bound;
  const mine = measuredSpan(left, right, areLimits);
  const theirs = measuredSpan(right, right, areLimits);
  if (mine === undefined || theirs === undefined) return false;
  const [lower, upper] = mine.low <= theirs.low ? [mine, theirs] : [theirs, mine];
  const [end, begin] = [lower.high, upper.low];
  if (end >= begin) return false;
  // Temperatures have no natural zero: a tenth of a degree below it is no other sign.
  if (/^(?:celsius|fahrenheit|degree)$/u.test(right.unit ?? '')) return begin - end >= 4;
  if (end <= 0 || begin > end * FURTHEST || begin < end * APART) return false;
  return right.unit !== 'percent' || begin - end >= POINTS_APART;
}

/** Numbers that a sentence means as figures, with the rate that stands apart from them. */
function figuresOf({ quantities }: Statement): Quantity[] {
  const strong = quantities.filter(
    ({ kind, isWeak, unit, values }) =>
      kind === 'number' && isWeak !== true && unit !== 'ordinal' && values.length > 0,
  );
  const rates = quantities.filter(({ isWeak, per }) => isWeak === true && per !== undefined);
  const [rate] = rates;
  const [only] = strong;
  // `60,000 litres of rainwater a year`
  if (strong.length === 1 && rates.length === 1 && only?.per === undefined && only !== undefined)
    return [{ ...only, ...(rate?.per === undefined ? {} : { per: rate.per }) }];
  return strong;
}

function isAgreed(left: Quantity, right: Quantity): boolean {
  return left.bound === right.bound && isSameQuantity(left, right) && isSameQuantity(right, left);
}
