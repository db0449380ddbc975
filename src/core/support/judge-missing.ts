import type { SupportFault } from '../support.ts';
import type { Alignment } from './align-claim.ts';
import type { Missing } from './missing-terms.ts';
import type { Statement } from './statement.ts';

/** Below this share of words in any cited passage, the claim is about something else. */
const LEAST_SHARE = 0.42;

/** What is wrong where words of the claim are in no cited passage; undefined where a paraphrase may explain it. */
export function judgeMissing(
  claim: Statement,
  missing: Missing,
  alignment: Alignment,
): { fault: SupportFault; reason: string } | undefined {
  if (alignment.passage === -1 || missing.inPassages < LEAST_SHARE)
    return { fault: 'source', reason: 'No cited passage speaks of this.' };
  if (missing.inWindow < LEAST_SHARE - 0.12) return { fault: 'source', reason: 'No sentence of the source says this.' };
  if (missing.runWeight >= 1.9 || missing.weight >= 0.34 * missing.total) {
    const words = missing.longestRun.map(({ text }) => text).join(' … ');
    return { fault: 'detail', reason: `No cited passage tells of “${words}”.` };
  }
  return undefined;
}
