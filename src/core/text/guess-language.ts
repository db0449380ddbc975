import { isStopWord } from './stop-words.ts';
import { tokenizeWords } from './tokenize-words.ts';

const LANGUAGES_WITH_STOP_WORDS = ['en', 'de', 'fr', 'es'] as const;

/** Fewer words tell nothing. */
const MIN_WORDS = 12;

/** Scripts that one language alone is written in, or nearly so; Japanese before Chinese, because it uses Han too. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
];

/**
 * The language of a text as a BCP 47 tag, from its script or the share of known function words in its first 4,000
 * characters; undefined when neither is clear.
 */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 4000).toWellFormed();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) > letters * 0.2) return language;
  }
  const words = tokenizeWords(sample);
  if (words.length < MIN_WORDS) return undefined;
  const shares = LANGUAGES_WITH_STOP_WORDS.map((language) => ({
    language,
    share: words.filter((word) => isStopWord(word, language)).length / words.length,
  })).toSorted((left, right) => right.share - left.share);
  const [best, second] = shares;
  if (best === undefined || second === undefined) return undefined;
  return best.share > 0.2 && best.share > second.share * 1.5 ? best.language : undefined;
}
