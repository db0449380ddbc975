import { cleanText } from '../core/text/clean-text.ts';
import { stemWord } from '../core/text/stem-word.ts';
import { isStopWord } from '../core/text/stop-words.ts';
import { tokenizeWords, UNSPACED_SCRIPTS } from '../core/text/tokenize-words.ts';
import { indexText } from './index-text.ts';

/** One word or compound of a query. */
export interface QueryTerm {
  /** For FTS5: quoted, so that nothing in it is an operator. */
  expression: string;
  /** The term followed by the next word of the query, when they stand side by side. */
  phrase?: string;
}

/** More terms tell no more about what a text is about. */
const MAX_TERMS = 32;

/** Letters and digits with the marks that join them: `e-bike`, `don't`, `3.5`. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-‐‑'’.,][\p{L}\p{N}\p{M}]+)*/gu;

/** The terms of a query without function words of English or the given languages, each once. */
export function queryTerms(query: string, languages: readonly string[]): QueryTerm[] {
  const words = [...cleanText(query).normalize('NFKC').toLowerCase().matchAll(WORD)].flatMap(
    ([word]) => (UNSPACED_SCRIPTS.test(word) ? unspacedWords(word) : [word]),
  );
  const known = ['en', ...languages];
  const isTopic = (word: string): boolean => !known.some((language) => isStopWord(word, language));
  const terms = new Map<string, QueryTerm>();
  words.forEach((word, index) => {
    const key = word
      .split(/[-‐‑]/u)
      .map((part) => stemWord(part))
      .join(' ');
    if (!isTopic(word) || terms.has(key) || terms.size >= MAX_TERMS) return;
    const next = words[index + 1];
    terms.set(key, {
      expression: expressionOf(word),
      ...(next !== undefined && isTopic(next) ? { phrase: quote(`${word} ${next}`) } : {}),
    });
  });
  return [...terms.values()];
}

function expressionOf(word: string): string {
  // Particles follow Korean nouns without a space.
  if (/\p{Script=Hangul}$/u.test(word)) return `${quote(word)} *`;
  const joined = word.replace(/[-‐‑]/gu, '');
  return joined === word ? quote(word) : `(${quote(word)} OR ${quote(joined)})`;
}

function quote(words: string): string {
  return `"${indexText(words).replaceAll('"', ' ').trim()}"`;
}

/** Words of Chinese, Japanese, Thai, …: neighbours of one character that the dictionary does not know go together. */
function unspacedWords(run: string): string[] {
  const words: string[] = [];
  let single = '';
  for (const word of tokenizeWords(run)) {
    const isSingle = word.length === 1 && UNSPACED_SCRIPTS.test(word) && !isFunctionWord(word);
    if (isSingle) {
      single += word;
      continue;
    }
    if (single !== '') words.push(single);
    single = '';
    if (!isFunctionWord(word)) words.push(word);
  }
  return single === '' ? words : [...words, single];
}

function isFunctionWord(word: string): boolean {
  return isStopWord(word, 'zh') || isStopWord(word, 'ja');
}
