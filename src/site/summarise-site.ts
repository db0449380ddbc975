import type { SiteSummary } from '../core/summary.ts';
import type { SiteArticle } from './site-article.ts';

/**
 * How the articles of a folder stand to each other: which of them no other links to, and which share a title.
 * @param linksOf what articles link to that the folder's files do not tell, by slug.
 */
export function summariseSite(
  articles: readonly SiteArticle[],
  linksOf: ReadonlyMap<string, readonly string[]>,
): Omit<SiteSummary, 'files'> {
  const slugs = new Set(articles.map(({ slug }) => slug));
  const linked = new Set<string>();
  let links = 0;
  for (const [slug, targets] of linksOf) {
    for (const target of targets) if (target !== slug && slugs.has(target)) linked.add(target);
    links += targets.length;
  }
  for (const { linksTo } of articles)
    for (const target of linksTo) if (slugs.has(target)) linked.add(target);
  const byTitle = Map.groupBy(
    articles,
    ({ title, language }) => `${language} ${title.toLowerCase()}`,
  );
  return {
    articles: articles.length,
    links,
    // A single article has nobody who could link to it.
    orphans:
      articles.length < 2
        ? []
        : articles.map(({ slug }) => slug).filter((slug) => !linked.has(slug)),
    sameTitles: [...byTitle.values()]
      .filter((same) => same.length > 1)
      .map((same) => ({ title: same[0]?.title ?? '', slugs: same.map(({ slug }) => slug) })),
  };
}
