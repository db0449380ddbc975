import type { Alignment } from './align-claim.ts';
import type { Finding } from './finding.ts';
import { exactFactor } from './lexicon/units.ts';
import type { Quantity } from './quantity.ts';
import { candidatesFor, type Candidate } from './quantity-candidates.ts';
import { otherQuantity } from './quantity-finding.ts';
import { isRival, isSameQuantity } from './same-quantity.ts';
import type { Statement } from './statement.ts';
import { strongest } from './strongest.ts';

/** `one`, `a year`, `twice`, `monthly`: a fault only where the source tells another in its place. */
export function compareWeakQuantity(
  claim: Statement,
  quantity: Quantity,
  alignment: Alignment,
): Finding | undefined {
  const candidates = candidatesFor(claim, quantity, alignment).filter(({ inWindow }) => inWindow);
  const isRate = quantity.values.length === 0;
  if (isRate) {
    const rated = candidates.filter(({ quantity: other }) => other.per !== undefined);
    const rival = strongest(rated);
    if (
      rival === undefined ||
      isEvery(quantity.per, candidates) ||
      rated.some(
        ({ quantity: other }) =>
          other.per === quantity.per ||
          other.unit === quantity.per ||
          // `the daily course … the weekly one`
          claim.quantities.some(({ per }) => per === other.per),
      )
    )
      return undefined;
    return otherQuantity('unit', rival.quantity, quantity);
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
  return otherQuantity('number', rival.quantity, quantity);
}

/** `every two weeks` for `every fortnight`; a bare number may be of the unit of another: `every three weeks instead of every two`. */
function isEvery(period: string | undefined, candidates: readonly Candidate[]): boolean {
  const units = [...new Set(candidates.map(({ quantity }) => quantity.unit))];
  return candidates.some(
    ({ quantity: { kind, unit, values } }) =>
      kind === 'number' &&
      (unit === undefined ? units : [unit]).some((each) => {
        const factor = exactFactor(each, period);
        return factor !== undefined && Math.abs((values[0] ?? 0) * factor - 1) < 1e-6;
      }),
  );
}
