import type { PageLines, PdfLine } from './pdf-line.ts';

/** Lines at either edge of a page that may run through the document. */
const EDGE_LINES = 3;
/** Space between them and the text, in parts of their leading: headers stand apart. */
const LEAST_GAP = 1.6;
/** Share of the page's height at either edge where they stand. */
const EDGE = 0.15;
const LEAST_PAGES = 3;
/** As share of the pages; a header may be that of a chapter. */
const LEAST_SHARE = 0.02;

/**
 * Takes out of each page what is printed on every page: headers, footers, page numbers. They stand apart from the text
 * at the edge of the page, at one height, and say the same on three pages or more, but for the page's number.
 */
export function removeRunningLines(pages: readonly PageLines[]): PageLines[] {
  const edges = pages.map((page) => edgeLines(page));
  const counts = new Map<string, number>();
  for (const [index, lines] of edges.entries()) {
    const { page = 0 } = pages[index] ?? {};
    const keys = new Set(lines.flatMap((line) => keysOf(line, page)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(LEAST_PAGES, pages.length * LEAST_SHARE);
  const isRunning = (line: PdfLine, page: number): boolean =>
    keysOf(line, page).some((key) => (counts.get(key) ?? 0) >= least);
  return pages.map((page, index) => {
    const running = new Set(edges[index]?.filter((line) => isRunning(line, page.page)));
    return { ...page, lines: page.lines.filter((line) => !running.has(line)) };
  });
}

/** The lines above the first wide gap and below the last, near the edges. */
function edgeLines({ lines, height }: PageLines): PdfLine[] {
  const sorted = lines.toSorted((one, other) => one.y - other.y);
  const top = outerLines(sorted, (line) => line.y <= height * EDGE);
  const bottom = outerLines(sorted.toReversed(), (line) => line.y >= height * (1 - EDGE));
  return [...new Set([...top, ...bottom])];
}

function outerLines(lines: readonly PdfLine[], isNear: (line: PdfLine) => boolean): PdfLine[] {
  const outer: PdfLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (outer.length >= EDGE_LINES * 2 || !isNear(line)) return [];
    outer.push(line);
    const next = lines[index + 1];
    if (next === undefined) return outer;
    if (Math.abs(next.y - line.y) > LEAST_GAP * Math.max(line.size, next.size)) return outer;
  }
  return [];
}

/** The line as it is, and with one of its numbers told from the page's own. */
function keysOf(line: PdfLine, page: number): string[] {
  const text = line.text.replace(/\s+/gu, ' ').trim();
  const place = Math.round(line.y / 6);
  const keys = [text];
  const numbers = [...text.matchAll(/\d{1,5}/gu)].slice(0, 6);
  for (const number of numbers) {
    const relative = Number(number[0]) - page;
    const end = number.index + number[0].length;
    keys.push(`${text.slice(0, number.index)}\u0000${relative}\u0000${text.slice(end)}`);
    // The page's number at either end tells enough: what stands beside it may be that of a chapter.
    if (number.index === 0 || end === text.length) keys.push(`\u0000${relative}`);
  }
  // One number by itself at the edge is a page's, even where a part of the book counts anew.
  if (/^[-–— ]*(?:\d{1,4}|[ivxlc]{1,7})[-–— ]*$/u.test(text)) keys.push('\u0000');
  return keys.flatMap((key) => [`${place}\u0000${key}`, `${place + 1}\u0000${key}`]);
}
