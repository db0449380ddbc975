import { cleanText } from '../core/text/clean-text.ts';
import { tokenizeWords } from '../core/text/tokenize-words.ts';
import { indexText } from './index-text.ts';
import { queryTerms } from './query-terms.ts';

/** More words tell no more about what is asked for. */
const MOST_WORDS = 32;

/**
 * The query for FTS5 that finds every passage with any word of a text, but for function words where there are others;
 * undefined for a text without words. All is quoted: nothing in the text is an operator.
 */
export function wordsQuery(query: string, languages: readonly string[]): string | undefined {
  const terms = queryTerms(query, languages).filter(({ isPhrase }) => !isPhrase);
  const expressions =
    terms.length > 0 ? terms.map(({ expression }) => expression) : allWords(query);
  return expressions.length === 0 ? undefined : expressions.join(' OR ');
}

function allWords(query: string): string[] {
  const words = tokenizeWords(cleanText(query).slice(0, 1000));
  return [...new Set(words)]
    .slice(0, MOST_WORDS)
    .map((word) => `"${indexText(word).replaceAll('"', ' ').trim()}"`);
}
