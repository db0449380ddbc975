import type { CitedSentence } from '../../checking/cited-sentences.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { SentenceSupport } from '../../core/support.ts';

/** What is said of one sentence. */
export type Judgement = Pick<SentenceSupport, 'verdict' | 'reason'>;

/** Tells of each sentence, in the same order, how far the passages of the sources it cites bear it out. */
export type JudgeSentences = (
  sentences: readonly CitedSentence[],
  dossier: Dossier,
  language: string,
) => readonly Judgement[];
