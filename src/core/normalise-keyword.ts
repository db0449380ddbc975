import { foldText } from './fold-text.ts';

/** What one keyword may measure, in code points. More is a pasted text and not a keyword. */
export const MAXIMUM_KEYWORD_CHARACTERS = 500;

/** Left-to-right and right-to-left marks: invisible, and of no meaning in a line of its own. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c]/gu;

/** The keyword on one line, without control characters, escape codes and marks that hide or reorder text. */
export function cleanKeyword(text: string): string {
  return foldText(text.replaceAll(DIRECTION_MARKS, ''));
}

/**
 * What two keywords share when they ask for the same article: case, width, Unicode form, kinds of
 * quotes and dashes, invisible characters and closing punctuation make no difference.
 */
export function keywordKey(keyword: string): string {
  const plain = cleanKeyword(keyword)
    .replaceAll(/[‘’‚‛′ʼ´`＇]/gu, "'")
    .replaceAll(/[“”„‟«»″＂]/gu, '"')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll(/[\p{Pd}−]/gu, '-')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  // A keyword that is nothing but punctuation keeps it.
  return plain.replace(/[\s.,;:!?。、؟۔।]+$/u, '') || plain;
}
