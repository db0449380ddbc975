import { placedParagraphs, type Article, type CitedText } from '../../src/core/article.ts';
import type { Dossier } from '../../src/core/dossier.ts';

/** What the extractive writer says itself, in English: a sentence on a figure, which its source has. */
const FIGURE_PART =
  /^(?:(?:Different figures are reported|The same figure is given)(?: \([^)]+\))?: )?“[^”]+” says (.+)\.$/u;

/**
 * What is wrong with the citations of an article made of source sentences; empty when each slices to its source.
 * Heads of tables cite nothing, the name below a quotation and the source in a table cite what they name, and the
 * figures of a line on figures stand in what it cites.
 */
export function citationFaults(article: Article, dossier: Dossier): string[] {
  let previous = '';
  return placedParagraphs(article).flatMap(({ place, paragraph: { kind, content } }) => {
    const block = `${place.replace(/\.\d+$/u, '')} ${kind}`;
    const isHead = kind === 'row' && previous !== block;
    previous = block;
    if (isHead)
      return content.flatMap((cell) =>
        cell.citations.length > 0 ? [`head cites: ${cell.text}`] : [],
      );
    return content.flatMap((text) => {
      const names =
        kind === 'row'
          ? isTitle(text.text, dossier)
          : kind === 'quote' && text.text.startsWith('— ');
      return faultsOf(text, dossier, names);
    });
  });
}

function faultsOf({ text, citations }: CitedText, dossier: Dossier, names: boolean): string[] {
  if (citations.length === 0) return [`no citation: ${text}`];
  const slices: string[] = [];
  const faults = citations.flatMap(({ sourceId, passageId, start, end }) => {
    const source = dossier.sources.find(({ id }) => id === sourceId);
    const passage = source?.passages.find(({ id }) => id === passageId);
    if (passage === undefined || start === undefined || end === undefined)
      return [`unknown passage: ${text}`];
    const words = passage.text.slice(start - passage.start, end - passage.start);
    if (start < passage.start || end > passage.end || words.trim() === '')
      return [`outside: ${text}`];
    slices.push(fold(words));
    return [];
  });
  if (faults.length > 0 || names || slices[0] === text) return faults;
  const figure = FIGURE_PART.exec(text)?.[1];
  if (figure === undefined) return [`“${slices[0]}” is not “${text}”`];
  return slices.some((slice) => slice.toLowerCase().includes(figure.toLowerCase()))
    ? []
    : [`no source says “${figure}”: ${text}`];
}

function isTitle(text: string, dossier: Dossier): boolean {
  return (
    text === '–' || dossier.sources.some(({ title }) => title.startsWith(text.replace(/…$/u, '')))
  );
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
