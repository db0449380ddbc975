import { checkSentence } from '../../core/support/check-sentence.ts';
import { passagesOf } from '../../core/support/check-support.ts';
import { statesNothing } from '../../core/support/states-nothing.ts';
import type { JudgeSentences, Judgement } from './judge-sentences.ts';

const NOTHING: Judgement = { verdict: 'supported', reason: 'It states nothing.' };

/** Holds each sentence to the passages of the sources that it cites, as a run does with what it has written. */
export const judgeBySupport: JudgeSentences = (sentences, dossier, language) => {
  const sources = new Map(dossier.sources.map((source) => [source.id, source]));
  return sentences.map(({ text, citations }) =>
    statesNothing(text, language)
      ? NOTHING
      : checkSentence(text, passagesOf(citations, sources), language),
  );
};
