import { countWords } from '../core/text/count-words.ts';
import { splitSentences } from '../core/text/split-sentences.ts';

/** A run of a document's text: offsets in UTF-16 code units, `end` exclusive. */
export interface TextPassage {
  start: number;
  end: number;
  /** The nearest heading above, without its marks. */
  heading?: string;
}

/** Fewer words are joined with the next block of the same section. */
const MIN_WORDS = 60;
/** No block is added that would go past this, but to a short passage. */
const GOOD_WORDS = 150;
/** No passage of whole sentences is longer, and longer blocks are cut between sentences. */
const MAX_WORDS = 220;
/** A sentence longer than this is no sentence: it is cut between words. */
const MAX_CHARACTERS = 4000;

/**
 * Cuts text in the block form of `DocumentContent` into passages of about 60 to 220 words. A passage follows the borders
 * of blocks, never crosses a heading and never cuts a sentence; short sections make short passages. Headings are no
 * part of a passage; the title at the top of a document counts for no heading.
 */
export function cutPassages(text: string, language = 'en'): TextPassage[] {
  const passages: TextPassage[] = [];
  for (const { heading, pieces } of sectionsOf(text, language)) {
    for (const { start, end } of joinPieces(pieces)) {
      passages.push({ start, end, ...(heading === undefined ? {} : { heading }) });
    }
  }
  return passages;
}

interface Piece {
  start: number;
  end: number;
  words: number;
}

interface Section {
  heading?: string | undefined;
  pieces: Piece[];
}

function sectionsOf(text: string, language: string): Section[] {
  const sections: Section[] = [{ pieces: [] }];
  for (const line of text.matchAll(/[^\n]*\S[^\n]*/gu)) {
    const title = /^(#{1,6})\s+(.*)$/u.exec(line[0]);
    if (title === null) {
      // One by one: a line may have more sentences than a call can have arguments.
      for (const piece of piecesOf(line[0], line.index, language))
        sections.at(-1)?.pieces.push(piece);
      continue;
    }
    const isDocumentTitle = title[1] === '#' && text.slice(0, line.index).trim() === '';
    sections.push({ heading: isDocumentTitle ? undefined : title[2]?.trim(), pieces: [] });
  }
  return sections;
}

/** Joins neighbours up to a good length, and a short rest with what is before it. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const limit = last !== undefined && last.words < MIN_WORDS ? MAX_WORDS : GOOD_WORDS;
    if (last !== undefined && fits(last, piece, limit))
      joined[joined.length - 1] = join(last, piece);
    else joined.push(piece);
  }
  const [before, rest] = joined.slice(-2);
  if (
    before !== undefined &&
    rest !== undefined &&
    rest.words < MIN_WORDS &&
    fits(before, rest, MAX_WORDS)
  ) {
    joined.splice(-2, 2, join(before, rest));
  }
  return joined;
}

function fits(open: Piece, next: Piece, limit: number): boolean {
  return open.words + next.words <= limit && next.end - open.start <= MAX_CHARACTERS;
}

function join(left: Piece, right: Piece): Piece {
  return { start: left.start, end: right.end, words: left.words + right.words };
}

/** A block as a whole, or its sentences when it is too long. */
function piecesOf(line: string, offset: number, language: string): Piece[] {
  if (line.length <= MAX_CHARACTERS) {
    const words = countWords(line, language);
    if (words <= MAX_WORDS) return [{ start: offset, end: offset + line.trimEnd().length, words }];
  }
  const pieces: Piece[] = [];
  for (const sentence of splitSentences(line, language)) {
    for (const part of cutLong(sentence.text, offset + sentence.start)) {
      const words = countWords(line.slice(part.start - offset, part.end - offset), language);
      pieces.push({ ...part, words });
    }
  }
  return pieces;
}

/** Cuts what is far too long for a sentence at white space, or where there is none, between characters. */
function cutLong(sentence: string, offset: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  while (sentence.length - start > MAX_CHARACTERS) {
    const space = sentence.lastIndexOf(' ', start + MAX_CHARACTERS);
    let end = space > start ? space : start + MAX_CHARACTERS;
    // Never between the halves of a surrogate pair.
    if (/[\ud800-\udbff]/.test(sentence[end - 1] ?? '')) end -= 1;
    parts.push({ start: offset + start, end: offset + end });
    start = sentence[end] === ' ' ? end + 1 : end;
  }
  parts.push({ start: offset + start, end: offset + sentence.length });
  return parts;
}
