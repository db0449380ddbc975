import { citedTexts, type Article } from '../../core/article.ts';
import { guessLanguage } from '../../core/text/guess-language.ts';
import type { ArticleWriter } from '../article-writer.ts';
import { composeArticle } from './compose-article.ts';

/** Goes up when the same dossier becomes another article. */
const VERSION = 1;

/** The writer that needs no model and no network: an article made only of sentences of the sources, each cited. */
export function createExtractiveWriter(): ArticleWriter {
  return {
    name: 'extractive',
    settings: { version: VERSION },
    write: async (request, scope) => {
      scope.signal.throwIfAborted();
      return inItsLanguage(composeArticle(request));
    },
  };
}

/** It cannot translate: whatever language was asked for, the article is in that of its sentences. */
function inItsLanguage(article: Article): Article {
  const text = citedTexts(article)
    .map((cited) => cited.text)
    .join(' ');
  const language = guessLanguage(text);
  if (language === undefined || article.language.split('-', 1)[0] === language) return article;
  return { ...article, language };
}
