import type { Article } from './article.ts';
import { cutText } from './cut-text.ts';
import { DESCRIPTION_LENGTH } from './head-lengths.ts';

/**
 * The meta description of an article that has none of its own: how its introduction begins, without doubtful sentences;
 * empty where nothing of it is left.
 */
export function spareDescription({ introduction }: Pick<Article, 'introduction'>): string {
  const runs = introduction.flatMap(({ content }) => content);
  const sound = runs.filter(({ doubt }) => doubt === undefined);
  return cutText(sound.map(({ text }) => text).join(' '), DESCRIPTION_LENGTH.maximum);
}
