import type { Segment } from './page-segments.ts';

/** Fewer lines on a side make no column. */
const LEAST_LINES = 5;
/** Words of a line of a column; cells of tables mostly have fewer. */
const LEAST_WORDS = 3;
/** How full the lines of a column are in the middle; cells of tables are not. */
const LEAST_FILL = 0.55;
/** Columns begin at one height, give or take this, in parts of the font's size. */
const SAME_HEIGHT = 2.5;
/** Places that are tried for a gutter. */
const MOST_PLACES = 24;
const MOST_COLUMNS = 4;

interface Bands {
  gutter: number;
  /** Parts of the text between two heights: `end` exclusive. */
  bands: readonly { start: number; end: number }[];
  segments: number;
}

/**
 * Parts text that is set in columns: each column becomes a part, and so does what stands above, between and below
 * them. Parts come in reading order. Tables stay whole, since their cells are short.
 */
export function splitColumns(
  segments: readonly Segment[],
  most = MOST_COLUMNS,
): (readonly Segment[])[] {
  const sorted = segments.toSorted((one, other) => one.y - other.y);
  const found = most < 2 ? undefined : findBands(sorted);
  if (found === undefined) return sorted.length === 0 ? [] : [sorted];
  const parts: Segment[][] = [];
  let above = -Infinity;
  const between = (from: number, to: number): Segment[] =>
    sorted.filter((segment) => segment.y >= from && segment.y < to);
  for (const { start, end } of found.bands) {
    const inside = between(start, end);
    const isLeft = (segment: Segment): boolean => segment.right <= found.gutter;
    parts.push(
      between(above, start),
      inside.filter(isLeft),
      inside.filter((segment) => !isLeft(segment)),
    );
    above = end;
  }
  parts.push(between(above, Infinity));
  return parts.filter((part) => part.length > 0).flatMap((part) => splitColumns(part, most - 1));
}

/** The gutter that parts the most text. */
function findBands(sorted: readonly Segment[]): Bands | undefined {
  if (sorted.length < 2 * LEAST_LINES) return undefined;
  let best: Bands | undefined;
  for (const place of commonStarts(sorted)) {
    const bands = bandsAt(sorted, place);
    if (bands !== undefined && bands.segments > (best?.segments ?? 0)) best = bands;
  }
  return best;
}

/** Left edges that several lines share. */
function commonStarts(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of segments) {
    const place = Math.round(left / 2) * 2;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= LEAST_LINES - 1)
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, MOST_PLACES)
    .map(([place]) => place - 2);
}

/** The columns at both sides of a place: what crosses it parts them. */
function bandsAt(sorted: readonly Segment[], gutter: number): Bands | undefined {
  const bands: { start: number; end: number }[] = [];
  let segments = 0;
  let run: Segment[] = [];
  const finish = (end: number): void => {
    const start = columnsStart(run, gutter);
    if (start !== undefined) {
      bands.push({ start, end });
      segments += run.length;
    }
    run = [];
  };
  for (const segment of sorted) {
    if (segment.left < gutter && segment.right > gutter) finish(segment.y - segment.size * 0.3);
    else run.push(segment);
  }
  finish(Infinity);
  return bands.length === 0 ? undefined : { gutter, bands, segments };
}

/** Where two columns of prose begin side by side; undefined where there are none. */
function columnsStart(run: readonly Segment[], gutter: number): number | undefined {
  const prose = run.filter((segment) => wordsOf(segment) >= LEAST_WORDS);
  const left = prose.filter((segment) => segment.right <= gutter);
  const right = prose.filter((segment) => segment.right > gutter);
  let [atLeft, atRight] = [0, 0];
  for (;;) {
    const one = left[atLeft];
    const other = right[atRight];
    if (one === undefined || other === undefined) return undefined;
    if (Math.abs(one.y - other.y) <= SAME_HEIGHT * Math.max(one.size, other.size)) {
      if (!isColumn(left.slice(atLeft)) || !isColumn(right.slice(atRight))) return undefined;
      const first = one.y < other.y ? one : other;
      return first.y - first.size * 0.3;
    }
    if (one.y < other.y) atLeft += 1;
    else atRight += 1;
  }
}

function isColumn(side: readonly Segment[]): boolean {
  if (side.length < LEAST_LINES) return false;
  const left = side.reduce((least, segment) => Math.min(least, segment.left), Infinity);
  const right = side.reduce((most, segment) => Math.max(most, segment.right), -Infinity);
  const fill = median(side.map((segment) => segment.right - segment.left)) / (right - left || 1);
  return fill >= LEAST_FILL;
}

function wordsOf({ text }: Segment): number {
  return text.trim().split(/\s+/u, LEAST_WORDS).length;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
