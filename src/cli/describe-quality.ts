import type { ItemOutcome } from '../core/summary.ts';
import { formatNumberOf } from './format-count.ts';

/** What an article is like, one fact an entry: `890 words`, `97 % supported`, `1 sentence removed`, `2 SEO errors`. */
export function describeQuality({
  words,
  support,
  seo = [],
}: Pick<ItemOutcome, 'words' | 'support' | 'seo'>): string[] {
  const errors = seo.filter(({ severity }) => severity === 'error').length;
  return [
    ...(words === undefined ? [] : [formatNumberOf(words, 'word')]),
    // Rounded down: only what is wholly supported is told as 100 %.
    ...(support === undefined ? [] : [`${Math.floor(support.score * 100)} % supported`]),
    ...(support === undefined || support.removed === 0
      ? []
      : [`${formatNumberOf(support.removed, 'sentence')} removed`]),
    ...(errors === 0 ? [] : [formatNumberOf(errors, 'SEO error')]),
  ];
}
