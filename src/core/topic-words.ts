import { isStopWord } from './text/stop-words.ts';
import { stemWord } from './text/stem-word.ts';
import { tokenizeWords } from './text/tokenize-words.ts';

/** Function words that turn the question round: `why` is not `how`, `without` is not `with`. */
const TELLING = new Set(
  'after against before from no nor not or over than under versus vs when where which who whose why without'.split(
    ' ',
  ),
);

/** What a keyword asks for: the stems of its words, their order and all words without a topic left aside. */
export function topicWords(keyword: string, language: string): ReadonlySet<string> {
  return new Set(topicTokens(keyword, language).map((word) => stemWord(word, language)));
}

/** The words of a keyword that have a topic, in lower case and in their order. */
export function topicTokens(keyword: string, language: string): string[] {
  const words = tokenizeWords(keyword, language);
  return words.filter((word) => TELLING.has(word) || !isStopWord(word, language));
}
