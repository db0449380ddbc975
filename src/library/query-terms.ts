import { cleanText } from '../core/text/clean-text.ts';
import { stemWord } from '../core/text/stem-word.ts';
import { isStopWord } from '../core/text/stop-words.ts';
import { tokenizeWords, UNSPACED_SCRIPTS } from '../core/text/tokenize-words.ts';
import { indexText } from './index-text.ts';

/** A word, a compound or two neighbouring words of a query. */
export interface QueryTerm {
  /** For FTS5: quoted, so that nothing in it is an operator. */
  expression: string;
  /** How much it tells about the topic, 0 to 1. */
  weight: number;
  /** False for numbers and for words of questions about anything: they name no topic. */
  isSpecific: boolean;
  /** Two words side by side: a sign of the topic where the library has them, no lack where it has not. */
  isPhrase: boolean;
}

/** Words of questions about anything: a text that has them alone is not about the topic. */
const GENERAL_WORDS = new Set(
  `advantage avoid bad basics beginner benefit best better choose common comparison compare complete cost difference
  day different does easy effective example expect expert explained fact figure find first general give go good guide help hour idea important improve influence
  key know last learn long look main make mean minute mistake month much need new overview people point popular possible problem pros
  cons question quick reason recommend right simple start step take thing time tip top try type understand use useful versus vs want
  way week well work worth wrong year`
    .split(/\s+/u)
    .map((word) => stemWord(word)),
);
const GENERAL_WEIGHT = 0.2;

/** General words that name something together: `first week`. */
const TIME_WORDS = new Set(
  ['first', 'last', 'hour', 'day', 'week', 'month', 'year'].map((word) => stemWord(word)),
);

/** Counts and years go with any topic. */
const NUMBER =
  /^(?:[\p{N}.,'’‑‐-]+(?:st|nd|rd|th|s)?|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)$/u;

/** More terms tell no more about what a text is about. */
const MAX_TERMS = 32;

const HYPHEN = /[-‐‑]/gu;

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
  const add = (key: string, term: QueryTerm): void => {
    if (!terms.has(key) && terms.size < MAX_TERMS) terms.set(key, term);
  };
  words.forEach((word, index) => {
    if (!isTopic(word)) return;
    const isSpecific = namesTopic(word);
    const weight = weightOf(word);
    add(stemOf(word), { expression: expressionOf(word), weight, isSpecific, isPhrase: false });
    const before = words[index - 1];
    if (before === undefined || !isTopic(before)) return;
    const phrase = quote(`${before} ${word}`);
    add(`${stemOf(before)} ${stemOf(word)}`, {
      expression: phrase,
      weight,
      isSpecific: (isSpecific && namesTopic(before)) || (isTime(word) && isTime(before)),
      isPhrase: true,
    });
  });
  return [...terms.values()];
}

function namesTopic(word: string): boolean {
  return !NUMBER.test(word) && !GENERAL_WORDS.has(stemOf(word));
}

function isTime(word: string): boolean {
  return TIME_WORDS.has(stemOf(word));
}

function weightOf(word: string): number {
  if (NUMBER.test(word)) return 0;
  return GENERAL_WORDS.has(stemOf(word)) ? GENERAL_WEIGHT : 1;
}

function stemOf(word: string): string {
  return word
    .split(HYPHEN)
    .map((part) => stemWord(part))
    .join('-');
}

function expressionOf(word: string): string {
  // Particles follow Korean nouns without a space.
  if (/\p{Script=Hangul}$/u.test(word)) return `${quote(word)} *`;
  const joined = word.replaceAll(HYPHEN, '');
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
