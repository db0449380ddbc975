import type { Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import type { Finding } from './finding.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

/** What a claim has to share with the source's words for its bounds to be compared. */
const LEAST_SHARE = 0.4;

/** Where the source tells of those on the other side of a limit as well, a claim may tell of them. */
const OTHERS =
  /^(?:others?|rest|remaining|less|fewer|anything|übrigen|anderen|autres|otros|otras)$/u;

/** `at most` where the source says `at least`. In a claim put freely, another denial may turn the bound round. */
export function compareBounds(
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
