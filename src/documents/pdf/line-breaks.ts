import type { PdfLine } from './pdf-line.ts';
import { roundSize } from './typography.ts';

/** Where the text of a column begins and ends, in points. */
export interface ColumnEdges {
  left: number;
  right: number;
}

/** More space between lines than this, in parts of the usual leading, parts paragraphs. */
const PARAGRAPH_GAP = 1.3;
/** An indent of this, in parts of the font's size, begins a paragraph. */
const INDENT = 0.8;
const SENTENCE_END = /[.!?:;…。！？]["”’»)\]]*$/u;

export function columnEdges(lines: readonly PdfLine[]): Map<number, ColumnEdges> {
  const edges = new Map<number, ColumnEdges>();
  for (const { column, left, right } of lines) {
    const known = edges.get(column);
    if (known === undefined) edges.set(column, { left, right });
    else {
      known.left = Math.min(known.left, left);
      known.right = Math.max(known.right, right);
    }
  }
  return edges;
}

interface OpenParagraph {
  kind: string;
  first: PdfLine;
  last: PdfLine;
  /** Of the column that `last` stands in. */
  edges: ColumnEdges;
}

interface Usual {
  leading: number;
  bold: ReadonlySet<string>;
  isNewPage: boolean;
}

/** Whether a line goes on with the paragraph or list item before it. */
export function goesOn(
  open: OpenParagraph,
  line: PdfLine,
  edges: ColumnEdges,
  { leading, bold, isNewPage }: Usual,
): boolean {
  const { last } = open;
  if (Math.abs(roundSize(last.size) - roundSize(line.size)) > 0.1 * line.size) return false;
  const endsSentence = SENTENCE_END.test(last.text);
  const isFull = isWrapped(last, line, open.edges);
  const isIndented = line.left - edges.left > INDENT * line.size;
  if (isNewPage || last.column !== line.column) {
    if (endsSentence || !isFull) return false;
    return (
      /^["“‘(]?\p{Ll}/u.test(line.text) ||
      (!isIndented && bold.has(last.font) === bold.has(line.font))
    );
  }
  const gap = line.y - last.y;
  if (gap <= 0 || gap > PARAGRAPH_GAP * leading * Math.max(last.size, line.size)) return false;
  if (!isFull) return false;
  if (open.kind === 'item') {
    const isBelowText = line.left - open.first.left > 0.4 * line.size;
    return isBelowText || !endsSentence;
  }
  // Indented first lines; a hanging indent has its first line farther out, and no sentence ends before it.
  const isPushedIn = line.left - last.left > INDENT * line.size;
  return (
    !(isPushedIn && endsSentence) && !(bold.has(last.font) !== bold.has(line.font) && endsSentence)
  );
}

/** True when the first word of the next line had no room in this one. */
function isWrapped(line: PdfLine, next: PdfLine, { left, right }: ColumnEdges): boolean {
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  const word = /^\S+/u.exec(next.text)?.[0].length ?? 0;
  const room = right - line.right;
  return room <= (word + 1) * letter + (right - left) * 0.12;
}
