import { cleanText } from './text/clean-text.ts';

/** Clean text on one line: every run of white space is one space. Without code points that YAML refuses. */
export function foldText(text: string): string {
  return cleanText(text)
    .replaceAll(/\p{Noncharacter_Code_Point}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
