import type { CitedText } from '../../core/article.ts';
import { cutText } from '../../core/cut-text.ts';

/** What search results show of a description, in UTF-16 code units. */
const LENGTH = { minimum: 70, maximum: 160 };

/** The meta description: the first sentence of fitting length, else the beginning cut at a word. */
export function writeDescription(texts: readonly CitedText[]): string {
  const fitting = texts
    .slice(0, 4)
    .find(({ text }) => text.length >= LENGTH.minimum && text.length <= LENGTH.maximum);
  if (fitting !== undefined) return fitting.text;
  const [first, second] = texts;
  if (first === undefined) return '';
  const opening =
    first.text.length < LENGTH.minimum && second !== undefined
      ? `${first.text} ${second.text}`
      : first.text;
  return cutText(opening, LENGTH.maximum);
}
