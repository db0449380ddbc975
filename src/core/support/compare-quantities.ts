import { isLookedFor, type Alignment } from './align-claim.ts';
import { CLOSE } from './closeness.ts';
import { compareBounds } from './compare-bounds.ts';
import { compareWeakQuantity } from './compare-weak-quantity.ts';
import type { Finding } from './finding.ts';
import { isImplied, isOutOfSeason, isSeason } from './implied-quantity.ts';
import { mayBeMistaken } from './lexicon/units.ts';
import type { Quantity } from './quantity.ts';
import { candidatesFor, isClearly } from './quantity-candidates.ts';
import { otherQuantity } from './quantity-finding.ts';
import { isRival, isSameMeasure, isSameQuantity, isSameValue } from './same-quantity.ts';
import type { Statement } from './statement.ts';
import { strongest } from './strongest.ts';

/** Checks every number and date of a claim against those of its passages; the first that fails, or undefined. */
export function compareQuantities(claim: Statement, alignment: Alignment): Finding | undefined {
  for (const quantity of claim.quantities) {
    const finding = isLookedFor(quantity)
      ? compareQuantity(claim, quantity, alignment)
      : compareWeakQuantity(claim, quantity, alignment);
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
      return otherQuantity(fault, rival.quantity, quantity);
    return best === undefined
      ? undefined
      : compareBounds(quantity, best.quantity, claim, alignment);
  }
  if (isImplied(quantity, claim, alignment, candidates)) return undefined;
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
    return otherQuantity('unit', otherUnit.quantity, quantity);
  if (isOutOfSeason(quantity, claim, alignment)) return undefined;
  const rival = strongest(rivals);
  if (rival !== undefined && (rival.inWindow || rival.likeness > 0.3))
    return otherQuantity(fault, rival.quantity, quantity);
  if (isSeason(quantity) || (quantity.unit === 'ordinal' && alignment.closeness < CLOSE))
    return undefined;
  return { fault, isContradiction: false, reason: `No cited passage says ${quantity.text}.` };
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

/** True when the claim tells the other quantity as well: then it is no rival for this one. */
function isTold(claim: Statement, other: Quantity): boolean {
  return claim.quantities.some((quantity) => isSameQuantity(quantity, other));
}
