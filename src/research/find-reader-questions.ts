import type { ReaderQuestion } from '../core/dossier.ts';
import { foldText } from '../core/fold-text.ts';
import { isModelInstruction } from '../core/text/is-model-instruction.ts';
import { UNSPACED_SCRIPTS } from '../core/text/tokenize-words.ts';
import { createCopyFinder } from './create-copy-finder.ts';
import { groupVoices } from './group-voices.ts';
import { questionTerms, sharedTerms } from './question-terms.ts';

/** A page or document that may ask questions; its text in blocks, as `DocumentContent` describes. */
export interface AskingSource {
  url?: string;
  path?: string;
  author?: string;
  text: string;
  /** Relevance to the query that found it, 0 to 1. */
  score: number;
}

export interface ReaderQuestionOptions {
  keyword: string;
  /** What is asked already; the keyword may be among it. */
  asked: readonly string[];
  language: string;
  /** The share of the keyword's words that a question has at least; ½ where nothing is said. */
  nearness?: number;
}

/**
 * A question of readers gets a search when so many sources ask it that do not depend on each other, so that no owner alone
 * decides what is searched, and when it has so many of the keyword's words: with fewer it is only worth to be answered
 * where it comes up.
 */
export const WORTH_A_SEARCH = { voices: 2, nearness: 0.66 } as const;

/** Beyond these a question is none, or no search. */
const CHARACTERS = { fewest: 6, most: 110 };
const WORDS = { fewest: 3, most: 16 };
/** A list of questions without end is no help to its readers. */
const MOST_OF_A_SOURCE = 40;
/** Of a source, how much is looked at, and of a line with a question in it. */
const LOOKED_AT = 200_000;
const LONGEST_LINE = 3000;
const MOST_QUESTIONS = 12;
const MOST_PLACES = 5;

/** The share of the keyword's words that a question has at least, where nothing is said. */
const NEAR = 0.5;
/** Two questions that share so much of what is left without the keyword are one. */
const SAME_QUESTION = 0.75;

const QUESTION_MARK = /[?？؟]/u;
/** Headings often leave the mark out; their first words show that they ask. */
const OPENING =
  /^(?:how (?:long|much|many|often|far|(?:\p{L}+ )?(?:do|does|did|can|is|are|should|will)|to)|what (?:is|are|does|do|happens|size|kind|type)|(?:why|when) (?:do|does|did|should|is|are|can|would)|where (?:do|does|can|should|is|are)|which|who|can|should|is it|are|does|do (?:i|you|we))\s/iu;
/** Numbers and letters before a question: `Q3:`, `12.`, `Question:`. */
const LABEL = /^(?:(?:q|f|question|frage|pregunta)?\s*\d{0,3}\s*[.:)–-]\s*|[-*•]\s*)/iu;
/** Questions to the reader of a page, and of a chat. */
const TALK =
  /\b(?:this (?:article|page|post|guide|website)|click|sign up|subscribe|newsletter|cookies?|log ?in|contact us|read more|did you know|ready to|want to (?:know|learn)|looking for|got (?:a )?questions?|was this)\b|https?:|www\.|[@{}<>|]/iu;

interface Asked {
  question: string;
  terms: ReadonlySet<string>;
  isHeading: boolean;
  source: AskingSource;
}

/**
 * The questions of readers that pages take up: in their headings, and in sentences with a question mark. Only those near
 * the keyword that are not asked already; equal questions count as one, which is put as the best source puts it. First
 * come those that most independent sources ask, then those that head a part of a page, then those of better sources.
 */
