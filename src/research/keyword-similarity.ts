import { isEnglish } from '../core/competing-by-meaning.ts';
import type { Alike, KeywordMeaning } from '../core/keyword-meaning.ts';
import { topicWords } from '../core/topic-words.ts';

/** How alike two keywords are in what they ask for: 0 for nothing in common, 1 for the same. */
export type KeywordSimilarity = (left: string, right: string) => number;

/** Those of a list that are like a keyword, each once, with their likeness. */
export type FindAlike = (
  keyword: string,
  others: readonly string[],
  language: string,
) => readonly Alike[] | Promise<readonly Alike[]>;

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

/** Likeness by `wordOverlap`. */
export function alikeByWords(): (...asked: Parameters<FindAlike>) => Alike[] {
  const overlaps = new Map<string, KeywordSimilarity>();
  return (keyword, others, language) => {
    const overlap = overlaps.get(language) ?? wordOverlap(language);
    overlaps.set(language, overlap);
    return others.flatMap((other, index) => {
      const likeness = overlap(keyword, other);
      return likeness > 0 ? [{ index, likeness }] : [];
    });
  };
}

/** Likeness by meaning or by words, whichever is more; of keywords in other languages than English by words. */
export function alikeByMeaning(meaning: KeywordMeaning): FindAlike {
  const byWords = alikeByWords();
  return async (keyword, others, language) => {
    const alike = new Map(
      byWords(keyword, others, language).map(({ index, likeness }) => [index, likeness]),
    );
    const [found = []] = isEnglish(language) ? await meaning.findAlike([keyword], others) : [];
    for (const { index, likeness } of found)
      alike.set(index, Math.max(likeness, alike.get(index) ?? 0));
    return [...alike].map(([index, likeness]) => ({ index, likeness }));
  };
}
