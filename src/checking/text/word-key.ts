import { stemWord } from '../../core/text/stem-word.ts';

/** Endings of plurals and cases in German, French, Spanish, Portuguese, Italian and Dutch; one is cut. */
const ENDING = /(?:e[mnrs]|[aeio]s|[aeinosx])$/u;

/**
 * What two forms of a word share: the stem for English; for other languages the lower-case word without marks on its
 * letters and, where four letters stay, without a common ending. Rough, and only for asking whether a word stands in
 * a text. Expects a word of `tokenizeWords`.
 */
export function wordKey(word: string, language: string): string {
  if (/^en\b/iu.test(language)) return stemWord(word, 'en');
  const plain = word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .replaceAll('ß', 'ss')
    .normalize('NFC');
  const base = plain.replace(ENDING, '');
  return base.length >= 4 && /^[a-z]+$/u.test(plain) ? base : plain;
}
