/** A line of a text with its place; `text` is without its line end. */
export interface TextLine {
  text: string;
  start: number;
  /** Cells of a line such as `| a | b |`, trimmed, with their places in the text. */
  cells?: readonly TextPlace[];
  /** For a row: how many rows of its table stand before it. */
  row?: number;
  /** True for a row above a line of dashes. */
  isHeading?: boolean;
}

export interface TextPlace {
  start: number;
  end: number;
}

/** The lines of a text that are not blank, rows of tables with their cells. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let row = 0;
  let end = 0;
  for (let start = 0, next = 0; start < text.length; start = next + 1) {
    next = text.indexOf('\n', start);
    if (next === -1) next = text.length;
    const line = text.slice(start, next);
    if (line.trim() === '') continue;
    const trimmed = line.trim();
    const isRow = trimmed.length > 1 && trimmed.startsWith('|') && trimmed.endsWith('|');
    const last = lines.at(-1);
    if (isRow && last?.row === 0 && /^[\s|:-]+$/u.test(line)) {
      last.isHeading = true;
      end = next;
      continue;
    }
    // A blank line ends a table.
    const isNext = isRow && text.slice(end, start).split('\n').length <= 2;
    row = isRow && isNext && lines.at(-1)?.cells !== undefined ? row + 1 : 0;
    lines.push({
      text: line,
      start,
      ...(isRow ? { cells: cellsOf(line, start), row } : {}),
    });
    end = next;
  }
  return lines;
}

function cellsOf(line: string, offset: number): TextPlace[] {
  const cells: TextPlace[] = [];
  let start = line.indexOf('|') + 1;
  for (;;) {
    let end = line.indexOf('|', start);
    while (end !== -1 && line[end - 1] === '\\') end = line.indexOf('|', end + 1);
    if (end === -1) return cells;
    cells.push(trimPlace(line, start, end, offset));
    start = end + 1;
  }
}

/** The place without the white space at its ends. */
export function trimPlace(text: string, start: number, end: number, offset = 0): TextPlace {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  const from = start + lead + offset;
  return {
    start: from,
    end: Math.max(from, end + offset - (piece.length - piece.trimEnd().length)),
  };
}
