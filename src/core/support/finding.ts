import type { SupportFault } from '../support.ts';

/** What a comparison found against a claim. */
export interface Finding {
  fault: SupportFault;
  /** True where the source tells the opposite, false where it only does not tell it. */
  isContradiction: boolean;
  reason: string;
}
