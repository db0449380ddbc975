import type { Article, CitedText } from '../article.ts';
import { mapParagraphs } from '../map-paragraphs.ts';
import type { PlacedLink } from './placed-link.ts';

/** The article with these links in its text, and with no others. */
export function applyLinks(article: Article, links: readonly PlacedLink[]): Article {
  if (links.length === 0) return article;
  const byPlace = Map.groupBy(links, (link) => link.place);
  return mapParagraphs(article, (paragraph, place) => {
    const here = byPlace.get(place);
    if (here === undefined) return [paragraph];
    return [
      { ...paragraph, content: paragraph.content.map((run, at) => withLinks(run, at, here)) },
    ];
  });
}

function withLinks(text: CitedText, run: number, links: readonly PlacedLink[]): CitedText {
  const own = links
    .filter((link) => link.run === run)
    .toSorted((left, right) => left.start - right.start)
    .map(({ start, end, slug }) => ({ start, end, slug }));
  return own.length === 0 ? text : { ...text, links: own };
}
