import type { SupportFault } from '../support.ts';
import type { Finding } from './finding.ts';
import type { Quantity } from './quantity.ts';

/** The source tells another number, unit or date in the place of the claim's. */
export function otherQuantity(fault: SupportFault, source: Quantity, claim: Quantity): Finding {
  return {
    fault,
    isContradiction: true,
    reason: `The source says ${source.text}, not ${claim.text}.`,
  };
}
