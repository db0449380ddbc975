import type { ArticleWriter } from '../article-writer.ts';
import { composeArticle } from './compose-article.ts';

/** The writer that needs no model and no network: an article made only of sentences of the sources, each cited. */
export function createExtractiveWriter(): ArticleWriter {
  return {
    name: 'extractive',
    write: async (request, scope) => {
      scope.signal.throwIfAborted();
      return composeArticle(request);
    },
  };
}
