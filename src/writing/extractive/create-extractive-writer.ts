import type { ArticleWriter } from '../article-writer.ts';
import { composeArticle } from './compose-article.ts';

/** Goes up when the same dossier becomes another article. */
const VERSION = 2;

/** The writer that needs no model and no network: an article made of sentences and figures of the sources, each cited. */
export function createExtractiveWriter(): ArticleWriter {
  return {
    name: 'extractive',
    settings: { version: VERSION },
    write: async (request, scope) => {
      scope.signal.throwIfAborted();
      return composeArticle(request);
    },
  };
}
