import { splitSentences } from '../core/text/split-sentences.ts';
import { answerTerms } from './question-terms.ts';

/** A passage as far as it may answer a question. */
export interface Answering {
  terms: ReadonlySet<string>;
  hasFigure: boolean;
}

export interface AnsweringOptions {
  keyword: string;
  language: string;
}

/** The share of a question's own words that a passage has to have, and of the keyword's. */
const OWN_SHARE = 0.75;
const KEYWORD_SHARE = 0.5;

const ASKS_FOR_FIGURE =
  /^(?:how (?:long|much|many|often|far|big|large|loud|old|fast|hot|high)|when|what does .{1,80} cost|wie (?:lange|viele?|oft|hoch|teuer|groß|laut)|wann|combien|quand|cu[aá]nt[ao]s?|cuándo)\b|\b(?:costs?|prices?|kosten|prix|precios?)\b/iu;
/** Numbers are also told in words. */
const FIGURE =
  /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|half|twice|third|quarter|hundred|thousand|zwei|drei|vier|fünf|sechs|zehn|hälfte|deux|trois|quatre|cinq|dix|moitié|dos|tres|cuatro|cinco|diez|mitad)\b/iu;

/** Reads a passage with its heading for answers: a question in it answers nothing. */
export function readAnswering(
  { text, heading = '' }: { text: string; heading?: string },
  language: string,
): Answering {
  const told = splitSentences(text, language)
    .map((sentence) => sentence.text)
    .filter((sentence) => !/[?？؟]["'”»)]*$/u.test(sentence))
    .join('\n');
  return {
    terms: told === '' ? new Set() : answerTerms(`${heading}\n${told}`, language),
    hasFigure: FIGURE.test(told),
  };
}

/**
 * Whether one of the passages answers a question: it has three quarters of the question's own words and half of those of
 * the keyword, and a figure where one is asked for.
 */
export function isAnswered(
  question: string,
  passages: readonly Answering[],
  { keyword, language }: AnsweringOptions,
): boolean {
  const about = answerTerms(keyword, language);
  const own = answerTerms(question, language).difference(about);
  const needsFigure = ASKS_FOR_FIGURE.test(question);
  return passages.some(({ terms, hasFigure }) => {
    if (needsFigure && !hasFigure) return false;
    const [mine, theirs] = [own.intersection(terms).size, about.intersection(terms).size];
    return mine >= OWN_SHARE * own.size && theirs >= KEYWORD_SHARE * about.size && terms.size > 0;
  });
}
