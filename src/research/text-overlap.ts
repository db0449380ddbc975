import { tokenizeWords } from '../core/text/tokenize-words.ts';

/** Words in a row that hardly two authors write alike. */
const WORDS_IN_A_ROW = 5;
/** Enough of a text to know a copy by. */
const MOST_WORDS = 1_200;
const MOST_CHARACTERS = 12_000;
/** Above this share of their runs, two texts are one: a mirror, a print version. */
const NEARLY_EQUAL = 0.7;
/** Texts of which the shorter stands to this share in the longer are one too: of an agency, cut, with paragraphs in between. */
const CONTAINED = 0.6;
/** A shorter text may be a quotation. */
const FEWEST_CONTAINED = 60;

/** The runs of five words of a text, as numbers. */
export type Shingles = ReadonlySet<number>;

/**
 * All runs of five words in a row, hashed (w-shingling: A. Broder, "On the resemblance and containment of documents",
 * 1997). A text of fewer words is one run.
 */
export function shinglesOf(texts: readonly string[], language: string): Shingles {
  const words: number[] = [];
  for (const text of texts) {
    // A text without measure is not worth its time.
    for (const word of tokenizeWords(text.slice(0, MOST_CHARACTERS), language))
      words.push(hashOf(word));
    if (words.length >= MOST_WORDS) break;
  }
  const shingles = new Set<number>();
  const last = Math.max(0, Math.min(words.length, MOST_WORDS) - WORDS_IN_A_ROW);
  for (let start = 0; start <= last && words.length > 0; start++) {
    let hash = 7;
    const end = Math.min(start + WORDS_IN_A_ROW, words.length);
    for (let at = start; at < end; at++) hash = Math.imul(hash, 0x01_00_01_93) ^ (words[at] ?? 0);
    shingles.add(hash);
  }
  return shingles;
}

/**
 * True for two texts of which one is a copy of the other, but for little: by the runs that they share over all their runs
 * (P. Jaccard, 1912), or over those of the shorter one, which the longer one holds.
 */
export function isNearlyEqual(left: Shingles, right: Shingles): boolean {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  const mayBeHeld = small.size >= FEWEST_CONTAINED;
  // Of sets of so different a size, the larger has too much that the smaller has not.
  if (!mayBeHeld && small.size < NEARLY_EQUAL * large.size) return false;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  const all = left.size + right.size - shared;
  return (
    (all > 0 && shared >= NEARLY_EQUAL * all) || (mayBeHeld && shared >= CONTAINED * small.size)
  );
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01_00_01_93);
  return hash;
}
