import { guessLanguage } from '../../src/core/text/guess-language.ts';
import { checkSentence } from '../../src/core/support/check-sentence.ts';
import type { ClaimSupport } from '../../src/core/support.ts';

/** A labelled file of pairs: passages, and claims with the fault that was planted, if any. */
export interface PairsFile {
  passages: readonly { id: string; title: string; text: string }[];
  pairs: readonly { id: string; passage: string; claim: string; label: string }[];
}

/** A pair with what the check says of it. */
export interface JudgedPair {
  id: string;
  label: string;
  claim: string;
  passage: string;
  support: Omit<ClaimSupport, 'claim'>;
  /** A planted fault that was caught, or a faithful claim that was let through. */
  isRight: boolean;
}

/** Checks every pair; a fault counts as caught when its verdict is not `supported`. */
export function runPairs({ passages, pairs }: PairsFile): JudgedPair[] {
  const cited = new Map(
    passages.map(({ id, title, text }) => [
      id,
      { sourceId: id, passageId: id, start: 0, text, heading: title },
    ]),
  );
  return pairs.map(({ id, passage, claim, label }) => {
    const source = cited.get(passage);
    if (source === undefined) throw new Error(`pair ${id}: no passage ${passage}`);
    const support = checkSentence(
      claim,
      [source],
      guessLanguage(source.text.replaceAll(/['’]/gu, ' ')) ?? 'en',
    );
    const isFaithful = label.startsWith('faithful');
    return {
      id,
      label,
      claim,
      passage,
      support,
      isRight: isFaithful === (support.verdict === 'supported'),
    };
  });
}
