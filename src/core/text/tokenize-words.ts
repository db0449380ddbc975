import { segmenter } from './segmenter.ts';

/** Scripts that are written without spaces between words. */
export const UNSPACED_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Letters and digits, joined by a mark that stands between two of them: `don't`, `3.5`, `10,000`, `u.s`. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['.,][\p{L}\p{N}\p{M}]+)*/gu;

/** The same for plain ASCII, as most texts are, and many times faster. */
const ASCII_WORD = /[a-z0-9]+(?:['.,][a-z0-9]+)*/g;
const ASCII = /^[\x00-\x7f]*$/;

/**
 * The words of a text in reading order, lower-cased and NFKC, without punctuation. Hyphens part words (`e-bike` is
 * two); a comma joins digits only. Scripts without spaces are cut by the dictionary of `Intl.Segmenter`.
 */
export function tokenizeWords(text: string, language = 'en'): string[] {
  if (ASCII.test(text)) return cutAtCommas(text.toLowerCase().match(ASCII_WORD) ?? []);
  const normal = text.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  if (!UNSPACED_SCRIPTS.test(normal)) return cutAtCommas(normal.match(WORD) ?? []);
  const words: string[] = [];
  for (const part of segmenter(language, 'word').segment(normal)) {
    if (part.isWordLike === true) words.push(part.segment);
  }
  return words;
}

/** `a,b` is two words, `10,000` is one. */
function cutAtCommas(words: string[]): string[] {
  if (!words.some((word) => word.includes(','))) return words;
  return words.flatMap((word) => word.split(/(?<!\d),|,(?!\d)/u));
}
