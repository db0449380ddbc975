import type { Segment } from './page-segments.ts';

/** Fewer lines on a side make no column. */
const LEAST_LINES = 5;
/** Words in the middle of the lines of a side: cells of tables have fewer. */
const LEAST_WORDS = 3;
/** How full the lines of a side are; cells of tables are not. */
const LEAST_FILL = 0.55;
/** Lines that cross the gutter, as a share of all: titles, figures. */
const MOST_CROSSING = 0.35;
/** Places that are tried for a gutter. */
const MOST_PLACES = 24;
const MOST_COLUMNS = 4;

/**
 * Parts text that is set in columns: each column becomes a part, and what goes across them ends the columns above it.
 * Parts come in reading order. Tables stay whole, since their cells are short.
 */
export function splitColumns(
  segments: readonly Segment[],
  most = MOST_COLUMNS,
): (readonly Segment[])[] {
  const gutter = most < 2 ? undefined : findGutter(segments);
  if (gutter === undefined) return segments.length === 0 ? [] : [segments];
  const parts: Segment[][] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let across: Segment[] = [];
  const flushColumns = (): void => {
    parts.push(left, right);
    [left, right] = [[], []];
  };
  for (const segment of segments.toSorted((one, other) => one.y - other.y)) {
    if (segment.left < gutter && segment.right > gutter) {
      flushColumns();
      across.push(segment);
      continue;
    }
    if (across.length > 0) {
      // A number or mark beside a line that goes across belongs to it.
      if (isBeside(across, segment)) {
        across.push(segment);
        continue;
      }
      parts.push(across);
      across = [];
    }
    (segment.right <= gutter ? left : right).push(segment);
  }
  flushColumns();
  parts.push(across);
  return parts.filter((part) => part.length > 0).flatMap((part) => splitColumns(part, most - 1));
}

function isBeside(across: readonly Segment[], segment: Segment): boolean {
  const last = across.at(-1);
  return last !== undefined && Math.abs(last.y - segment.y) < 0.35 * last.size;
}

function findGutter(segments: readonly Segment[]): number | undefined {
  if (segments.length < 2 * LEAST_LINES) return undefined;
  let best: { at: number; crossing: number } | undefined;
  for (const start of commonStarts(segments)) {
    const before = segments.filter((segment) => segment.right <= start - 1);
    const behind = segments.filter((segment) => segment.left >= start - 1);
    const crossing = segments.length - before.length - behind.length;
    if (crossing > segments.length * MOST_CROSSING) continue;
    if (best !== undefined && crossing >= best.crossing) continue;
    if (isColumn(before) && isColumn(behind)) {
      const edge = before.reduce((most, segment) => Math.max(most, segment.right), -Infinity);
      best = { at: (edge + start) / 2, crossing };
    }
  }
  return best?.at;
}

/** Left edges that several lines share, but the leftmost. */
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
    .map(([place]) => place - 1);
}

function isColumn(side: readonly Segment[]): boolean {
  if (side.length < LEAST_LINES) return false;
  const left = side.reduce((least, segment) => Math.min(least, segment.left), Infinity);
  const right = side.reduce((most, segment) => Math.max(most, segment.right), -Infinity);
  const words = median(side.map((segment) => segment.text.trim().split(/\s+/u).length));
  const fill = median(side.map((segment) => segment.right - segment.left)) / (right - left || 1);
  return words >= LEAST_WORDS && fill >= LEAST_FILL;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
