import type { Article, CitedText, Paragraph } from './article.ts';
import { mapParagraphs } from './map-paragraphs.ts';
import type { SentenceSupport } from './support.ts';
import { splitSentences } from './text/split-sentences.ts';

export interface Settled {
  article: Article;
  /** Sentences that were taken out. */
  removed: number;
}

/**
 * Takes doubtful sentences out of an article, or marks them. Paragraphs, sections and questions that are left without
 * text go too; a table that is left with its head alone as well.
 */
export function settleDoubts(
  article: Article,
  doubts: readonly SentenceSupport[],
  how: 'remove' | 'mark',
): Settled {
  const byPlace = Map.groupBy(doubts, ({ place }) => place);
  const settled = mapParagraphs(article, (paragraph, place) => {
    const here = byPlace.get(place);
    return here === undefined ? [paragraph] : settleParagraph(paragraph, here, how, article);
  });
  const sections = settled.sections.map((section) => ({
    ...section,
    paragraphs: withoutBareHeads(section.paragraphs),
  }));
  return {
    article: {
      ...settled,
      sections: sections.filter(({ paragraphs }) => paragraphs.length > 0),
      faq: settled.faq.filter(({ answer }) => answer.length > 0),
    },
    removed: how === 'remove' ? doubts.length : 0,
  };
}

function settleParagraph(
  paragraph: Paragraph,
  doubts: readonly SentenceSupport[],
  how: 'remove' | 'mark',
  { language }: Article,
): Paragraph[] {
  const [first] = doubts;
  // A row of a table is one statement.
  if (paragraph.kind === 'row' && first !== undefined) {
    if (how === 'remove') return [];
    return [{ ...paragraph, content: paragraph.content.map((cell) => marked(cell, first)) }];
  }
  const content = paragraph.content.flatMap((run, at) => {
    const here = doubts.filter((doubt) => doubt.run === at);
    if (here.length === 0) return [run];
    return sentencesOf(run, language).flatMap((text, number): CitedText[] => {
      const doubt = here.find(({ sentence }) => sentence === number);
      if (doubt === undefined) return [{ ...run, text }];
      return how === 'remove' ? [] : [marked({ ...run, text }, doubt)];
    });
  });
  return content.length === 0 ? [] : [{ ...paragraph, content }];
}

function sentencesOf({ text }: CitedText, language: string): string[] {
  return splitSentences(text, language).map((sentence) => sentence.text);
}

function marked(run: CitedText, { verdict }: SentenceSupport): CitedText {
  return { ...run, doubt: verdict === 'contradicted' ? 'contradicted' : 'unsupported' };
}

function withoutBareHeads(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.filter((paragraph, index) => {
    const isHead = paragraph.kind === 'row' && paragraphs[index - 1]?.kind !== 'row';
    return !isHead || paragraphs[index + 1]?.kind === 'row';
  });
}
