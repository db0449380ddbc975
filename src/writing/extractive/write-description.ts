import type { CitedText } from '../../core/article.ts';
import { cutText } from '../../core/cut-text.ts';
import { DESCRIPTION_LENGTH } from '../../core/head-lengths.ts';
import { readTerms } from './terms.ts';

/** How far into the article a description is looked for, in sentences: the introduction and the first answer. */
const REACH = 12;

/**
 * The meta description: of the opening's sentences of fitting length the first with the most words of the keyword,
 * else the beginning cut at a word.
 */
export function writeDescription(
  texts: readonly CitedText[],
  keyword: { terms: readonly string[]; language: string },
): string {
  const fitting = texts
    .slice(0, REACH)
    .map(({ text }) => text)
    .filter(
      (text) =>
        text.length >= DESCRIPTION_LENGTH.minimum && text.length <= DESCRIPTION_LENGTH.maximum,
    );
  const [best] = fitting.toSorted((left, right) => named(right, keyword) - named(left, keyword));
  if (best !== undefined) return best;
  const [first, second] = texts;
  if (first === undefined) return '';
  const opening =
    first.text.length < DESCRIPTION_LENGTH.minimum && second !== undefined
      ? `${first.text} ${second.text}`
      : first.text;
  return cutText(opening, DESCRIPTION_LENGTH.maximum);
}

/** How many words of the keyword a text holds. */
function named(text: string, keyword: { terms: readonly string[]; language: string }): number {
  const terms = new Set(readTerms(text, keyword.language));
  return keyword.terms.filter((term) => terms.has(term)).length;
}
