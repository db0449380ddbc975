import { cutText } from '../core/cut-text.ts';
import { foldText } from '../core/fold-text.ts';
import { DESCRIPTION_LENGTH } from '../core/head-lengths.ts';
import { type Place, articleAddress, linkAddress, siteAddress } from './article-address.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { canonicalLanguage, longDate, openGraphLocale, textDirection } from './language.ts';
import { phrasesOf } from './phrases.ts';
import { renderPage } from './render-page.ts';
import { type PlacedEntry, type SiteEntry, momentOf, placedEntries } from './site-entry.ts';
import { siteName } from './site-name.ts';
import { yamlText } from './yaml-text.ts';

export interface IndexContext extends Place {
  /** Of the page itself; BCP 47. */
  language: string;
  format: 'md' | 'html';
  /** As in `RenderContext`. */
  pagesDirectory: string;
}

/** The name of the index page's file: Hugo has one of its own for the page of a folder. */
export function indexFileName({ format, preset }: Pick<IndexContext, 'format' | 'preset'>): string {
  return format === 'md' && preset === 'hugo' ? '_index.md' : `index.${format}`;
}

/**
 * A page that lists articles, the newest first, those of one date by title: each with its link, date, description
 * and, where it differs from the page's, its language.
 */
export async function renderIndex(
  entries: readonly SiteEntry[],
  context: IndexContext,
): Promise<string> {
  const language = canonicalLanguage(context.language);
  const articles = inOrder(placedEntries(entries), language).map((entry) =>
    articleOf(entry, language, context),
  );
  const title = phrasesOf(language).articles;
  // The titles say what there is to read, in whatever language.
  const titles = articles.map((article) => article.title).join(' · ');
  const description = cutText(titles, DESCRIPTION_LENGTH.maximum);
  if (context.format === 'md') return indexMarkdown({ title, description, articles }, context);
  const name = siteName(context.site);
  return renderPage(context.pagesDirectory, 'index', {
    language,
    direction: textDirection(language),
    locale: openGraphLocale(language),
    title,
    description,
    pageTitle: name === '' ? title : `${title} · ${name}`,
    siteName: name,
    articles,
    ...(context.site.url !== undefined && {
      siteUrl: `${siteAddress(context.site.url)}/`,
      canonical: `${siteAddress(context.site.url)}/`,
    }),
  });
}

type ListedArticle = ReturnType<typeof articleOf>;

function articleOf(entry: PlacedEntry, pageLanguage: string, context: IndexContext) {
  const language = canonicalLanguage(entry.language);
  const moment = momentOf(entry);
  return {
    title: foldText(entry.title) || entry.slug,
    description: foldText(entry.description),
    href: hrefOf(entry, context),
    ...(moment !== undefined && {
      moment: new Date(moment).toISOString(),
      date: longDate(entry.date, pageLanguage),
    }),
    ...(language !== pageLanguage &&
      language !== 'und' && {
        language,
        direction: textDirection(language),
        languageName: languageName(language, pageLanguage),
      }),
  };
}

/** From a Markdown page the way leads to a generator's page, from an HTML page to what a server has. */
function hrefOf({ slug, format }: PlacedEntry, context: IndexContext): string {
  if (context.site.url === undefined && context.preset !== 'plain' && context.format === 'md') {
    // The index page is the folder, and not beside the articles in it.
    return articleAddress(slug, 'md', context).replace(/^\.\.?\//u, './');
  }
  return context.format === 'md' && format === 'md'
    ? linkAddress(slug, 'md', context)
    : articleAddress(slug, format, context);
}

function indexMarkdown(
  {
    title,
    description,
    articles,
  }: { title: string; description: string; articles: readonly ListedArticle[] },
  { preset, language }: IndexContext,
): string {
  const hasOwnTitle = preset === 'plain' || preset === 'nextra';
  const lines = articles.map(({ title: name, href, description, date, languageName: spoken }) => {
    const details = [date, spoken].filter((detail) => detail !== undefined).map(escapeMarkdown);
    const about = description === '' ? '' : `: ${escapeMarkdown(description)}`;
    const behind = details.length === 0 ? '' : ` (${details.join(', ')})`;
    return `- [${escapeMarkdown(name)}](${href})${behind}${about}`;
  });
  const head = [
    ...(preset === 'jekyll' ? ['layout: "page"'] : []),
    `title: ${yamlText(title)}`,
    ...(description === '' ? [] : [`description: ${yamlText(description)}`]),
    ...(preset === 'plain' ? [`language: ${yamlText(canonicalLanguage(language))}`] : []),
  ];
  const blocks = [
    `---\n${head.join('\n')}\n---`,
    ...(hasOwnTitle ? [`# ${title}`] : []),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function inOrder(entries: readonly PlacedEntry[], language: string): PlacedEntry[] {
  const collator = new Intl.Collator(language === 'und' ? 'en' : language, { numeric: true });
  return entries.toSorted(
    (left, right) =>
      (momentOf(right) ?? 0) - (momentOf(left) ?? 0) || collator.compare(left.title, right.title),
  );
}

function languageName(language: string, shownIn: string): string {
  try {
    const names = new Intl.DisplayNames(shownIn === 'und' ? 'en' : shownIn, { type: 'language' });
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
