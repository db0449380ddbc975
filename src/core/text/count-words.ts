import { UNSPACED_SCRIPTS, tokenizeWords } from './tokenize-words.ts';

/** A quick way for most texts: what begins with a letter or digit and goes on to the next white space. */
const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const ASCII_WORDS = /[A-Za-z0-9][!-~]*/g;
const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * How many words a person would count: runs between white space that hold a letter or digit (`e-bike` is one).
 * In scripts without spaces, the words that the language's dictionary finds.
 */
export function countWords(text: string, language = 'en'): number {
  if (ASCII.test(text)) return text.match(ASCII_WORDS)?.length ?? 0;
  const isUnspaced = UNSPACED_SCRIPTS.test(text);
  let count = 0;
  for (const run of text.split(/\s+/u)) {
    if (isUnspaced && UNSPACED_SCRIPTS.test(run)) count += tokenizeWords(run, language).length;
    else if (HAS_WORD.test(run)) count += 1;
  }
  return count;
}
