import type { Article, Paragraph } from '../core/article.ts';
import type { Dossier } from '../core/dossier.ts';
import { mapParagraphs } from '../core/map-paragraphs.ts';
import { quoted } from '../output/quoted.ts';
import { findCopies, type CopiedWords } from './copied-words.ts';

/** Puts quotation marks around what is copied and could not be put otherwise: it is cited already. */
export function quoteCopies(article: Article, dossier: Dossier, most: number): Article {
  const copies = findCopies(article, dossier, most);
  if (copies.length === 0) return article;
  const byPlace = Map.groupBy(copies, ({ place }) => place);
  return mapParagraphs(article, (paragraph, place) => [
    inMarks(paragraph, byPlace.get(place) ?? [], article.language),
  ]);
}

function inMarks(
  paragraph: Paragraph,
  copies: readonly CopiedWords[],
  language: string,
): Paragraph {
  if (copies.length === 0) return paragraph;
  const content = paragraph.content.map((run, index) => {
    const copy = copies.find((each) => each.run === index);
    if (copy === undefined) return run;
    const words = quoted(copy.text, language, copy.text.length);
    return { ...run, text: run.text.replace(copy.text, () => words) };
  });
  return { ...paragraph, content };
}
