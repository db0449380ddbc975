import type { SupportFault } from '../support.ts';
import { isLookedFor, type Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { contextProfile } from './context-likeness.ts';
import { explainQuantity, isSameDuration } from './explain-quantity.ts';
import { mayBeMistaken } from './lexicon/units.ts';
import type { Quantity } from './quantity.ts';
import { isRival, isSameMeasure, isSameQuantity, isSameValue } from './same-quantity.ts';
import type { Statement } from './statement.ts';

/** What a comparison found against a claim. */
export interface Finding {
  fault: SupportFault;
  /** True where the source tells the opposite, false where it only does not tell it. */
  isContradiction: boolean;
  reason: string;
}

interface Candidate {
  quantity: Quantity;
  /** How alike its surroundings are, by each term of the claim, and in all. */
  profile: readonly number[];
  likeness: number;
  inWindow: boolean;
}

/** How much more of the claim has to stand nearer to another number for that to be the one that the claim should tell. */
const CLEARLY = 2;
const LEAST_DIFFERENCE = 0.2;
/** What a claim has to share with the source's words for its bounds to be compared. */
const LEAST_SHARE = 0.4;
const FREE = 0.5;

/** Checks every number and date of a claim against those of its passages; the first that fails, or undefined. */
export function compareQuantities(claim: Statement, alignment: Alignment): Finding | undefined {
  for (const quantity of claim.quantities) {
    const finding = isLookedFor(quantity)
      ? compareQuantity(claim, quantity, alignment)
      : compareWeak(claim, quantity, alignment);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

function compareQuantity(
  claim: Statement,
  quantity: Quantity,
  alignment: Alignment,
): Finding | undefined {
  const candidates = candidatesFor(claim, quantity, alignment);
  const same = candidates.filter(
    (candidate) =>
      isSameQuantity(quantity, candidate.quantity) &&
      (candidate.inWindow || candidate.likeness > 0 || isWhole(quantity, claim, alignment)),
  );
  const rivals = candidates.filter(
    (candidate) =>
      isRival(quantity, candidate.quantity) && !isSameQuantity(quantity, candidate.quantity),
  );
  const fault = quantity.kind === 'date' ? 'date' : 'number';
  if (same.length > 0) {
    const best = strongest(same);
    const rival = strongest(
      rivals.filter(({ inWindow, quantity: other }) => inWindow && !isTold(claim, other)),
    );
    const isSure =
      alignment.closeness < CLOSE &&
      (isWhole(quantity, claim, alignment) ||
        (quantity.bound !== undefined && quantity.bound === best?.quantity.bound));
    if (
      !isSure &&
      best !== undefined &&
      rival !== undefined &&
      isClearly(rival, best, alignment.closeness)
    )
      return {
        fault,
        isContradiction: true,
        reason: `The source says ${rival.quantity.text}, not ${quantity.text}.`,
      };
    return best === undefined
      ? undefined
      : compareBounds(quantity, best.quantity, claim, alignment);
  }
  if (isSameDuration(quantity, claim, alignment.statements)) return undefined;
  if (
    (alignment.closeness < CLOSE || isDifference(quantity, claim)) &&
    explainQuantity(quantity, claim, alignment)
  )
    return undefined;
  if (alignment.closeness < CLOSE && isBetweenTwo(quantity, candidates)) return undefined;
  if (isPeriodOfRate(quantity, candidates)) return undefined;
  if (isPastRange(quantity, claim, candidates)) return undefined;
  const otherUnit = strongest(
    candidates.filter(
      (candidate) =>
        candidate.quantity.values.length > 0 &&
        quantity.kind === candidate.quantity.kind &&
        isSameValue(quantity, candidate.quantity) &&
        !isSameMeasure(quantity, candidate.quantity) &&
        mayBeMistaken(quantity.unit, candidate.quantity.unit),
    ),
  );
  if (otherUnit !== undefined && otherUnit.likeness > 0)
    return {
      fault: 'unit',
      isContradiction: true,
      reason: `The source says ${otherUnit.quantity.text}, not ${quantity.text}.`,
    };
  if (isOutOfSeason(quantity, claim, alignment)) return undefined;
  const rival = strongest(rivals);
  if (rival !== undefined && (rival.inWindow || rival.likeness > 0.3))
    return {
      fault,
      isContradiction: true,
      reason: `The source says ${rival.quantity.text}, not ${quantity.text}.`,
    };
  if (isSeason(quantity) || (quantity.unit === 'ordinal' && alignment.closeness < CLOSE))
    return undefined;
  return { fault, isContradiction: false, reason: `No cited passage says ${quantity.text}.` };
}

/** `between 6 and 9` for `from 6 to 9`: both ends stand there, each by itself. */
function isBetweenTwo(quantity: Quantity, candidates: readonly Candidate[]): boolean {
  const { upTo, ...low } = quantity;
  if (upTo === undefined) return false;
  const isThere = (end: Quantity) =>
    candidates.some((candidate) => isSameQuantity(end, candidate.quantity));
  return isThere(low) && isThere({ ...low, values: upTo });
}

/** `five of the seven`: the whole may be told anywhere. */
function isWhole(
  { from, unit }: Quantity,
  { tokens }: Statement,
  { closeness }: Alignment,
): boolean {
  return (
    unit === undefined &&
    closeness < CLOSE &&
    /^(?:the|all|der|den|die|les|los|las)$/u.test(tokens[from - 1]?.lower ?? '')
  );
}

/** `closed from November to April` for `open from May to October`: months that the source leaves out, in a clause that denies. */
function isOutOfSeason(
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

/** `even in winter`: a season that stands against no other is a word like others. */
function isSeason({ season, year, month }: Quantity): boolean {
  return season !== undefined && year === undefined && month === undefined;
}

/** Compares only what tells the two apart: words that are nearer to the one than to the other. */
function isClearly(rival: Candidate, best: Candidate, closeness: number): boolean {
  let more = 0;
  let less = 0;
  for (const [index, part] of rival.profile.entries()) {
    const difference = part - (best.profile[index] ?? 0);
    if (difference > 0) more += difference;
    else less -= difference;
  }
  // Another order of words moves numbers away from their own.
  const slack = closeness < FREE ? 3 : 1;
  return more > slack * (less * CLEARLY + (best.inWindow ? LEAST_DIFFERENCE : 0.1));
}

/** `one`, `a year`, `twice`, `monthly`: a fault only where the source tells another in its place. */
function compareWeak(
  claim: Statement,
  quantity: Quantity,
  alignment: Alignment,
): Finding | undefined {
  const candidates = candidatesFor(claim, quantity, alignment).filter(({ inWindow }) => inWindow);
  const isRate = quantity.values.length === 0;
  if (isRate) {
    const rated = candidates.filter(({ quantity: other }) => other.per !== undefined);
    if (
      rated.length === 0 ||
      rated.some(
        ({ quantity: other }) =>
          other.per === quantity.per ||
          other.unit === quantity.per ||
          // `the daily course … the weekly one`
          claim.quantities.some(({ per }) => per === other.per),
      )
    )
      return undefined;
    const rival = strongest(rated);
    return {
      fault: 'unit',
      isContradiction: true,
      reason: `The source says ${rival?.quantity.text ?? ''}, not ${quantity.text}.`,
    };
  }
  if (quantity.unit === undefined) return undefined;
  if (candidates.some((candidate) => isSameQuantity(quantity, candidate.quantity)))
    return undefined;
  const rival = strongest(
    candidates.filter(
      (candidate) =>
        isRival(quantity, candidate.quantity) && candidate.quantity.unit === quantity.unit,
    ),
  );
  if (rival === undefined || rival.likeness < 0.5) return undefined;
  return {
    fault: 'number',
    isContradiction: true,
    reason: `The source says ${rival.quantity.text}, not ${quantity.text}.`,
  };
}

/** Where the source tells of those on the other side of a limit as well, a claim may tell of them. */
const OTHERS =
  /^(?:others?|rest|remaining|less|fewer|anything|übrigen|anderen|autres|otros|otras)$/u;

/** `at most` where the source says `at least`. In a claim put freely, another denial may turn the bound round. */
function compareBounds(
  quantity: Quantity,
  source: Quantity,
  claim: Statement,
  alignment: Alignment,
): Finding | undefined {
  const share = alignment.closeness;
  if (share < LEAST_SHARE) return undefined;
  const isClose = share >= CLOSE;
  const statement = alignment.statements.find(({ quantities }) => quantities.includes(source));
  const mine = boundOf(quantity, claim, isClose);
  const theirs = statement === undefined ? source.bound : boundOf(source, statement, isClose);
  if (mine === undefined || theirs === undefined || mine === theirs) return undefined;
  if (!isClose && statement?.tokens.some(({ lower }) => OTHERS.test(lower)) === true)
    return undefined;
  if (
    !isClose &&
    alignment.statements.some((other) => other !== statement && other.negations.length > 0)
  )
    return undefined;
  const words = mine === 1 ? 'an upper limit, not a lower one' : 'a lower limit, not an upper one';
  return {
    fault: quantity.bound === source.bound ? 'negation' : 'direction',
    isContradiction: true,
    reason: `In the source, ${source.text} is ${words}.`,
  };
}

/**
 * What a number bounds, a denial before it taken into account: `must not stand more than 5 cm apart` is at most 5. Undefined
 * where a denial elsewhere leaves it open: those over ten are what those up to ten leave.
 */
function boundOf(
  { bound, from, kind }: Quantity,
  { negations, clauses }: Statement,
  isClose: boolean,
): Quantity['bound'] {
  if (bound === undefined) return undefined;
  const isBefore = ({ at, isSoft }: { at: number; isSoft: boolean }) =>
    !isSoft && at < from && clauses[at] === clauses[from];
  // `not before 2026` may be `low until 2026`.
  if (!isClose && !negations.every((negation) => isBefore(negation) && kind === 'number'))
    return undefined;
  return negations.filter(isBefore).length % 2 === 1 ? (bound === 1 ? -1 : 1) : bound;
}

/** True when the claim tells the other quantity as well: then it is no rival for this one. */
function isTold(claim: Statement, other: Quantity): boolean {
  return claim.quantities.some((quantity) => isSameQuantity(quantity, other));
}

function candidatesFor(claim: Statement, quantity: Quantity, alignment: Alignment): Candidate[] {
  const at = quantity.from;
  return alignment.passages.flatMap(({ statements }, passage) =>
    statements.flatMap((statement, index) =>
      statement.quantities.map((other) => {
        const profile = contextProfile(claim, at, alignment, passage, index, other.from);
        return {
          quantity: other,
          profile,
          likeness: profile.reduce((sum, part) => sum + part, 0),
          inWindow:
            passage === alignment.passage && index >= alignment.from && index < alignment.to,
        };
      }),
    ),
  );
}

function strongest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates)
    if (best === undefined || candidate.likeness > best.likeness) best = candidate;
  return best;
}
