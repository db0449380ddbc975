import { cutText } from '../../core/cut-text.ts';
import { DESCRIPTION_LENGTH, TITLE_LENGTH } from '../../core/head-lengths.ts';
import { stemWord } from '../../core/text/stem-word.ts';
import { isStopWord } from '../../core/text/stop-words.ts';
import { tokenizeWords } from '../../core/text/tokenize-words.ts';
import { cleanAnswerText } from './clean-answer-text.ts';

export interface HeadRules {
  keyword: string;
  language: string;
  /** The title that is taken where the model's cannot be. */
  spareTitle: string;
  /** The title that the row asks for, whatever the model says. */
  wantedTitle?: string | undefined;
}

export interface Head {
  title: string;
  description: string;
}

/** A keyword longer than this leaves no room for it in a title. */
const LONGEST_KEYWORD = 50;

/** Title and description, mended as far as that can be done without the model, and what is wrong with them. */
export function readHead(answer: Head, rules: HeadRules): { head: Head; problems: string[] } {
  const problems: string[] = [];
  const title = rules.wantedTitle ?? readTitle(answer.title, rules, problems);
  const { text = '', problem } = cleanAnswerText(answer.description);
  const { minimum, maximum } = DESCRIPTION_LENGTH;
  if (problem !== undefined) problems.push(`description ${problem}`);
  else if (text.length < minimum || text.length > maximum)
    problems.push(`description has ${text.length} characters, not ${minimum} to ${maximum}`);
  return { head: { title, description: cutText(text, maximum) }, problems };
}

function readTitle(raw: string, rules: HeadRules, problems: string[]): string {
  const { text, problem } = cleanAnswerText(raw);
  if (text === undefined) {
    problems.push(`title ${problem}`);
    return rules.spareTitle;
  }
  const { minimum, maximum } = TITLE_LENGTH;
  if (text.length < minimum || text.length > maximum)
    problems.push(`title has ${text.length} characters, not ${minimum} to ${maximum}`);
  if (!holdsKeyword(text, rules)) problems.push(`title does not have the keyword in it`);
  else if (text.length <= maximum) return text;
  return rules.spareTitle;
}

/** Whether every telling word of the keyword is in the title, in whatever form. */
function holdsKeyword(title: string, { keyword, language }: HeadRules): boolean {
  if (keyword.length > LONGEST_KEYWORD) return true;
  const stems = (text: string) =>
    tokenizeWords(text, language).map((word) => stemWord(word, language));
  const there = new Set(stems(title));
  const words = tokenizeWords(keyword, language).filter((word) => !isStopWord(word, language));
  return words.every((word) => there.has(stemWord(word, language)));
}
