import type { Segment } from './page-segments.ts';
import type { PdfCell, PdfLine } from './pdf-line.ts';
import { splitColumns } from './split-columns.ts';

/** How far baselines in one line may lie apart, in parts of the font's size. */
const SAME_LINE = 0.35;

/** The dots between an entry of a table of contents and its page. */
const DOT_LEADER = /\s*(?:\.\s*){5,}/gu;

/** Lines of a page's text in reading order, columns one after the other. */
export function pageLines(groups: readonly (readonly Segment[])[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let column = 0;
  for (const segments of groups) {
    for (const part of splitColumns(segments)) {
      for (const line of linesOf(part)) lines.push({ ...line, column });
      column += 1;
    }
  }
  return lines;
}

function linesOf(segments: readonly Segment[]): Omit<PdfLine, 'column'>[] {
  const sorted = segments.toSorted((one, other) => one.y - other.y);
  const rows: Segment[][] = [];
  for (const segment of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame =
      first !== undefined && segment.y - first.y <= SAME_LINE * Math.max(first.size, segment.size);
    if (isSame) row?.push(segment);
    else rows.push([segment]);
  }
  return rows.map(lineOf);
}

function lineOf(row: readonly Segment[]): Omit<PdfLine, 'column'> {
  const isRightToLeft = row.filter((segment) => segment.isRightToLeft).length * 2 > row.length;
  const ordered = row.toSorted((one, other) =>
    isRightToLeft ? other.right - one.right : one.left - other.left,
  );
  const main = row.reduce((most, segment) => (letters(segment) > letters(most) ? segment : most));
  const cells: PdfCell[] = ordered.map(({ text, left, right }) => ({
    text: text.trim(),
    left,
    right,
  }));
  const text = cells.map((cell) => cell.text).join(' ');
  const entry = text.replace(DOT_LEADER, ' … ');
  return {
    text: entry,
    ...(cells.length > 1 && entry === text ? { cells } : {}),
    left: row.reduce((least, segment) => Math.min(least, segment.left), Infinity),
    right: row.reduce((most, segment) => Math.max(most, segment.right), -Infinity),
    y: main.y,
    size: main.size,
    font: main.font,
    isMixed: row.some((segment) => segment.isMixed || segment.font !== main.font),
  };
}

/** Without dots, which may be of a font of their own. */
function letters({ text }: Segment): number {
  return text.replace(/[\s.]/gu, '').length;
}
