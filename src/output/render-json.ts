import type { Article } from '../core/article.ts';
import { countArticleWords } from '../core/count-article-words.ts';
import type { Source } from '../core/dossier.ts';
import type { Usage } from '../core/usage.ts';
import { CitedSources } from './cited-sources.ts';
import type { RenderContext } from './render-context.ts';

/** The article as data; the schema of `<slug>.json`. Optional fields are left out where they are unknown. */
interface ArticleDocument {
  version: 1;
  keyword: string;
  slug: string;
  /** ISO 8601. */
  createdAt: string;
  words: number;
  /** Plain text throughout; citations name sources by `id`. */
  article: Article;
  /** The cited sources in order of first citation. Their passages are in the dossier. */
  sources: readonly (Omit<Source, 'passages' | 'score'> & { number: number })[];
  usage: Usage;
  /** The row's unknown columns. */
  extra: Readonly<Record<string, string>>;
}

/** The article as one JSON document with a line end. */
export function renderJson(article: Article, context: RenderContext): string {
  const { item, dossier, usage, createdAt } = context;
  const document: ArticleDocument = {
    version: 1,
    keyword: item.keyword,
    slug: item.slug,
    createdAt,
    words: countArticleWords(article),
    article,
    sources: new CitedSources(article, dossier).list.map(({ number, source }) => {
      const { passages: _passages, score: _score, ...rest } = source;
      return { number, ...rest };
    }),
    usage,
    extra: item.extra,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
