import { readTerms } from '../terms.ts';

const LONGEST_WORDS = 5;
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

/** Words that stand in both texts one behind the other, as the first one writes them. */
export interface SharedPhrase {
  text: string;
  terms: readonly string[];
}

/**
 * The longest run of words that both texts hold and that begins and ends with a word of its own meaning; of equal ones
 * the first. Undefined when they share none of two such words.
 */
export function sharedPhrase(
  left: string,
  right: string,
  language: string,
): SharedPhrase | undefined {
  const words = [...left.matchAll(WORD)];
  const other = ` ${[...right.matchAll(WORD)].map((word) => plainWord(word[0])).join(' ')} `;
  for (let count = Math.min(LONGEST_WORDS, words.length); count >= 1; count -= 1) {
    for (let first = 0; first + count <= words.length; first += 1) {
      const run = words.slice(first, first + count);
      // One word is a name only when it is a compound: `self-discharge`.
      if (count === 1 && !isCompound(run[0]?.[0] ?? '', right)) continue;
      const key = run.map((word) => plainWord(word[0])).join(' ');
      if (!other.includes(` ${key} `)) continue;
      const [head, last] = [run[0], run.at(-1)];
      if (head === undefined || last === undefined) continue;
      if (!carriesMeaning(head[0], language) || !carriesMeaning(last[0], language)) continue;
      const text = left.slice(head.index, last.index + last[0].length);
      // What stands between the words must be no border: hyphens and spaces only.
      if (/[^\p{L}\p{N}\p{M}\s'’-]/u.test(text)) continue;
      return { text, terms: readTerms(text, language) };
    }
  }
  return undefined;
}

/** `hot-water` is `hot water`. */
function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('-', ' ');
}

function isCompound(word: string, other: string): boolean {
  return word.includes('-') && other.toLowerCase().includes(word.toLowerCase());
}

function carriesMeaning(word: string, language: string): boolean {
  return /\p{L}{2}/u.test(word) && readTerms(word, language).length > 0;
}
