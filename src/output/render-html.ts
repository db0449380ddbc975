import type { Article } from '../core/article.ts';
import { cutText } from '../core/cut-text.ts';
import { foldText } from '../core/fold-text.ts';
import { articleAddress, siteAddress } from './article-address.ts';
import { bodyScope } from './body-scope.ts';
import { CitedSources } from './cited-sources.ts';
import { canonicalLanguage, longDate, openGraphLocale, textDirection } from './language.ts';
import { phrasesOf } from './phrases.ts';
import type { RenderContext } from './render-context.ts';
import { renderPage } from './render-page.ts';
import { siteName } from './site-name.ts';
import { structuredData } from './structured-data.ts';
import { supportLine } from './support-line.ts';

/** What search engines and tabs show of a page's title. */
const TITLE_CHARACTERS = 70;

/**
 * The article as one HTML page that needs nothing else: no script that runs, no request. The template is
 * `article.liquid` in the folder that the context names; all that it prints is escaped.
 */
export async function renderHtml(article: Article, context: RenderContext): Promise<string> {
  const sources = new CitedSources(article, context.dossier, context.citationStyle);
  return renderPage(context.pagesDirectory, 'article', {
    ...bodyScope(article, context, sources, { hasAnchors: true }),
    ...headScope(article, context),
    structuredData: structuredData(article, sources.list, context),
  });
}

function headScope({ title, description, language: tag, model }: Article, context: RenderContext) {
  const { createdAt, item, site, support } = context;
  const language = canonicalLanguage(tag);
  const phrases = phrasesOf(language);
  const folded = foldText(title);
  return {
    direction: textDirection(language),
    locale: openGraphLocale(language),
    title: folded,
    shortTitle: shortTitle(folded),
    description: foldText(description),
    keyword: item.keyword,
    createdAt,
    date: longDate(createdAt, language),
    byline:
      model === undefined
        ? phrases.writtenByExtractive
        : phrases.writtenByModel.replace('{model}', () => foldText(model)),
    support: support === undefined ? undefined : supportLine(support, language),
    siteName: siteName(site),
    ...(site.url !== undefined && {
      siteUrl: `${siteAddress(site.url)}/`,
      canonical: articleAddress(item.slug, 'html', context),
    }),
  };
}

/** The title cut so that its source text keeps to the limit, entities counted as validators do. */
function shortTitle(title: string): string {
  for (let limit = TITLE_CHARACTERS; ; limit -= 1) {
    const short = cutText(title, limit);
    const entities = short.match(/[&<>"']/g)?.length ?? 0;
    // An entity has at most four characters more than what it stands for.
    if (short.length + 4 * entities <= TITLE_CHARACTERS || limit <= 1) return short;
  }
}
