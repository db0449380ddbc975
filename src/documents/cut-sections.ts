import { splitSentences } from '../core/text/split-sentences.ts';

/** A stretch of text with its size in whatever unit it is measured in; `end` exclusive. */
export interface Piece {
  start: number;
  end: number;
  size: number;
}

/** What stands below one heading, in pieces. */
export interface CutSection {
  /** Without its marks; absent above the first heading and below the title of the document. */
  heading?: string | undefined;
  /** Blocks, and the sentences of blocks that are too long. */
  pieces: readonly Piece[];
  /** The pieces joined to a good size. */
  joined: readonly Piece[];
}

export interface CutSizes {
  /** Smaller pieces are joined with the next of the same section. */
  least: number;
  /** No piece is added that would go past this, but to one that is smaller than `least`. */
  good: number;
  /** Nothing of whole sentences is larger, and larger blocks are cut between sentences. */
  most: number;
  /** A longer sentence is no sentence: it is cut between words. */
  mostCharacters: number;
  /** Whether sentences larger than `most` are cut between words too. */
  cutsSentences?: boolean;
}

/**
 * Cuts text in the block form of `DocumentContent` into its sections, and these into pieces of the wanted sizes. A piece
 * follows the borders of blocks, never crosses a heading and cuts no sentence unless it must; short sections make short
 * pieces. Headings are no part of a piece; the title at the top of a document counts for no heading.
 */
export function cutSections(
  text: string,
  language: string,
  sizes: CutSizes,
  measure: (text: string) => number,
): CutSection[] {
  const sections: { heading?: string | undefined; pieces: Piece[] }[] = [{ pieces: [] }];
  for (const line of text.matchAll(/[^\n]+/gu)) {
    if (line[0].trim() === '') continue;
    const title = /^(#{1,6})\s+(.*)$/u.exec(line[0]);
    if (title === null) {
      // One by one: a line may have more sentences than a call can have arguments.
      for (const piece of piecesOf(line[0], line.index, language, sizes, measure))
        sections.at(-1)?.pieces.push(piece);
      continue;
    }
    const isDocumentTitle = title[1] === '#' && text.slice(0, line.index).trim() === '';
    sections.push({ heading: isDocumentTitle ? undefined : title[2]?.trim(), pieces: [] });
  }
  return sections.map((section) => ({ ...section, joined: joinPieces(section.pieces, sizes) }));
}

/** Joins neighbours up to a good size, and a small rest with what is before it. */
function joinPieces(pieces: readonly Piece[], sizes: CutSizes): Piece[] {
  const { least, good, most, mostCharacters } = sizes;
  const fits = (open: Piece, next: Piece, limit: number): boolean =>
    open.size + next.size <= limit && next.end - open.start <= mostCharacters;
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const limit = last !== undefined && last.size < least ? most : good;
    if (last !== undefined && fits(last, piece, limit))
      joined[joined.length - 1] = join(last, piece);
    else joined.push(piece);
  }
  const [before, rest] = joined.slice(-2);
  if (before !== undefined && rest !== undefined && rest.size < least && fits(before, rest, most)) {
    joined.splice(-2, 2, join(before, rest));
  }
  return joined;
}

function join(left: Piece, right: Piece): Piece {
  return { start: left.start, end: right.end, size: left.size + right.size };
}

/** A block as a whole, or its sentences when it is too long. */
function piecesOf(
  line: string,
  offset: number,
  language: string,
  sizes: CutSizes,
  measure: (text: string) => number,
): Piece[] {
  const { most, mostCharacters, cutsSentences = false } = sizes;
  if (line.length <= mostCharacters) {
    const size = measure(line);
    if (size <= most) return [{ start: offset, end: offset + line.trimEnd().length, size }];
  }
  const pieces: Piece[] = [];
  const add = (text: string, start: number, characters: number): void => {
    for (const part of cutBetweenWords(text, characters)) {
      const size = measure(part.text);
      if (size > most && cutsSentences && part.text.length > 2) {
        // Where it is denser than on average its parts are still too large, and are cut again.
        const fewer = Math.max(1, Math.floor((part.text.length / size) * most * 0.9));
        add(part.text, start + part.start, fewer);
      } else {
        pieces.push({
          start: start + part.start,
          end: start + part.start + part.text.length,
          size,
        });
      }
    }
  };
  for (const sentence of splitSentences(line, language))
    add(sentence.text, offset + sentence.start, mostCharacters);
  return pieces;
}

/** Cuts at white space, or where there is none, between characters. */
function cutBetweenWords(text: string, mostCharacters: number): { start: number; text: string }[] {
  const parts: { start: number; text: string }[] = [];
  let start = 0;
  while (text.length - start > mostCharacters) {
    const space = text.lastIndexOf(' ', start + mostCharacters);
    let end = space > start ? space : start + mostCharacters;
    // Never between the halves of a surrogate pair.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end += end - start > 1 ? -1 : 1;
    parts.push({ start, text: text.slice(start, end) });
    start = text[end] === ' ' ? end + 1 : end;
  }
  parts.push({ start, text: text.slice(start) });
  return parts;
}
