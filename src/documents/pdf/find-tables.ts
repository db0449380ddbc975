import type { PdfCell, PdfLine } from './pdf-line.ts';

/** Rows of a table lie no farther apart, in parts of the font's size. */
const MOST_APART = 3.5;
/** How far edges of cells in one column may differ, in parts of the font's size. */
const ALIGNED = 0.8;
/** Lines of more cells are no rows that anybody reads. */
const MOST_CELLS = 60;

/** The lines of a column that are rows of tables: two or more below one another whose cells stand in columns. */
export function findTables(lines: readonly PdfLine[]): Set<PdfLine> {
  const rows = new Set<PdfLine>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || !areRows(line, next)) continue;
    rows.add(line);
    rows.add(next);
  }
  return rows;
}

function areRows(line: PdfLine, next: PdfLine): boolean {
  if (line.cells === undefined || next.cells === undefined) return false;
  if (line.cells.length > MOST_CELLS || next.cells.length > MOST_CELLS) return false;
  if (line.column !== next.column || next.y - line.y > MOST_APART * line.size) return false;
  const behind = next.cells.slice(1);
  return line.cells
    .slice(1)
    .some((cell) => behind.some((other) => isAligned(cell, other, line.size)));
}

function isAligned(cell: PdfCell, other: PdfCell, size: number): boolean {
  const near = (one: number, two: number): boolean => Math.abs(one - two) <= ALIGNED * size;
  return (
    near(cell.left, other.left) ||
    near(cell.right, other.right) ||
    near((cell.left + cell.right) / 2, (other.left + other.right) / 2)
  );
}
