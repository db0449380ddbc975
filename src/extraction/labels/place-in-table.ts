import { canonicalLabel } from './canonical-words.ts';
import type { LabelHit } from './find-labels.ts';
import { isKnownLabel } from './labels-of.ts';
import { type TextLine, type TextPlace, trimPlace } from './lines-of.ts';
import { COST, countWords, LEAD, type Place, TO_COLON, wordsBefore } from './value-place.ts';

/** The next cell of a label's row, or the cells below a heading. */
export function placeInTable(
  text: string,
  lines: readonly TextLine[],
  hit: LabelHit,
  others: readonly LabelHit[],
): Place | undefined {
  const cells = lines[hit.line]?.cells ?? [];
  const column = cells.findIndex(({ start, end }) => start <= hit.start && hit.end <= end);
  const cell = cells[column];
  if (cell === undefined) return undefined;
  const extra =
    wordsBefore(text.slice(Math.max(cell.start, hit.start - LEAD), hit.start)) * COST.wordBefore +
    countWords(text.slice(hit.end, cell.end).replace(/\([^()]*\)|:.*/gu, '')) * COST.wordAfter;
  const inner = TO_COLON.exec(text.slice(hit.end, cell.end));
  if (inner !== null && hit.end + inner[0].length < cell.end) {
    const start = hit.end + inner[0].length;
    return { ...trimPlace(text, start, cell.end), cost: extra, isWhole: true };
  }
  const below =
    lines[hit.line]?.row === 0
      ? columnBelow(lines, hit.line, column).filter(({ start, end }) => end > start)
      : [];
  const beside = cells.slice(column + 1).find(({ start, end }) => end > start);
  const isHead = below.length > 0;
  const isPair =
    beside !== undefined &&
    !others.some(({ start }) => start >= beside.start && start < beside.end) &&
    !isKnownLabel(canonicalLabel(text.slice(beside.start, beside.end)));
  if (isHead && !(isPair && cells.length === 2)) {
    const [first] = below;
    if (first === undefined) return undefined;
    const cost = COST.column + extra + (below.length > 1 ? COST.severalRows : 0);
    return { ...first, cost, isWhole: true, column: below };
  }
  if (beside === undefined) return undefined;
  return { ...beside, cost: COST.cell + extra, isWhole: true };
}

function columnBelow(lines: readonly TextLine[], from: number, column: number): TextPlace[] {
  const places: TextPlace[] = [];
  for (let at = from + 1; (lines[at]?.row ?? 0) > 0; at++) {
    const cell = lines[at]?.cells?.[column];
    if (cell !== undefined) places.push(cell);
  }
  return places;
}
