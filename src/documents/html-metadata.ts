import type { DocumentContent } from './document.ts';
import type { HtmlDocument } from './html-node.ts';
import { metadataDate, metadataLanguage, metadataText } from './metadata.ts';

/** What the head of a page, or the page itself, says about title, author, date and language. */
export function htmlMetadata(document: HtmlDocument): Omit<DocumentContent, 'text' | 'warnings'> {
  const title = titleOf(document);
  const author = firstMeta(document, [
    'author',
    'article:author',
    'dc.creator',
    'parsely-author',
    'citation_author',
  ]);
  const publishedAt = [
    ...metaValues(document, [
      'article:published_time',
      'datepublished',
      'date',
      'dc.date',
      'citation_publication_date',
    ]),
    document.querySelector('[itemprop=datePublished]')?.getAttribute('datetime'),
    document.querySelector('article time[datetime], main time[datetime]')?.getAttribute('datetime'),
  ]
    .map(metadataDate)
    .find((date) => date !== undefined);
  const language = metadataLanguage(document.documentElement?.getAttribute('lang'));
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The only main heading when the page's title repeats it; else the title without the site's name behind it. */
function titleOf(document: HtmlDocument): string | undefined {
  const page = metadataText(document.querySelector('head title')?.textContent);
  const headings = [...document.querySelectorAll('h1')].map((heading) =>
    metadataText(heading.textContent),
  );
  const only = headings.length === 1 ? headings[0] : undefined;
  if (
    only !== undefined &&
    (page === undefined || page.toLowerCase().startsWith(only.toLowerCase()))
  )
    return only;
  const social = firstMeta(document, ['og:title', 'twitter:title']);
  const withoutSite = page?.replace(/\s+[|–—·»]\s+[^|–—·»]{1,60}$/u, '');
  return social ?? withoutSite ?? headings[0];
}

/** The first value that is a name; some sites put a profile's address there. */
function firstMeta(document: HtmlDocument, names: readonly string[]): string | undefined {
  return metaValues(document, names)
    .map((value) => metadataText(value))
    .find((value) => value !== undefined && !/^https?:/iu.test(value));
}

function metaValues(document: HtmlDocument, names: readonly string[]): string[] {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const key = (
      meta.getAttribute('name') ??
      meta.getAttribute('property') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    if (!values.has(key)) values.set(key, meta.getAttribute('content') ?? '');
  }
  return names.flatMap((name) => values.get(name) ?? []);
}
