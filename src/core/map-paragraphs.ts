import type { Article, Paragraph } from './article.ts';

/**
 * The article with its paragraphs changed, each with its place as `placedParagraphs` names it; an empty list takes one
 * out. Parts of the article that are left without paragraphs stay.
 */
export function mapParagraphs(
  article: Article,
  change: (paragraph: Paragraph, place: string) => readonly Paragraph[],
): Article {
  const changed = (prefix: string, paragraphs: readonly Paragraph[]): Paragraph[] =>
    paragraphs.flatMap((paragraph, index) => change(paragraph, `${prefix}.${index}`));
  return {
    ...article,
    introduction: changed('introduction', article.introduction),
    sections: article.sections.map((section, index) => ({
      ...section,
      paragraphs: changed(`sections.${index}.paragraphs`, section.paragraphs),
    })),
    faq: article.faq.map((entry, index) => ({
      ...entry,
      answer: changed(`faq.${index}.answer`, entry.answer),
    })),
    conclusion: changed('conclusion', article.conclusion),
  };
}
