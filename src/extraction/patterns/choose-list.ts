import type { Chosen } from '../as-extraction.ts';
import { FORMED_TYPES } from '../candidates/find-candidates.ts';
import { checkList } from '../fields/check-list.ts';
import { checkValue } from '../fields/check-value.ts';
import { type Field, scalarTypeOf } from '../field.ts';
import { type TextLine, type TextPlace, trimPlace } from '../labels/lines-of.ts';
import type { ValuePlace } from '../labels/value-place.ts';
import type { Reader } from './labelled-options.ts';

const formed: ReadonlySet<string> = new Set(FORMED_TYPES);
const ITEM = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/u;

/**
 * All values of a list: the column below its heading, the items below its label, or the parts of the text behind it; for
 * types that show by their form, all in the text where there is no label.
 */
export function chooseList(
  field: Field,
  places: readonly ValuePlace[],
  lines: readonly TextLine[],
  reader: Reader,
): Chosen {
  const { text, style, candidates } = reader;
  const type = scalarTypeOf(field);
  // A column is a list by itself.
  const costOf = ({ cost, column }: ValuePlace) => (column === undefined ? cost : cost - 2);
  const best = places.toSorted((left, right) => costOf(left) - costOf(right))[0];
  const parts = best === undefined ? [] : (best.column ?? partsOf(text, best, lines));
  const isFormed = formed.has(type) && field.enum === undefined;
  const whole = best === undefined ? [{ start: 0, end: text.length }] : parts;
  const found = isFormed
    ? whole.flatMap(({ start, end }) => candidates.within(type, start, end))
    : parts.map(({ start, end }) => ({ value: text.slice(start, end), start, end }));
  const values = found.flatMap(({ value, start, end }) => {
    const checked = checkValue(field, value, style);
    return checked.value === undefined || typeof checked.value === 'boolean'
      ? []
      : [{ value: checked.value, start, end }];
  });
  if (values.length === 0) return { value: null };
  const checked = checkList(field, [...new Set(values.map(({ value }) => value))]);
  const start = values[0]?.start ?? 0;
  return { ...checked, start, end: Math.max(start, values.at(-1)?.end ?? 0) };
}

/** Items of the list that begins at the place, or what stands between its commas. */
function partsOf(text: string, place: ValuePlace, lines: readonly TextLine[]): TextPlace[] {
  const first = lines.findIndex(({ start, text: line }) => start + line.length >= place.end);
  const isItem = (line: TextLine | undefined): line is TextLine =>
    line !== undefined && ITEM.test(line.text);
  const line = lines[first];
  if (isItem(line) && place.start <= line.start + (ITEM.exec(line.text)?.[0].length ?? 0)) {
    const items: TextPlace[] = [];
    for (let at = first; ; at++) {
      const item = lines[at];
      if (!isItem(item)) return items;
      const mark = ITEM.exec(item.text)?.[0].length ?? 0;
      items.push(trimPlace(text, item.start + mark, item.start + item.text.length));
    }
  }
  if (!place.isWhole) return [{ start: place.start, end: place.end }];
  return [...text.slice(place.start, place.end).matchAll(/[^,;|•\n]+/gu)]
    .map((match) =>
      trimPlace(text, place.start + match.index, place.start + match.index + match[0].length),
    )
    .filter(({ start, end }) => end > start);
}
