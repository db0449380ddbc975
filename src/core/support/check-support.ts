import {
  placedParagraphs,
  type Article,
  type CitedText,
  type Citation,
  type Paragraph,
} from '../article.ts';
import type { Dossier, Passage, Source } from '../dossier.ts';
import type { SentenceSupport, SupportReport } from '../support.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { checkAttributed } from './check-attributed.ts';
import { checkSentence } from './check-sentence.ts';
import type { CitedPassage } from './cited-passage.ts';
import { statesNothing } from './states-nothing.ts';
import { summariseSupport } from './summarise-support.ts';

/** Rounds of revision ask for the same passages: they are read once as long as the dossier lives. */
const citedPassages = new WeakMap<Passage, CitedPassage>();

/** One thing to check, with its place in its paragraph. */
interface Sentence {
  text: string;
  run: number;
  sentence: number;
  citations: readonly Citation[];
  /** Of a row of a table. */
  cells?: readonly string[];
}

/**
 * Checks every sentence of an article against the passages that it cites. A row of a table is one sentence; a head
 * row without citations, questions and pure transitions are left out. A citation without a passage stands for all
 * passages of its source. Pure and deterministic; never throws.
 */
export function checkSupport(article: Article, dossier: Dossier): SupportReport {
  const sources = new Map(dossier.sources.map((source) => [source.id, source]));
  const sentences: SentenceSupport[] = [];
  let tablePart: string | undefined;
  for (const { place, paragraph } of placedParagraphs(article)) {
    // A table that opens a section is not the one that closed the section before.
    const part = place.slice(0, place.lastIndexOf('.'));
    const isHead = paragraph.kind === 'row' && tablePart !== part;
    tablePart = paragraph.kind === 'row' ? part : undefined;
    for (const { text, run, sentence, citations, cells } of sentencesOf(
      paragraph,
      isHead,
      article.language,
    )) {
      const cited = [...new Set(citations.map(({ sourceId }) => sourceId))].flatMap(
        (id) => sources.get(id) ?? [],
      );
      const { claims, ...support } =
        checkAttributed(cells ?? [text], cited) ??
        checkSentence(text, passagesOf(citations, sources), article.language);
      sentences.push({ place, run, sentence, text, ...support, claims });
    }
  }
  return summariseSupport(sentences);
}

/** The passages behind citations, each once, in the order of the citations. */
export function passagesOf(
  citations: readonly Citation[],
  sources: ReadonlyMap<string, Source>,
): CitedPassage[] {
  const found = new Set<CitedPassage>();
  for (const { sourceId, passageId } of citations) {
    const source = sources.get(sourceId);
    if (source === undefined) continue;
    const named = source.passages.filter(({ id }) => id === passageId);
    // A passage that the dossier does not have tells no more than its source does.
    for (const passage of named.length > 0 ? named : source.passages)
      found.add(citedPassage(passage, source));
  }
  return [...found];
}

function citedPassage(passage: Passage, source: Source): CitedPassage {
  const known = citedPassages.get(passage);
  if (known !== undefined) return known;
  const heading = [source.author, source.title, passage.heading]
    .filter((part) => part !== undefined && part !== '')
    .join(': ');
  const made = {
    sourceId: source.id,
    passageId: passage.id,
    start: passage.start,
    text: passage.text,
    heading,
  };
  citedPassages.set(passage, made);
  return made;
}

function sentencesOf(paragraph: Paragraph, isHead: boolean, language: string): Sentence[] {
  if (paragraph.kind === 'row') return rowOf(paragraph.content, isHead);
  return paragraph.content.flatMap(({ text, citations }, run) =>
    splitSentences(text, language)
      .map((sentence, index) => ({ text: sentence.text, run, sentence: index, citations }))
      .filter((sentence) => !statesNothing(sentence.text, language)),
  );
}

/** The cells of a row are one statement; they share what any of them cites. */
function rowOf(cells: readonly CitedText[], isHead: boolean): Sentence[] {
  const citations = cells.flatMap((cell) => cell.citations);
  if (isHead && citations.length === 0) return [];
  const texts = cells.map((cell) => cell.text.trim()).filter((cell) => cell !== '');
  if (texts.length === 0) return [];
  return [{ text: texts.join(', '), run: 0, sentence: 0, citations, cells: texts }];
}
