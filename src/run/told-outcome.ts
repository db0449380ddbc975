import type { ItemOutcome, KeptOutcome } from '../core/summary.ts';

/** An item's fate as it is told: without what only the ledger needs. */
export function toldOutcome({ linkCandidates: _candidates, ...told }: KeptOutcome): ItemOutcome {
  return told;
}
