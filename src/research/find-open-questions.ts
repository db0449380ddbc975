import type { Contradiction, ReaderQuestion } from '../core/dossier.ts';
import { isModelInstruction } from '../core/text/is-model-instruction.ts';
import { findLoneClaims, type VoicedText } from './find-lone-claims.ts';
import { isAnswered, type Answering } from './find-answers.ts';
import { WORTH_A_SEARCH } from './find-reader-questions.ts';
import { answerTerms, questionTerms, sharedTerms } from './question-terms.ts';

/** A search that may find what the sources so far do not tell, and why. */
export interface OpenQuestion {
  question: string;
  why: 'unanswered' | 'readers' | 'contradiction' | 'lone claim';
}

/** What is known when it is asked what is still open. */
export interface KnownSoFar {
  keyword: string;
  /** BCP 47 tag. */
  language: string;
  /** What was searched already. */
  asked: readonly string[];
  /** What an article on the keyword should answer: the questions of its template. */
  wanted: readonly string[];
  readerQuestions: readonly ReaderQuestion[];
  contradictions: readonly Contradiction[];
  passages: readonly (VoicedText & Answering)[];
}

/** Two searches that share so many of their own words are one. */
const SAME_SEARCH = 0.75;
const MOST_WORDS = 6;

/**
 * What is still open, the most telling first: questions of the template that no passage answers; questions of readers that
 * several sources raise and none answers; contradictions, for a third voice to settle; claims with a figure that one voice
 * alone makes. Nothing that was searched already, in whatever words. Pure and deterministic.
 */
export function findOpenQuestions(known: KnownSoFar): OpenQuestion[] {
  const { keyword, language, wanted, passages } = known;
  const about = { keyword, language };
  const isOpen = (question: string) => !isAnswered(question, passages, about);
  const candidates: OpenQuestion[] = [
    ...wanted.filter(isOpen).map((question) => ({ question, why: 'unanswered' as const })),
    ...known.readerQuestions
      .filter(({ question, voices }) => voices >= WORTH_A_SEARCH.voices && isOpen(question))
      .map(({ question }) => ({ question, why: 'readers' as const })),
    ...known.contradictions.flatMap((contradiction) => {
      const question = searchFor(contradiction, about);
      return question === undefined ? [] : [{ question, why: 'contradiction' as const }];
    }),
    ...findLoneClaims(passages, about).map((question) => ({
      question,
      why: 'lone claim' as const,
    })),
  ];
  const rest = (text: string) =>
    questionTerms(text, language).difference(questionTerms(keyword, language));
  const taken = known.asked.map(rest);
  const texts = new Set(known.asked.map((text) => text.toLowerCase()));
  return candidates.filter(({ question }) => {
    if (isModelInstruction(question) || texts.has(question.toLowerCase())) return false;
    const terms = rest(question);
    const isAsked = taken.some((other) => sharedTerms(terms, other) >= SAME_SEARCH);
    if (isAsked) return false;
    taken.push(terms);
    texts.add(question.toLowerCase());
    return true;
  });
}

/** The keyword, and what the two sides speak of. */
function searchFor(
  { about }: Contradiction,
  { keyword, language }: { keyword: string; language: string },
): string | undefined {
  const known = answerTerms(keyword, language);
  const words = about
    .split(/\s+/u)
    .filter((word) => answerTerms(word, language).difference(known).size > 0)
    .slice(0, MOST_WORDS);
  return words.length === 0 ? undefined : `${keyword}: ${words.join(' ')}`;
}
