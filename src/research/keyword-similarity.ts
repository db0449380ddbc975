import { stemWord } from '../core/text/stem-word.ts';
import { isStopWord } from '../core/text/stop-words.ts';
import { tokenizeWords } from '../core/text/tokenize-words.ts';

/** How alike two keywords are in what they ask for: 0 for nothing in common, 1 for the same. */
export type KeywordSimilarity = (left: string, right: string) => number;

/** Function words that turn the question round: `why` is not `how`, `without` is not `with`. */
const TELLING = new Set(
  'after against before from no nor not or over than under versus vs when where which who whose why without'.split(
    ' ',
  ),
);

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

function topicWords(keyword: string, language: string): ReadonlySet<string> {
  const words = tokenizeWords(keyword, language);
  const telling = words.filter((word) => TELLING.has(word) || !isStopWord(word, language));
  return new Set(telling.map((word) => stemWord(word, language)));
}
