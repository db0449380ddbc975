import { topicWords } from '../core/topic-words.ts';

/** How alike two keywords are in what they ask for: 0 for nothing in common, 1 for the same. */
export type KeywordSimilarity = (left: string, right: string) => number;

/**
 * The overlap of the words of two keywords, their order and endings left aside: twice the shared words over all words
 * of both (L. R. Dice, "Measures of the amount of ecologic association between species", 1945).
 */
export function wordOverlap(language: string): KeywordSimilarity {
  const known = new Map<string, ReadonlySet<string>>();
  const wordsOf = (keyword: string): ReadonlySet<string> => {
    const words = known.get(keyword) ?? topicWords(keyword, language);
    known.set(keyword, words);
    return words;
  };
  return (left, right) => {
    const [first, second] = [wordsOf(left), wordsOf(right)];
    const all = first.size + second.size;
    return all === 0 ? 0 : (2 * first.intersection(second).size) / all;
  };
}
