import type { Article } from '../core/article.ts';
import { bodyScope } from './body-scope.ts';
import { CitedSources } from './cited-sources.ts';
import type { RenderContext } from './render-context.ts';
import { renderPage } from './render-page.ts';

/**
 * The article's body as HTML, for content systems that have a head, a title and styles of their own: no `h1`, no
 * style, no script, and marks of citations that lead to web pages only, because such systems drop ids.
 */
export async function renderBody(article: Article, context: RenderContext): Promise<string> {
  const sources = new CitedSources(article, context.dossier, context.citationStyle);
  const scope = bodyScope(article, context, sources, { hasAnchors: false });
  return `${(await renderPage(context.pagesDirectory, 'body', scope)).trim()}\n`;
}
