import { cleanText } from './text/clean-text.ts';

/** Clean text on one line: every run of white space, line ends included, is one space. */
export function foldText(text: string): string {
  return cleanText(text).replaceAll(/\s+/gu, ' ').trim();
}
