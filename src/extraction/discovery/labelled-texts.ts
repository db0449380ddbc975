import { linesOf } from '../labels/lines-of.ts';

/** A label with what stands beside it, or a heading with a cell below it. */
export interface LabelledText {
  label: string;
  value: string;
  isColumn: boolean;
}

const PAIR =
  /(?:^|\t| {2,}|[;|])\s*(?:[-*•]\s+)?(\p{L}[\p{L}\p{M}\p{N} .'’/()&°#-]{0,40}?) ?[:：](?!\/\/)\s+(\S[^\t\n|]*?)(?=\s*(?:$|\t| {3,}|;\s|[|]))/gu;
const MOST_WORDS = 5;
const LONGEST_LINE = 2000;
const LONGEST_VALUE = 300;

/** All labels of a text with their values, in order: `Label: value`, rows of two cells, and columns of tables. */
export function labelledTexts(text: string): LabelledText[] {
  const lines = linesOf(text);
  let heads: readonly string[] = [];
  return lines.flatMap((line): LabelledText[] => {
    if (line.cells === undefined)
      return [...line.text.slice(0, LONGEST_LINE).matchAll(PAIR)].flatMap(
        ([, label = '', value = '']) => pair(label, value, false),
      );
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

function pair(rawLabel: string, value: string, isColumn: boolean): LabelledText[] {
  const label = rawLabel.replace(/\s*\([^()]*\)\s*$/u, '').trim();
  const isLabel =
    /^\p{L}/u.test(label) && label.length <= 40 && label.split(/\s+/u).length <= MOST_WORDS;
  const cell = value.trim().slice(0, LONGEST_VALUE);
  return isLabel && /[\p{L}\p{N}]/u.test(cell) ? [{ label, value: cell, isColumn }] : [];
}
