import type { Alignment } from './align-claim.ts';

/** True for a place in one of the sentences that a claim is laid beside. */
export function isInWindow(
  { passage, statement }: { passage: number; statement: number },
  alignment: Pick<Alignment, 'passage' | 'from' | 'to'>,
): boolean {
  return passage === alignment.passage && statement >= alignment.from && statement < alignment.to;
}
