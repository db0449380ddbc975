import { countEnglishSyllables, countGermanSyllables } from './count-syllables.ts';

export interface Readability {
  formula: 'Flesch' | 'Amstad' | 'LIX';
  /** Flesch and Amstad: 0 (very hard) to 100 (very easy). LIX: 20 (very easy) to 60 and more (very hard). */
  score: number;
  level: 'easy' | 'plain' | 'difficult' | 'very difficult';
}

/** Fewer words give figures by chance. */
const MIN_WORDS = 100;
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*/gu;

/**
 * How hard a text is to read; undefined for short texts and for languages that no formula here can tell about.
 *
 * English: reading ease of R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948):
 * 206.835 − 1.015 × words a sentence − 84.6 × syllables a word. German: the same by T. Amstad, "Wie verständlich sind
 * unsere Zeitungen?", Zürich 1978: 180 − words a sentence − 58.5 × syllables a word. Other languages: LIX of
 * C. H. Björnsson, "Läsbarhet", Stockholm 1968: words a sentence + percentage of words longer than six letters.
 *
 * LIX compares the lengths of words, so it is computed for languages in Latin, Cyrillic and Greek letters only: Chinese,
 * Japanese and Thai do not part words, Korean writes syllables, Arabic and Hebrew leave short vowels out and join
 * articles and pronouns to words, so that the length of a word tells nothing of how hard it is.
 */
export function readability(
  sentences: readonly string[],
  language: string,
): Readability | undefined {
  const words = sentences.flatMap((sentence) => sentence.match(WORD) ?? []);
  if (words.length < MIN_WORDS) return undefined;
  const sentenceLength = words.length / sentences.length;
  if (/^en\b/iu.test(language)) {
    const syllables = mean(words, countEnglishSyllables);
    return ease('Flesch', 206.835 - 1.015 * sentenceLength - 84.6 * syllables);
  }
  if (/^de\b/iu.test(language)) {
    const syllables = mean(words, countGermanSyllables);
    return ease('Amstad', 180 - sentenceLength - 58.5 * syllables);
  }
  const alphabetic = words.filter((word) =>
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  );
  if (alphabetic.length < words.length / 2) return undefined;
  const long = words.filter((word) => word.replace(/[^\p{L}]/gu, '').length > 6).length;
  return lix(sentenceLength + (100 * long) / words.length);
}

/** The levels are Flesch's own: below 50 is difficult, below 30 very difficult, from 70 on easy. */
function ease(formula: 'Flesch' | 'Amstad', score: number): Readability {
  if (score < 30) return { formula, score, level: 'very difficult' };
  if (score < 50) return { formula, score, level: 'difficult' };
  return { formula, score, level: score < 70 ? 'plain' : 'easy' };
}

/** Björnsson's levels: official texts are at 50 and above, technical ones at 60; newspapers at 40. */
function lix(score: number): Readability {
  if (score >= 60) return { formula: 'LIX', score, level: 'very difficult' };
  if (score >= 50) return { formula: 'LIX', score, level: 'difficult' };
  return { formula: 'LIX', score, level: score >= 40 ? 'plain' : 'easy' };
}

/** Texts repeat their words: each is counted once. */
function mean(words: readonly string[], count: (word: string) => number): number {
  const known = new Map<string, number>();
  let sum = 0;
  for (const word of words) {
    const syllables = known.get(word) ?? count(word);
    known.set(word, syllables);
    sum += syllables;
  }
  return sum / words.length;
}
