import type { WritingEstimate } from './summary.ts';

/** Tokens of an article and of what its writer is sent, as far as they can be told beforehand. */
export const ARTICLE_TOKENS = {
  /** Of the answer: English prose takes 1.3 tokens a word; the JSON around it and the ids of sources the rest. */
  perWord: 1.6,
  /** Rules, schema and the article's own instructions. */
  instructions: 1200,
  /** Passages of one web page that are worth keeping. */
  perSource: 1250,
  /** An answer with its reasoning that is longer is rare. */
  longAnswer: 6000,
} as const;

/** What writing one article will probably take, before its sources are known: one call, no repair, no reasoning. */
export function expectedWriting(article: {
  words: { minimum: number; maximum: number };
  maxSources: number;
  maxSourceTokens: number;
  maxOutputTokens: number;
}): WritingEstimate {
  const { words, maxSources, maxSourceTokens, maxOutputTokens } = article;
  const { perWord, perSource, instructions } = ARTICLE_TOKENS;
  const answer = Math.round(((words.minimum + words.maximum) / 2) * perWord);
  return {
    calls: 1,
    inputTokens: instructions + Math.min(maxSourceTokens, maxSources * perSource),
    outputTokens: Math.min(maxOutputTokens, answer),
  };
}
