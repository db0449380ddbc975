import { citedTexts, type Article } from '../../src/core/article.ts';
import type { Dossier } from '../../src/core/dossier.ts';

/** What is wrong with the citations of an article made of source sentences; empty when each slices to its source. */
export function citationFaults(article: Article, dossier: Dossier): string[] {
  const passages = new Map(
    dossier.sources.flatMap((source) =>
      source.passages.map((passage) => [`${source.id} ${passage.id}`, passage] as const),
    ),
  );
  return citedTexts(article).flatMap(({ text, citations }) => {
    if (citations.length === 0) return [`no citation: ${text}`];
    return citations.flatMap(({ sourceId, passageId, start, end }, index) => {
      const passage = passages.get(`${sourceId} ${passageId}`);
      if (passage === undefined || start === undefined || end === undefined)
        return [`unknown passage: ${text}`];
      const words = passage.text.slice(start - passage.start, end - passage.start);
      if (start < passage.start || end > passage.end || words.trim() === '')
        return [`outside: ${text}`];
      return index > 0 || fold(words) === text ? [] : [`“${fold(words)}” is not “${text}”`];
    });
  });
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
