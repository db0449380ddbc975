import type { WritingEstimate } from './summary.ts';
import {
  isShortArticle,
  sectionCount,
  wordShares,
  writingCalls,
  type WritingShape,
} from './writing-plan.ts';

/** How many tokens of sources a call of the writer is sent at most. */
export const SOURCE_TOKENS = {
  /** The plan: headings and the beginnings of the best passages. */
  outline: 3000,
  /** One section, or all answers of the FAQ. */
  part: 1600,
  /** All parts of a short article. */
  short: 3000,
} as const;

/** Tokens of an article and of what its writer is sent, as far as they can be told beforehand. */
export const ARTICLE_TOKENS = {
  /** Of an answer: English prose takes 1.3 to 1.5 tokens a word; JSON and the ids of passages the rest. */
  perWord: 2.2,
  /** Of a finished text that is read again, with its ids. */
  perWordRead: 1.9,
  /** Rules, schema, the template's instructions and the task of one call. */
  instructions: 1000,
  /** One section or question of the plan, in answers and in prompts. */
  perPlanned: 60,
  /** What the plan is told of one source. */
  perDigest: 430,
} as const;

/** What writing one article will probably take, before its sources are known: no repair, no reasoning, no revision. */
export function expectedWriting(
  shape: WritingShape,
  limits: { maxSources: number; maxSourceTokens: number; maxOutputTokens: number },
): WritingEstimate {
  const { maxSources, maxSourceTokens, maxOutputTokens } = limits;
  const { perWord, perWordRead, instructions, perPlanned, perDigest } = ARTICLE_TOKENS;
  const sections = sectionCount(shape);
  const words = wordShares(shape, sections);
  const planned = (sections + shape.faq) * perPlanned;
  const isShort = isShortArticle(shape);
  const sources = Math.min(isShort ? SOURCE_TOKENS.short : SOURCE_TOKENS.part, maxSourceTokens);
  const bodyWords = sections * words.section + shape.faq * words.answer;
  const closingWords = words.introduction + words.conclusion + 30;
  const calls = writingCalls(shape, sections);
  const digests = Math.min(SOURCE_TOKENS.outline, maxSources * perDigest, maxSourceTokens);
  const parts = calls - 2;
  const inputs = [
    instructions + digests,
    parts * (instructions + planned + sources),
    instructions + sections * words.section * perWordRead,
  ];
  const outputs = [planned, bodyWords * perWord, closingWords * perWord];
  return {
    calls,
    inputTokens: Math.round(sum(inputs)),
    outputTokens: Math.min(calls * maxOutputTokens, Math.round(sum(outputs))),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
