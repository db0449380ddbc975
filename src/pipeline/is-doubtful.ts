import type { Verdict } from '../core/support.ts';

/** A sentence of this verdict may not stand in an article as it is. */
export function isDoubtful(verdict: Verdict): boolean {
  return verdict === 'unsupported' || verdict === 'contradicted';
}
