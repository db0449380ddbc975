import type { SupportFault } from '../support.ts';
import type { Alignment } from './align-claim.ts';
import type { Missing } from './missing-terms.ts';
import type { Statement } from './statement.ts';
import { verbatimShare } from './verbatim-share.ts';

/** Below this share of words in any cited passage, the claim is about something else. */
const LEAST_SHARE = 0.39;

/** What a single word of little weight may be. */
const LEAST_RUN = 0.4;

/**
 * Words of the source with a few of its own put in are judged harder than words that are all put otherwise: there a
 * missing word is more likely an addition than another word for the same.
 */
const MOST_EXCESS = 1.95;

/** What is wrong where words of the claim are in no cited passage; undefined where a paraphrase may explain it. */
export function judgeMissing(
  claim: Statement,
  missing: Missing,
  alignment: Alignment,
): { fault: SupportFault; reason: string } | undefined {
  // Numbers that stand there tell as well that it is the right source.
  const isElsewhere = alignment.coverage < LEAST_SHARE;
  if (alignment.passage === -1 || (isElsewhere && missing.inPassages < LEAST_SHARE))
    return { fault: 'source', reason: 'No cited passage speaks of this.' };
  if (isElsewhere && missing.inWindow < LEAST_SHARE - 0.12)
    return { fault: 'source', reason: 'No sentence of the source says this.' };
  const share = verbatimShare(claim, alignment.statements);
  const excess =
    missing.runWeight * (0.4 + 2.2 * share) + share + missing.weight / Math.max(missing.total, 3);
  if (missing.runWeight < LEAST_RUN || excess <= MOST_EXCESS) return undefined;
  const words = missing.longestRun.map(({ text }) => text).join(' … ');
  return { fault: 'detail', reason: `No cited passage tells of “${words}”.` };
}
