import { UNSPACED_SCRIPTS, tokenizeWords } from './tokenize-words.ts';

/**
 * How many words a person would count: runs between white space that hold a letter or digit (`e-bike` is one).
 * In scripts without spaces, the words that the language's dictionary finds.
 */
export function countWords(text: string, language = 'en'): number {
  let count = 0;
  for (const [run] of text.matchAll(/\S+/gu)) {
    if (UNSPACED_SCRIPTS.test(run)) count += tokenizeWords(run, language).length;
    else if (/[\p{L}\p{N}]/u.test(run)) count += 1;
  }
  return count;
}
