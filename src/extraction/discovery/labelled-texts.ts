import { linesOf } from '../labels/lines-of.ts';
import { valueEnd } from '../labels/value-end.ts';

/** A label with what stands beside it, or a heading with a cell below it. */
export interface LabelledText {
  label: string;
  value: string;
  isColumn: boolean;
}

/** A label at the beginning of a piece of a line. */
const LABEL =
  /^[\s,;|]*(?:[-*•]\s+)?(\p{L}[\p{L}\p{M}\p{N} .'’/()&°#%-]{0,40}?) ?[:：](?!\/\/)\s+(?=\S)/u;
const WIDE = /\t| {3,}|; /u;
const MOST_WORDS = 5;
const LONGEST_LINE = 2000;
const LONGEST_VALUE = 300;

/** All labels of a text with their values, in order: `Label: value`, rows of two cells, and columns of tables. */
export function labelledTexts(text: string): LabelledText[] {
  const lines = linesOf(text);
  let heads: readonly string[] = [];
  return lines.flatMap((line): LabelledText[] => {
    if (line.cells === undefined) return pairsOf(line.text.slice(0, LONGEST_LINE));
    const cells = line.cells.map(({ start, end }) => text.slice(start, end));
    if (cells.length === 2)
      return line.isHeading === true ? [] : pair(cells[0] ?? '', cells[1] ?? '', false);
    if (line.row === 0) {
      heads = cells;
      return [];
    }
    return cells.flatMap((value, column) => pair(heads[column] ?? '', value, true));
  });
}

/** A line of Markdown may hold several: `Number: 17 Date: 9 March 2025`. */
function pairsOf(line: string): LabelledText[] {
  const pairs: LabelledText[] = [];
  for (let start = 0; start < line.length;) {
    const match = LABEL.exec(line.slice(start));
    const from = start + (match?.[0].length ?? 0);
    const wide = line.slice(from).search(WIDE);
    const gap = wide === -1 ? line.length : from + wide + 1;
    const end = match === null ? gap : Math.min(gap, valueEnd(line, from, line.length));
    if (match !== null)
      pairs.push(...pair(match[1] ?? '', line.slice(from, end).replace(/[\s,;]+$/u, ''), false));
    start = Math.max(end, start + 1);
  }
  return pairs;
}

function pair(rawLabel: string, value: string, isColumn: boolean): LabelledText[] {
  // `VAT 19 %` and `Total (EUR)` are VAT and Total.
  const label = rawLabel.replace(/\s*(?:\([^()]*\)|\d{1,2}(?:[.,]\d{1,2})? ?%)\s*$/u, '').trim();
  const isLabel =
    /^\p{L}/u.test(label) && label.length <= 40 && label.split(/\s+/u).length <= MOST_WORDS;
  const cell = value.trim().slice(0, LONGEST_VALUE);
  return isLabel && /[\p{L}\p{N}]/u.test(cell) ? [{ label, value: cell, isColumn }] : [];
}
