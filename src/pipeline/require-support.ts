import { cutText } from '../core/cut-text.ts';
import { AppError } from '../core/errors.ts';
import { citedTexts } from '../core/article.ts';
import type { CheckedArticle } from './check-article.ts';

/** Sentences that the error names, and how much of each. */
const MOST_NAMED = 3;
const SHOWN_CHARACTERS = 120;

/**
 * Refuses an article of which too little is borne out by its sources, or of which nothing is left.
 * @param least share of supported sentences, 0 to 1, among all that the writer delivered.
 * @throws AppError `SUPPORT_TOO_LOW` with the worst sentences.
 */
export function requireSupport(
  keyword: string,
  { article, support, doubts }: CheckedArticle,
  least: number,
): void {
  const isEmpty = citedTexts(article).length === 0;
  if (!isEmpty && support.score >= least) return;
  // Several parts may say the same.
  const different = new Map(doubts.map((doubt) => [doubt.text, doubt]));
  const wrong = [...different.values()]
    .toSorted((left, right) => left.score - right.score)
    .slice(0, MOST_NAMED)
    .map(({ text, reason }) => ` “${cutText(text, SHOWN_CHARACTERS)}”: ${reason}`);
  const share = `${percent(support.score)} of the sentences on “${cutText(keyword, 80)}” are supported by what they cite`;
  const verdict = isEmpty
    ? `${share}: nothing is left to publish.`
    : `${share}; at least ${percent(least)} are asked for.`;
  throw new AppError('SUPPORT_TOO_LOW', verdict + wrong.join(''), {
    suggestions: [
      ...(isEmpty ? [] : ['Lower the bar: runs retry RUN --min-support 0..1 pays nothing again.']),
      'Name better sources in the `sources` column, or add documents with --library.',
      'Have it written anew with --no-cache, or by another model.',
    ],
  });
}

/** Rounded down: 89.9 % is no 90 %. */
function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
