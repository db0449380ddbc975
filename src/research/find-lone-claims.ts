import { isCategorical } from '../core/contradictions/is-categorical.ts';
import { cutText } from '../core/cut-text.ts';
import { baseLanguage } from '../core/support/base-language.ts';
import { readClaim } from '../core/support/read-claim.ts';
import { splitSentences } from '../core/text/split-sentences.ts';
import { answerTerms } from './question-terms.ts';

/** A passage with whose voice it is. */
export interface VoicedText {
  voice: number;
  text: string;
  /** Relevance, 0 to 1. */
  score: number;
}

/** Only what the best passages claim is worth a search of its own. */
const LEAST_SCORE = 0.4;
const MOST_PASSAGES = 12;
const MOST_CLAIMS = 4;
const CHARACTERS = { fewest: 30, most: 240 };
/** A passage of another voice that has so much of a claim's words, and a figure, speaks of it too. */
const SPOKEN_OF = 0.6;
const FEWEST_WORDS = 2;
const MOST_WORDS = 6;
const LONGEST_QUERY = 120;

/**
 * Claims with a figure that only one voice makes, as searches for others who speak of it: the keyword, then the words of
 * the claim without its figures. Of the best passages first, one of each. No page alone decides what is searched: the
 * keyword always leads.
 */
export function findLoneClaims(
  passages: readonly VoicedText[],
  { keyword, language }: { keyword: string; language: string },
): string[] {
  const base = baseLanguage(language);
  const best = passages
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, MOST_PASSAGES);
  const about = answerTerms(keyword, language);
  const others = passages.map(({ voice, text }) => ({
    voice,
    terms: answerTerms(text, language),
    hasFigure: /\p{N}/u.test(text),
  }));
  const queries: string[] = [];
  for (const { text, voice } of best) {
    const claim = splitSentences(text, language).find((sentence) => {
      if (sentence.text.length < CHARACTERS.fewest || sentence.text.length > CHARACTERS.most)
        return false;
      const statement = readClaim(sentence.text, base);
      if (!isCategorical(statement) || !statement.quantities.some(isFigure)) return false;
      const words = answerTerms(sentence.text, language);
      if (words.intersection(about).size < about.size / 2) return false;
      return !others.some(
        (other) =>
          other.voice !== voice &&
          other.hasFigure &&
          words.intersection(other.terms).size >= SPOKEN_OF * words.size,
      );
    });
    if (claim === undefined) continue;
    const words = readClaim(claim.text, base)
      .terms.filter(({ weight, lower }) => weight >= 0.5 && !isOf(lower, about, language))
      .map((term) => term.text)
      .slice(0, MOST_WORDS);
    if (words.length < FEWEST_WORDS) continue;
    queries.push(cutText(`${keyword}: ${words.join(' ')}`, LONGEST_QUERY));
    if (queries.length >= MOST_CLAIMS) break;
  }
  return queries;
}

function isFigure({ kind, isWeak, unit }: { kind: string; isWeak?: boolean; unit?: string }) {
  return kind === 'number' && isWeak !== true && unit !== undefined && unit !== 'ordinal';
}

function isOf(word: string, terms: ReadonlySet<string>, language: string): boolean {
  return [...answerTerms(word, language)].some((term) => terms.has(term));
}
