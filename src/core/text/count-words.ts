import { UNSPACED_SCRIPTS, tokenizeWords } from './tokenize-words.ts';

const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * How many words a person would count: runs between white space that hold a letter or digit (`e-bike` is one).
 * In scripts without spaces, the words that the language's dictionary finds.
 */
export function countWords(text: string, language = 'en'): number {
  let count = 0;
  const isUnspaced = UNSPACED_SCRIPTS.test(text);
  for (const run of text.split(/\s+/u)) {
    if (isUnspaced && UNSPACED_SCRIPTS.test(run)) count += tokenizeWords(run, language).length;
    else if (HAS_WORD.test(run)) count += 1;
  }
  return count;
}
