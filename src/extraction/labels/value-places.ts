import { canonicalLabel } from './canonical-words.ts';
import { type LabelHit, OTHER_FIELD } from './find-labels.ts';
import { isKnownLabel } from './labels-of.ts';
import { type TextLine, type TextPlace, trimPlace } from './lines-of.ts';
import { valueEnd } from './value-end.ts';

/** A place where the value of a field may stand. */
export interface ValuePlace extends TextPlace {
  /** How sure it is that this is the field's value: 0 for `Label: value`, more for less. */
  cost: number;
  /** True for a line below several labels: the values stand in the order of the labels. */
  isShared?: boolean;
  /** False where only a value with a form of its own may be taken out of the place. */
  isWhole: boolean;
  /** Cells of a column below their heading, for lists. */
  column?: readonly TextPlace[];
  hit: LabelHit;
}

const COST = {
  cell: 0.2,
  column: 0.3,
  severalRows: 1,
  dash: 0.5,
  nextLine: 1.2,
  lineStart: 1.5,
  wordBefore: 1.2,
  wordAfter: 0.8,
  preference: 0.1,
  part: 1,
} as const;
const MOST_PREFERENCE = 1.5;
const LONGEST_HEADING = 1000;
/** In characters; what is longer is no value beside a label. */
const LONGEST_VALUE = 2000;
/** The same without a colon. */
const LONGEST_NAMED = 80;
/** Of what stands before a label in its line, for the words that go with it. */
const LEAD = 120;
/** Words that may stand between a label and its colon: `Total (incl. VAT):`. */
const TO_COLON =
  /^(\.?(?:\s?(?:[\p{L}(/&+]|(?=\d{1,2}(?:[.,]\d{1,2})? ?%))(?:[^:：|\n\t\d]|\d{1,2}(?:[.,]\d{1,2})? ?%){0,40}?)?)\s{0,3}[:：](?!\/\/)[ \t\u00a0]*/u;
const TO_CELL =
  /^\.?(?: ?\([^()\n]{0,40}\))?(?:[ \u00a0]*\t[ \t\u00a0]*| {2,}| ?\.{3,} ?| ?_{3,} ?)/u;
const TO_DASH = /^\.? [–—-] /u;
/** Where the values of all fields may stand, by what stands beside, below or behind their labels. */
export function valuePlaces(
  text: string,
  lines: readonly TextLine[],
  hits: readonly LabelHit[],
): ValuePlace[] {
  const byLine = Map.groupBy(hits, ({ line }) => line);
  // Several fields may have the same label: its surroundings are looked at once.
  const bySpan = Map.groupBy(
    hits.filter(({ field }) => field !== OTHER_FIELD),
    ({ start, end }) => `${start}-${end}`,
  );
  return [...bySpan.values()].flatMap((same) => {
    const [hit] = same;
    const line = lines[hit?.line ?? 0];
    if (hit === undefined || line === undefined) return [];
    // A line of prose is no heading of columns, however many labels it has.
    const others = line.text.length > LONGEST_HEADING ? [hit] : (byLine.get(hit.line) ?? []);
    const place =
      line.cells === undefined
        ? besideOrBelow(text, lines, hit, others)
        : inTable(text, lines, hit, others);
    if (place === undefined) return [];
    return same.map((one) => ({ ...place, cost: place.cost + preferenceCost(one), hit: one }));
  });
}

function preferenceCost({ preference, isPart }: LabelHit): number {
  const part = isPart === true ? COST.part : 0;
  return part + Math.min(MOST_PREFERENCE, preference * COST.preference);
}

type Place = Omit<ValuePlace, 'hit'>;

function besideOrBelow(
  text: string,
  lines: readonly TextLine[],
  hit: LabelHit,
  others: readonly LabelHit[],
): Place | undefined {
  const line = lines[hit.line];
  if (line === undefined) return undefined;
  const lineEnd = Math.min(line.start + line.text.length, hit.end + LONGEST_VALUE);
  const after = text.slice(hit.end, lineEnd);
  const before = wordsBefore(text.slice(Math.max(line.start, hit.start - LEAD), hit.start));
  const colon = TO_COLON.exec(after);
  const cell = colon === null ? TO_CELL.exec(after) : null;
  const dash = colon === null && cell === null ? TO_DASH.exec(after) : null;
  const separator = colon ?? cell ?? dash;
  if (separator !== null) {
    const kind = colon !== null ? 0 : cell !== null ? COST.cell : COST.dash;
    const between = countWords(colon?.[1]?.replace(/\([^()]*\)/gu, '') ?? '');
    const cost = kind + between * COST.wordAfter + before * COST.wordBefore;
    const start = hit.end + separator[0].length;
    // Labels side by side stand above their values.
    if (
      cell !== null &&
      others.some((other) => other.start === start && isWide(text, other, lineEnd))
    )
      return below(text, lines, hit, others, cost + COST.nextLine);
    if (start < lineEnd && text.slice(start, lineEnd).trim() !== '') {
      const end = valueEnd(text, start, lineEnd);
      return { ...trimPlace(text, start, end), cost, isWhole: true };
    }
    return below(text, lines, hit, others, cost + COST.nextLine);
  }
  const rest = after.trim();
  const isEnd = /^[.:#*]*$/u.test(rest);
  // Labels in a row: `Invoice number Date Due date`.
  const isNextLabel = others.some(({ start }) => start > hit.end && start <= hit.end + 3);
  if (isEnd || isNextLabel)
    return below(text, lines, hit, others, COST.nextLine + before * COST.wordBefore);
  return before === 0 ? behindName(text, hit, after) : undefined;
}

/** `Invoice number INV-2025-001`, `BIC COBADEFFXXX`: without a colon only what looks like no prose is a value by itself. */
function behindName(text: string, hit: LabelHit, after: string): Place | undefined {
  const piece = after.split(/[|\t;]| {2,}/u, 1)[0] ?? '';
  if (!/^\.?[ \u00a0]\S/u.test(piece) || piece.length > LONGEST_NAMED) return undefined;
  const start = hit.end + (piece.startsWith('.') ? 1 : 0);
  const place = trimPlace(text, start, hit.end + piece.length);
  const rest = text.slice(place.start, place.end);
  const isNumber = /(?:nr|no|number|nummer|n[°º]|#)$/iu.test(text.slice(hit.start, hit.end));
  const first = /^[^\s,]*\d[^\s,]*/u.exec(rest)?.[0].replace(/[.:]$/u, '');
  // `Rechnung Nr. 4711 vom 12.02.2025`
  if (isNumber && first !== undefined)
    return {
      start: place.start,
      end: place.start + first.length,
      cost: COST.lineStart,
      isWhole: true,
    };
  const isWhole = /\p{N}|^[\p{Lu}-]{4,}$/u.test(rest) && countWords(rest) <= 3;
  return { ...place, cost: COST.lineStart, isWhole };
}

/** The next line, where the label has its line for itself or shares it with other labels. */
function below(
  text: string,
  lines: readonly TextLine[],
  hit: LabelHit,
  others: readonly LabelHit[],
  cost: number,
): Place | undefined {
  const line = lines[hit.line];
  const next = lines[hit.line + 1];
  if (line === undefined || next === undefined || next.cells !== undefined) return undefined;
  if (text.slice(line.start + line.text.length, next.start).split('\n').length > 3)
    return undefined;
  const labels = [...new Map(others.map((other) => [other.start, other])).values()];
  const isAlone =
    labels.every((other) => other.start <= hit.end && other.end >= hit.start) &&
    wordsBefore(text.slice(Math.max(line.start, hit.start - LEAD), hit.start)) <= 2 &&
    !/\S[ \u00a0]{2,}|\t/u.test(line.text.trim());
  const place = trimPlace(text, next.start, next.start + Math.min(next.text.length, LONGEST_VALUE));
  if (isAlone) {
    // The line below a label is no value where it is a label of its own.
    const isLabel = /^[^:：]{1,60}[:：](?:\s|$)/u.test(next.text.trim());
    return { ...place, cost: cost + (isLabel ? 1 : 0), isWhole: !isLabel };
  }
  const heads = segmentsOf(line);
  const values = segmentsOf(next);
  const column = heads.findIndex(({ start, end }) => start <= hit.start && hit.end <= end);
  const value = values[column];
  if (heads.length > 1 && heads.length === values.length && value !== undefined)
    return { ...value, cost, isWhole: true };
  if (labels.length < 2) return undefined;
  return { ...place, cost: cost + 0.5, isShared: true, isWhole: false };
}

function segmentsOf(line: TextLine): TextPlace[] {
  return [...line.text.matchAll(/\S+(?:[ \u00a0]\S+)*/gu)].map((match) => ({
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }));
}

function inTable(
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

/** True for a label that has its piece of the line for itself. */
function isWide(text: string, { end }: LabelHit, lineEnd: number): boolean {
  return (
    end === lineEnd || /^[.:]?(?:\s*$|\t| {2,})/u.test(text.slice(end, Math.min(lineEnd, end + 20)))
  );
}

/** Words between the beginning of the label's piece of the line and the label. */
function wordsBefore(lead: string): number {
  const piece = lead.split(/[|;:：\t]|, |[ \u00a0]{2,}/u).at(-1) ?? lead;
  const isBehindColon = /[:：][^|;:：\t]*$/u.test(lead);
  const words = countWords(piece.replace(/^[\s#*•>-]*(?:\d{1,2}[.)]\s)?/u, ''));
  return isBehindColon ? Math.min(1, words) * 0.2 : Math.min(4, words);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
