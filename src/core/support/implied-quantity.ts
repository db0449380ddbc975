import type { Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { explainQuantity, isSameDuration } from './explain-quantity.ts';
import type { Quantity } from './quantity.ts';
import type { Candidate } from './quantity-candidates.ts';
import { isSameMeasure, isSameQuantity } from './same-quantity.ts';
import type { Statement } from './statement.ts';

/** True for a quantity that the passages do not have, where those that they have tell it all the same. */
export function isImplied(
  quantity: Quantity,
  claim: Statement,
  alignment: Alignment,
  candidates: readonly Candidate[],
): boolean {
  const isFree = alignment.closeness < CLOSE;
  return (
    isSameDuration(quantity, claim, alignment.statements) ||
    ((isFree || isDifference(quantity, claim)) && explainQuantity(quantity, claim, alignment)) ||
    (isFree && isBetweenTwo(quantity, candidates)) ||
    isPeriodOfRate(quantity, candidates) ||
    isPastRange(quantity, claim, candidates)
  );
}

/** `between 6 and 9` for `from 6 to 9`: both ends stand there, each by itself. */
function isBetweenTwo(quantity: Quantity, candidates: readonly Candidate[]): boolean {
  const { upTo, ...low } = quantity;
  if (upTo === undefined) return false;
  const isThere = (end: Quantity) =>
    candidates.some((candidate) => isSameQuantity(end, candidate.quantity));
  return isThere(low) && isThere({ ...low, values: upTo });
}

/** `in one year` for `5 percent a year`. */
function isPeriodOfRate(quantity: Quantity, candidates: readonly Candidate[]): boolean {
  return (
    quantity.unit !== undefined &&
    quantity.upTo === undefined &&
    quantity.values[0] === 1 &&
    candidates.some((candidate) => candidate.inWindow && candidate.quantity.per === quantity.unit)
  );
}

/** `not longer than 18 hours`, `bitter if it takes more than 18 hours` for `12 to 18 hours`. */
function isPastRange(
  quantity: Quantity,
  { negations, tokens }: Statement,
  candidates: readonly Candidate[],
): boolean {
  if (quantity.bound !== 1 || quantity.upTo !== undefined) return false;
  if (negations.length === 0 && !tokens.some(({ lower }) => /^(?:if|when|wenn|si)$/u.test(lower)))
    return false;
  return candidates.some(
    (candidate) =>
      candidate.inWindow &&
      candidate.quantity.upTo?.some((value) => quantity.values.includes(value)) === true &&
      isSameMeasure(quantity, candidate.quantity),
  );
}

/** `12 more children`: what is reckoned stands in no source. */
function isDifference({ to }: Quantity, { tokens }: Statement): boolean {
  return /^(?:more|fewer|less|longer|shorter|higher|lower|mehr|weniger)$/u.test(
    tokens[to]?.lower ?? '',
  );
}

/** `closed from November to April` for `open from May to October`: months that the source leaves out, in a clause that denies. */
export function isOutOfSeason(
  { month, day, year, from }: Quantity,
  { negations, clauses }: Statement,
  { statements, closeness }: Alignment,
): boolean {
  if (month === undefined || day !== undefined || year !== undefined || closeness >= CLOSE)
    return false;
  if (!negations.some(({ at }) => clauses[at] === clauses[from])) return false;
  return statements.some(({ quantities }) => {
    const [first, last, ...more] = quantities.flatMap((each) => each.month ?? []);
    if (first === undefined || last === undefined || more.length > 0) return false;
    return first <= last ? month < first || month > last : month < first && month > last;
  });
}

/** `even in winter`: a season that stands against no other is a word like others. */
export function isSeason({ season, year, month }: Quantity): boolean {
  return season !== undefined && year === undefined && month === undefined;
}
