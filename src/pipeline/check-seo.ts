import type { Article } from '../core/article.ts';
import type { SeoFinding } from '../core/summary.ts';
import type { RenderContext } from '../output/render-context.ts';

/**
 * What the SEO checks find in an article. It is looked at as a plain Markdown page, whatever generator the files are
 * for: a generator's theme sets what such files leave out, the title above all.
 */
export async function checkSeo(article: Article, context: RenderContext): Promise<SeoFinding[]> {
  const [{ checkArticleText }, { renderMarkdown }] = await Promise.all([
    import('../checking/check-article-text.ts'),
    import('../output/render-markdown.ts'),
  ]);
  const { item, template } = context;
  const findings = checkArticleText(renderMarkdown(article, { ...context, preset: 'plain' }), {
    name: item.slug,
    slug: item.slug,
    keyword: item.keyword,
    language: article.language,
    words: template.words,
    faq: template.faq > 0,
  });
  // Lines of a page that is not written would lead nowhere.
  return context.preset === 'plain'
    ? findings
    : findings.map(({ line: _line, ...finding }) => finding);
}
