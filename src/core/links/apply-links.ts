import type { Article, CitedText, Paragraph } from '../article.ts';
import type { PlacedLink } from './placed-link.ts';

/** The article with these links in its text, and with no others. */
export function applyLinks(article: Article, links: readonly PlacedLink[]): Article {
  if (links.length === 0) return article;
  const byPlace = Map.groupBy(links, (link) => link.place);
  const linked = (prefix: string, paragraphs: readonly Paragraph[]): Paragraph[] =>
    paragraphs.map((paragraph, index) => {
      const here = byPlace.get(`${prefix}.${index}`);
      if (here === undefined) return paragraph;
      return {
        ...paragraph,
        content: paragraph.content.map((run, at) => withLinks(run, at, here)),
      };
    });
  return {
    ...article,
    introduction: linked('introduction', article.introduction),
    sections: article.sections.map((section, index) => ({
      ...section,
      paragraphs: linked(`sections.${index}.paragraphs`, section.paragraphs),
    })),
    faq: article.faq.map((entry, index) => ({
      ...entry,
      answer: linked(`faq.${index}.answer`, entry.answer),
    })),
    conclusion: linked('conclusion', article.conclusion),
  };
}

function withLinks(text: CitedText, run: number, links: readonly PlacedLink[]): CitedText {
  const own = links
    .filter((link) => link.run === run)
    .toSorted((left, right) => left.start - right.start)
    .map(({ start, end, slug }) => ({ start, end, slug }));
  return own.length === 0 ? text : { ...text, links: own };
}
