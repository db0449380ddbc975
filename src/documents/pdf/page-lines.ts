import { isSameLine } from './is-same-line.ts';
import type { Segment } from './page-segments.ts';
import type { PdfCell, PdfLine } from './pdf-line.ts';
import { splitColumns } from './split-columns.ts';

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
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && isBeside(last, segment)) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map(lineOf);
}

/** Raised letters belong to a line that they touch; the first line of a text in small letters does not. */
function isBeside(last: Segment, next: Segment): boolean {
  if (!isSameLine(last, next)) return false;
  const isRaised = Math.abs(last.y - next.y) > 0.35 * Math.max(last.size, next.size);
  const space = Math.max(next.left - last.right, last.left - next.right);
  return !isRaised || Math.abs(space) < Math.max(last.size, next.size);
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
