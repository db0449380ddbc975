import type { Citation, CitedText, Paragraph } from '../../core/article.ts';
import { splitSentences } from '../../core/text/split-sentences.ts';
import type { AnswerParagraph } from './answer-schemas.ts';
import { cleanAnswerText } from './clean-answer-text.ts';
import { otherLanguage } from './other-language.ts';
import type { Reading } from '../../asking/reading.ts';

export interface TextRules {
  /** BCP 47 tag. */
  language: string;
  /** The passages that may be cited: what they say, by id. */
  passages: ReadonlyMap<string, { sourceId: string; text: string }>;
  /** Whether a text repeats the rules of the request. */
  isEcho: (text: string) => boolean;
}

/** Of a part whose sentences are for the most part of no use, the others are of none either. */
const LEAST_KEPT = 0.5;

/**
 * The paragraphs of one part. Sentences with a fault are left out and told as problems; a part that loses most of them,
 * or is in another language, has no value.
 */
export function readParagraphs(
  part: string,
  answer: readonly AnswerParagraph[],
  rules: TextRules,
): Reading<Paragraph[]> {
  const problems: string[] = [];
  const paragraphs: Paragraph[] = [];
  let [total, kept] = [0, 0];
  answer.forEach(({ kind, sentences }, index) => {
    const content: CitedText[] = [];
    sentences.forEach((sentence, place) => {
      total++;
      const where = `${part}, paragraph ${index + 1}, sentence ${place + 1}`;
      const texts = readSentence(sentence, rules, (problem) =>
        problems.push(`${where} ${problem}`),
      );
      if (texts.length > 0) kept++;
      content.push(...texts);
    });
    if (content.length > 0)
      paragraphs.push({ kind: kind === 'quote' ? quoteKind(content, rules) : kind, content });
  });
  if (total === 0) problems.push(`${part} is empty`);
  const text = paragraphs.flatMap(({ content }) => content.map((run) => run.text)).join(' ');
  const language = otherLanguage(text, rules.language);
  if (language !== undefined) {
    const problem = `${part} is written in “${language}”, not in “${rules.language}”`;
    return { problems: [problem, ...problems] };
  }
  const isUsable = kept > 0 && kept >= total * LEAST_KEPT;
  return isUsable ? { problems, value: paragraphs } : { problems };
}

/** An entry that holds several sentences becomes as many runs, which rest on the same passages. */
function readSentence(
  { text: raw, passages }: AnswerParagraph['sentences'][number],
  { passages: known, language, isEcho }: TextRules,
  tell: (problem: string) => void,
): CitedText[] {
  const { text, problem } = cleanAnswerText(raw);
  if (text === undefined) tell(problem);
  else if (isEcho(text)) tell('repeats the rules of the request');
  const ids = [...new Set(passages.map((id) => id.trim()))];
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) tell(`names passages that are not there: ${list(unknown)}`);
  const citations = ids.flatMap((passageId): Citation[] => {
    const passage = known.get(passageId);
    return passage === undefined ? [] : [{ sourceId: passage.sourceId, passageId }];
  });
  if (ids.length === 0) tell('names no passage');
  if (text === undefined || citations.length === 0 || isEcho(text)) return [];
  return splitSentences(text, language).map((sentence) => ({ text: sentence.text, citations }));
}

/** Words are a quotation where each of them stands so in a passage that they cite; else they are the writer's. */
function quoteKind(content: readonly CitedText[], { passages }: TextRules): 'quote' | 'text' {
  const stands = ({ text, citations }: CitedText) =>
    citations.some(({ passageId = '' }) =>
      foldQuotes(passages.get(passageId)?.text ?? '').includes(foldQuotes(text)),
    );
  return content.every(stands) ? 'quote' : 'text';
}

function foldQuotes(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„‟«»"]/gu, '')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

function list(ids: readonly string[]): string {
  return ids
    .slice(0, 5)
    .map((id) => id.slice(0, 20))
    .join(', ');
}
