import { isStopWord } from '../../core/text/stop-words.ts';
import { UNSPACED_SCRIPTS, tokenizeWords } from '../../core/text/tokenize-words.ts';
import { wordKey } from './word-key.ts';

/** The words of a keyword that carry its topic, ready to be looked for in texts. */
export interface KeywordTerms {
  language: string;
  /** Each once. */
  keys: readonly string[];
  /** Written without spaces: its words are looked for as parts of the text. */
  isUnspaced: boolean;
}

/** The terms of a keyword; undefined where it has no word. */
export function keywordTerms(keyword: string, language: string): KeywordTerms | undefined {
  const keys = [...new Set(topicKeys(keyword, language))];
  if (keys.length === 0) return undefined;
  return { language, keys, isUnspaced: UNSPACED_SCRIPTS.test(keyword) };
}

/** Which share of a keyword's words stands in a text, 0 to 1, in whatever order and form. */
export function keywordCoverage(terms: KeywordTerms, text: string): number {
  const { keys, isUnspaced, language } = terms;
  const plain = isUnspaced ? withoutSpaces(text) : '';
  const present = isUnspaced ? undefined : new Set(allKeys(text, language));
  const found = keys.filter((key) => present?.has(key) ?? plain.includes(key));
  return found.length / keys.length;
}

/**
 * How often a keyword stands in texts: all of its words close together, in any order and form. A word of the text
 * counts for one place only.
 */
export function countKeyword(terms: KeywordTerms, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + countIn(terms, text), 0);
}

function countIn({ keys, isUnspaced, language }: KeywordTerms, text: string): number {
  if (isUnspaced) {
    const plain = withoutSpaces(text);
    return Math.min(...keys.map((key) => plain.split(key).length - 1));
  }
  // Two more words may stand between for every three of the keyword, and none in a keyword of one.
  const span = keys.length === 1 ? 1 : keys.length + 1 + Math.floor(keys.length / 2);
  const wanted = new Set(keys);
  const places = new Map<string, number>();
  let count = 0;
  for (const [index, key] of topicKeys(text, language).entries()) {
    if (!wanted.has(key)) continue;
    places.set(key, index);
    const isWhole = places.size === wanted.size;
    if (!isWhole || Math.min(...places.values()) <= index - span) continue;
    count += 1;
    places.clear();
  }
  return count;
}

/** Without words that carry no topic, unless there are no others. */
function topicKeys(text: string, language: string): string[] {
  const words = tokenizeWords(text, language);
  const topics = words.filter((word) => !isStopWord(word, language));
  return (topics.length > 0 ? topics : words).map((word) => wordKey(word, language));
}

function allKeys(text: string, language: string): string[] {
  return tokenizeWords(text, language).map((word) => wordKey(word, language));
}

function withoutSpaces(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/gu, '');
}
