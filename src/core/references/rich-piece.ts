/** A part of a reference: plain text of one kind, to be escaped where it is put. */
export interface RichPiece {
  text: string;
  italic?: true;
  /** http or https. */
  href?: string;
}

/** A sentence that is closed already; what closes quotations may stand behind. */
const CLOSED = /[.?!…。？！]\s?['"’”»“」]?$/u;

export function plain(text: string): RichPiece[] {
  return text === '' ? [] : [{ text }];
}

export function italic(text: string): RichPiece[] {
  return text === '' ? [] : [{ text, italic: true }];
}

/** The parts that are there, with a separator between them. */
export function joinPieces(
  parts: readonly (readonly RichPiece[])[],
  separator: string,
): RichPiece[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [{ text: separator }, ...part]));
}

/** The parts that are there as sentences: each but an address with a full stop, unless it ends with a mark of its own. */
export function sentences(parts: readonly (readonly RichPiece[])[]): RichPiece[] {
  return joinPieces(parts.map(closeSentence), ' ');
}

/** With a full stop behind it, unless it is empty, closed, or ends with an address. */
function closeSentence(part: readonly RichPiece[]): readonly RichPiece[] {
  const last = part.at(-1);
  if (last === undefined || last.href !== undefined || isClosed(last.text)) return part;
  return [...part, { text: '.' }];
}

export function isClosed(text: string): boolean {
  return CLOSED.test(text);
}

/** Neighbours of one kind are one piece. */
export function mergePieces(pieces: readonly RichPiece[]): RichPiece[] {
  const merged: RichPiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const isSame = last?.italic === piece.italic && !last?.href && piece.href === undefined;
    if (last !== undefined && isSame)
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    else merged.push(piece);
  }
  return merged;
}
