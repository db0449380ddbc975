import type { Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { explainQuantity } from './explain-quantity.ts';
import { isRestOf } from './number-values.ts';
import type { Quantity } from './quantity.ts';
import type { Candidate } from './quantity-candidates.ts';
import { isSameDuration } from './same-duration.ts';
import { isSameMeasure, isSameQuantity, isSameValue } from './same-quantity.ts';
import type { Statement } from './statement.ts';
import { isTurnedAround } from './turned-around.ts';

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
    (isFree && isTurnedAround(quantity, claim, alignment)) ||
    (isFree && isRank(quantity, claim, candidates)) ||
    (isFree && isBareHour(quantity, candidates)) ||
    isLoss(quantity, claim, candidates) ||
    (isDenying(claim) && isRestOfWhole(quantity, candidates)) ||
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

/** `two years running` for `a second year in a row`, `the third time` for `three times`. */
function isRank(
  quantity: Quantity,
  { tokens }: Statement,
  candidates: readonly Candidate[],
): boolean {
  if (!tokens.slice(quantity.from, quantity.to + REACH).some(({ lower }) => IN_A_ROW.test(lower)))
    return false;
  return candidates.some(
    ({ inWindow, quantity: other }) =>
      inWindow &&
      (quantity.unit === 'ordinal') !== (other.unit === 'ordinal') &&
      isSameValue(quantity, other),
  );
}

const IN_A_ROW = /^(?:running|row|consecutive|successive|succession|time|times)$/u;
const REACH = 5;

/** `ten in the morning` for `by 10`. */
function isBareHour({ kind, values }: Quantity, candidates: readonly Candidate[]): boolean {
  const hours = (values[0] ?? 0) / 60;
  return (
    kind === 'clock' &&
    candidates.some(
      ({ inWindow, quantity: other }) =>
        inWindow &&
        other.kind === 'number' &&
        other.unit === undefined &&
        other.isPart !== true &&
        (other.values[0] === hours || other.values[0] === hours - 12),
    )
  );
}

/** `lost 6 percent`, `4 degrees below zero`: a number below zero told as what is lost. */
function isLoss(
  quantity: Quantity,
  { terms, tokens }: Statement,
  candidates: readonly Candidate[],
): boolean {
  const [value = 0] = quantity.values;
  const isTold =
    tokens
      .slice(quantity.to, quantity.to + 2)
      .some(({ lower }) => /^(?:below|under)$/u.test(lower)) ||
    terms.some(
      ({ at, lower }) => at < quantity.from && at >= quantity.from - REACH && LOSS.test(lower),
    );
  if (value <= 0 || quantity.upTo !== undefined || !isTold) return false;
  const negative = { ...quantity, values: [-value] };
  return candidates.some(({ quantity: other }) => isSameQuantity(negative, other));
}

const LOSS =
  /^(?:los(?:e|es|t|ing|s|ses)|fell|fall(?:s|en|ing)?|shrank|shrinks?|shrunk|declined?|declines|dropp?(?:s|ed)?|contracted|deficit|verlor(?:en)?|verlust|perdu|perte|perdió|pérdida)$/u;

/** `82 percent did not` for `18 percent did`. */
function isRestOfWhole(quantity: Quantity, candidates: readonly Candidate[]): boolean {
  return candidates.some(({ inWindow, quantity: other }) => inWindow && isRestOf(quantity, other));
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

/**
 * `closed from November to April` for `open from May to October`: months that the source leaves out, in a claim that denies,
 * or that has the opposite of a word of the source.
 */
export function isOutOfSeason(
  { month, day, year }: Quantity,
  claim: Statement,
  { statements, closeness }: Alignment,
): boolean {
  if (month === undefined || day !== undefined || year !== undefined || closeness >= CLOSE)
    return false;
  return statements.some((statement) => {
    const [first, last, ...more] = statement.quantities.flatMap((each) => each.month ?? []);
    if (first === undefined || last === undefined || more.length > 0) return false;
    const isOut = first <= last ? month < first || month > last : month < first && month > last;
    return isOut && (isDenying(claim) !== isDenying(statement) || hasOpposite(claim, statement));
  });
}

function isDenying({ negations }: Statement): boolean {
  return negations.filter(({ isSoft }) => !isSoft).length % 2 === 1;
}

function hasOpposite({ terms }: Statement, source: Statement): boolean {
  const poles = new Set(
    source.terms.flatMap((term) => [...term.poles].map(([axis, pole]) => `${axis} ${pole}`)),
  );
  return terms.some((term) =>
    [...term.poles].some(([axis, pole]) => poles.has(`${axis} ${-pole}`)),
  );
}

/** `even in winter`: a season that stands against no other is a word like others. */
export function isSeason({ season, year, month }: Quantity): boolean {
  return season !== undefined && year === undefined && month === undefined;
}
