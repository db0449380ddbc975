import { UNSPACED_SCRIPTS, tokenizeWords } from './tokenize-words.ts';

const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * How many words a person would count: runs between white space that hold a letter or digit (`e-bike` is one).
 * In scripts without spaces, the words that the language's dictionary finds.
 */
export function countWords(text: string, language = 'en'): number {
  const quick = countAsciiWords(text);
  if (quick !== undefined) return quick;
  const isUnspaced = UNSPACED_SCRIPTS.test(text);
  let count = 0;
  for (const run of text.split(/\s+/u)) {
    if (isUnspaced && UNSPACED_SCRIPTS.test(run)) count += tokenizeWords(run, language).length;
    else if (HAS_WORD.test(run)) count += 1;
  }
  return count;
}

/** The same for plain ASCII, as most texts are, and many times faster; undefined for all others. */
function countAsciiWords(text: string): number | undefined {
  let count = 0;
  let isCounted = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 126) return undefined;
    if (code <= 32) isCounted = false;
    else if (!isCounted && isAsciiLetterOrDigit(code)) {
      isCounted = true;
      count++;
    }
  }
  return count;
}

function isAsciiLetterOrDigit(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 122);
}
