import { type LabelHit, OTHER_FIELD } from './find-labels.ts';
import { type TextLine, type TextPlace, trimPlace } from './lines-of.ts';
import { placeInTable } from './place-in-table.ts';
import { valueEnd } from './value-end.ts';
import {
  COST,
  countWords,
  LEAD,
  type Place,
  TO_COLON,
  type ValuePlace,
  wordsBefore,
} from './value-place.ts';

const MOST_PREFERENCE = 1.5;
const LONGEST_HEADING = 1000;
/** In characters; what is longer is no value beside a label. */
const LONGEST_VALUE = 2000;
/** The same without a colon. */
const LONGEST_NAMED = 80;
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
        : placeInTable(text, lines, hit, others);
    if (place === undefined) return [];
    return same.map((one) => ({ ...place, cost: place.cost + preferenceCost(one), hit: one }));
  });
}

function preferenceCost({ preference, isPart }: LabelHit): number {
  const part = isPart === true ? COST.part : 0;
  return part + Math.min(MOST_PREFERENCE, preference * COST.preference);
}

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

/** True for a label that has its piece of the line for itself. */
function isWide(text: string, { end }: LabelHit, lineEnd: number): boolean {
  return (
    end === lineEnd || /^[.:]?(?:\s*$|\t| {2,})/u.test(text.slice(end, Math.min(lineEnd, end + 20)))
  );
}