export function findReaderQuestions(
  sources: readonly AskingSource[],
  options: ReaderQuestionOptions,
): ReaderQuestion[] {
  const { language } = options;
  const keyword = questionTerms(options.keyword, language);
  const rest = (text: string): ReadonlySet<string> =>
    questionTerms(text, language).difference(keyword);
  const quoted = options.asked
    .slice(1)
    .map((question) => question.toLowerCase().replace(/[?？؟]$/u, ''));
  const known = options.asked.map((question) => rest(question)).filter((terms) => terms.size > 0);
  const groups: { terms: ReadonlySet<string>; members: Asked[] }[] = [];
  const ranked = sources.toSorted((left, right) => right.score - left.score);
  for (const source of ranked) {
    for (const { question, isHeading } of questionsOf(source.text)) {
      // `Common mistakes with how heat pumps work?` is about a question, and none itself.
      if (quoted.some((other) => question.toLowerCase().includes(other))) continue;
      const all = questionTerms(question, language);
      const shared = keyword.size === 0 ? 0 : all.intersection(keyword).size / keyword.size;
      const terms = all.difference(keyword);
      // Without a word of its own it asks what the keyword is, and every template asks that.
      if (shared < (options.nearness ?? NEAR) || terms.size === 0) continue;
      if (TALK.test(question) || isModelInstruction(question)) continue;
      if (known.some((other) => sharedTerms(terms, other) >= SAME_QUESTION)) continue;
      const asked = { question, terms, isHeading, source };
      const group = groups.find((other) => sharedTerms(terms, other.terms) >= SAME_QUESTION);
      if (group === undefined) groups.push({ terms, members: [asked] });
      else group.members.push(asked);
    }
  }
  const isCopy = createCopyFinder(language);
  return groups
    .map(({ members }) => toReaderQuestion(members, isCopy))
    .toSorted(
      (left, right) =>
        right.voices - left.voices || Number(right.isHeading) - Number(left.isHeading),
    )
    .slice(0, MOST_QUESTIONS)
    .map(({ question, voices, seenAt }) => ({ question, voices, seenAt }));
}

function toReaderQuestion(
  members: readonly Asked[],
  isCopy: (left: AskingSource, right: AskingSource) => boolean,
): ReaderQuestion & { isHeading: boolean } {
  const best = members.find(({ isHeading }) => isHeading) ?? members[0];
  const sources = [...new Set(members.map(({ source }) => source))];
  return {
    question: best?.question ?? '',
    voices: new Set(groupVoices(sources, isCopy)).size,
    seenAt: sources.slice(0, MOST_PLACES).map(({ url, path }) => url ?? path ?? ''),
    isHeading: best?.isHeading ?? false,
  };
}

/** The questions of a text in reading order, each once. */
function questionsOf(text: string): { question: string; isHeading: boolean }[] {
  const found = new Map<string, boolean>();
  for (const [line] of text.slice(0, LOOKED_AT).matchAll(/[^\n]+/gu)) {
    if (found.size >= MOST_OF_A_SOURCE) break;
    const heading = /^#{1,6} +(.*)$/u.exec(line)?.[1];
    if (heading === undefined && !QUESTION_MARK.test(line)) continue;
    const isHeading = heading !== undefined;
    for (const candidate of isHeading ? [heading] : questionSentences(line)) {
      const question = asQuestion(candidate, isHeading);
      if (question !== undefined && !found.has(question)) found.set(question, isHeading);
    }
  }
  return [...found].map(([question, isHeading]) => ({ question, isHeading }));
}

/** What stands before each question mark of a line, back to the end of the sentence before. */
function questionSentences(line: string): string[] {
  const sentences: string[] = [];
  for (const { index } of line.slice(0, LONGEST_LINE).matchAll(/[？؟]|\?(?![\p{L}\p{N}=&])/gu)) {
    const before = line.slice(Math.max(0, index - 2 * CHARACTERS.most), index + 1);
    sentences.push(before.replace(/^[^]*(?:[.!?:؟]["'”“»)]*\s|[。！？：](?=.))/u, ''));
  }
  return sentences;
}

/** A question in one clean line with its mark; undefined for what is none. */
function asQuestion(text: string, isHeading: boolean): string | undefined {
  if (text.length > 4 * CHARACTERS.most) return undefined;
  if (isHeading && !QUESTION_MARK.test(text) && !OPENING.test(text.replace(LABEL, '')))
    return undefined;
  const line = foldText(text)
    .replace(LABEL, '')
    .replace(/^["'“„«]+|["'”“»]+$/gu, '')
    .trim();
  const mark = QUESTION_MARK.exec(line);
  const asks = mark === null ? isHeading && OPENING.test(line) : mark.index === line.length - 1;
  if (!asks || line.length < CHARACTERS.fewest || line.length > CHARACTERS.most) return undefined;
  const words = line.split(/\s+/u).length;
  // Scripts without spaces have their words in one.
  if ((words < WORDS.fewest || words > WORDS.most) && !UNSPACED_SCRIPTS.test(line))
    return undefined;
  return mark === null ? `${line.replace(/[.:!\s]+$/u, '')}?` : line;
}
