import type { CitedText } from '../core/article.ts';
import { cleanText } from '../core/text/clean-text.ts';

/** A part of a sentence that leads to another article, or to none. */
export interface Piece {
  text: string;
  slug?: string;
}

/** A run's text on one line, cut where its links begin and end; nothing where no text is left. */
export function linkedPieces({ text, links = [] }: CitedText): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { start, end, slug } of links) {
    if (!(start >= done && end > start && end <= text.length)) continue;
    pieces.push({ text: text.slice(done, start) }, { text: text.slice(start, end), slug });
    done = end;
  }
  pieces.push({ text: text.slice(done) });
  return foldPieces(pieces);
}

/** As `foldText` does, but over all pieces: a space at the border of two stays one. */
function foldPieces(pieces: readonly Piece[]): Piece[] {
  const folded: Piece[] = [];
  let before = ' ';
  for (const piece of pieces) {
    let text = cleanText(piece.text)
      .replaceAll(/\p{Noncharacter_Code_Point}/gu, '')
      .replaceAll(/\s+/gu, ' ');
    if (before.endsWith(' ')) text = text.trimStart();
    if (text === '') continue;
    folded.push({ ...piece, text });
    before = text;
  }
  const last = folded.at(-1);
  if (last !== undefined) last.text = last.text.trimEnd();
  return folded;
}
