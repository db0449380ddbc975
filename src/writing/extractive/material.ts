import type { Dossier, Passage, Source } from '../../core/dossier.ts';
import { splitSentences } from '../../core/text/split-sentences.ts';
import { countWords } from '../../core/text/count-words.ts';
import { addressesModel } from './addresses-model.ts';
import { isNarrative } from './is-narrative.ts';
import { isProse } from './is-prose.ts';
import { readTraits, type SentenceTraits } from './sentence-traits.ts';
import { readBlocks, type TextBlock } from './text-block.ts';
import { readTerms } from './terms.ts';

/** A sentence of a source that may go into the article. */
export interface MaterialSentence {
  /** Place in the material, from 0. */
  index: number;
  sourceId: string;
  passageId: string;
  /** Offsets in the source's text, as in `Passage`. */
  start: number;
  end: number;
  /** White space folded; else as in the source. */
  text: string;
  /** The same with its white space as in the source. */
  raw: string;
  words: number;
  /** Distinct stems that carry a topic, in order of appearance. */
  terms: readonly string[];
  /** Distinct numbers as written. */
  numbers: readonly string[];
  traits: SentenceTraits;
  /** May stand in running text. */
  usable: boolean;
  /** False for what happened once in a personal account. */
  general: boolean;
  /** Relevance of its passage, 0 to 1. */
  passageScore: number;
}

export interface MaterialList {
  numbered: boolean;
  /** Sentences of each item. */
  items: readonly (readonly MaterialSentence[])[];
}

/** A paragraph of a source: its sentences in order, and the list that stands right below it. */
export interface MaterialParagraph {
  /** Place in the material, from 0. */
  index: number;
  sentences: MaterialSentence[];
  list?: MaterialList;
}

/** What a source says under one heading. */
export interface MaterialSegment {
  sourceId: string;
  heading?: string;
  /** Where it begins in the known part of its source, 0 to 1. */
  position: number;
  paragraphs: MaterialParagraph[];
}

export interface Material {
  segments: readonly MaterialSegment[];
  paragraphs: readonly MaterialParagraph[];
  sentences: readonly MaterialSentence[];
  /** Titles and authors of the sources by id. */
  titles: ReadonlyMap<string, string>;
  authors: ReadonlyMap<string, string>;
  /** Sources whose author tells of one case, his own. */
  personal: ReadonlySet<string>;
}

const MOST_UNITS = 1000;
/** A source whose author speaks of himself this often tells a story of one case. */
const PERSONAL_SHARE = 0.12;

/** Reads the sentences of a dossier with where they stand; what passages share is read once. */
export function readMaterial(dossier: Dossier, language: string): Material {
  const segments: MaterialSegment[] = [];
  const paragraphs: MaterialParagraph[] = [];
  const sentences: MaterialSentence[] = [];
  const personal = new Set<string>();
  for (const source of dossier.sources) {
    const first = sentences.length;
    const passages = source.passages.toSorted((left, right) => left.start - right.start);
    const extent = Math.max(1, ...passages.map((passage) => passage.end));
    const seen = new Set<number>();
    let segment: MaterialSegment | undefined;
    for (const passage of passages) {
      if (
        segment === undefined ||
        segment.heading !== passage.heading ||
        passage.heading === undefined
      )
        segment = openSegment(source, passage.heading, passage.start / extent);
      let paragraph: MaterialParagraph | undefined;
      for (const block of readBlocks(passage.text)) {
        if (block.kind === 'table') paragraph = undefined;
        else if (block.kind === 'heading') {
          const heading = fold(passage.text.slice(block.start, block.end));
          if (heading !== segment.heading)
            segment = openSegment(source, heading, (passage.start + block.start) / extent);
          paragraph = undefined;
        } else {
          const read = readSentences(source, passage, block, language).filter(
            (sentence) => !seen.has(sentence.start),
          );
          if (read.length === 0) continue;
          if (read.some((sentence) => addressesModel(sentence.text))) silence(read);
          for (const sentence of read) {
            seen.add(sentence.start);
            sentence.index = sentences.push(sentence) - 1;
          }
          if (block.kind === 'item') {
            paragraph ??= openParagraph(segment);
            const items = [...(paragraph.list?.items ?? []), read];
            paragraph.list = { numbered: block.numbered, items };
          } else {
            paragraph = openParagraph(segment);
            paragraph.sentences.push(...read);
          }
        }
      }
    }
    if (isPersonal(sentences.slice(first))) {
      personal.add(source.id);
      if (/^en\b/iu.test(language)) keepTheGeneral(sentences.slice(first));
    }
  }
  return {
    segments: segments.filter((each) => each.paragraphs.length > 0),
    paragraphs,
    sentences,
    titles: new Map(dossier.sources.map((source) => [source.id, source.title])),
    personal,
    authors: new Map(
      dossier.sources.flatMap(({ id, author }) => (author === undefined ? [] : [[id, author]])),
    ),
  };

  function openSegment(
    source: Source,
    heading: string | undefined,
    position: number,
  ): MaterialSegment {
    const known = segments.find(
      (each) => heading !== undefined && each.sourceId === source.id && each.heading === heading,
    );
    if (known !== undefined) return known;
    const opened: MaterialSegment = { sourceId: source.id, position, paragraphs: [] };
    if (heading !== undefined) opened.heading = heading;
    segments.push(opened);
    return opened;
  }

  function openParagraph(segment: MaterialSegment): MaterialParagraph {
    const opened: MaterialParagraph = { index: paragraphs.length, sentences: [] };
    paragraphs.push(opened);
    segment.paragraphs.push(opened);
    return opened;
  }
}

function readSentences(
  source: Source,
  passage: Passage,
  block: TextBlock,
  language: string,
): MaterialSentence[] {
  // A line end inside a block is a space; both are one code unit, so that offsets hold.
  const text = passage.text.slice(block.start, block.end).replaceAll('\n', ' ');
  const item = block.kind === 'item';
  return splitSentences(text, language).map((sentence) => {
    const folded = fold(sentence.text);
    // What is too long for a sentence is not printed, whatever its form.
    const head = folded.slice(0, MOST_UNITS);
    const traits = readTraits(head, language);
    const prose = isProse(folded, { item });
    return {
      index: 0,
      sourceId: source.id,
      passageId: passage.id,
      start: passage.start + block.start + sentence.start,
      end: passage.start + block.start + sentence.end,
      text: folded,
      raw: sentence.text,
      words: countWords(head, language),
      terms: readTerms(head, language),
      numbers: [...new Set(head.match(/\d+(?:[.,]\d+)*/gu))],
      traits,
      usable: prose && !traits.unfit && !traits.firstPerson,
      general: true,
      passageScore: passage.score,
    };
  });
}

function isPersonal(sentences: readonly MaterialSentence[]): boolean {
  const personal = sentences.filter((sentence) => sentence.traits.firstPerson).length;
  return personal > 0 && personal >= sentences.length * PERSONAL_SHARE;
}

/** In a personal account, what happened once is only fit for a quotation. */
function keepTheGeneral(sentences: readonly MaterialSentence[]): void {
  for (const sentence of sentences) {
    if (!isNarrative(sentence.text)) continue;
    sentence.general = false;
    sentence.usable = false;
  }
}

/** Nothing of a paragraph that tries to command a language model is printed, not even as a quotation. */
function silence(sentences: readonly MaterialSentence[]): void {
  for (const sentence of sentences) {
    sentence.usable = false;
    sentence.traits = { ...sentence.traits, unfit: true };
  }
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
