import { FORMED_TYPES } from '../candidates/find-candidates.ts';
import { type Field, scalarTypeOf } from '../field.ts';
import type { LabelHit } from '../labels/find-labels.ts';
import { candidateOption, type Reader } from './labelled-options.ts';
import type { Option } from './option.ts';

const formed: ReadonlySet<string> = new Set(FORMED_TYPES);
/** In characters, from the label to the value behind it or before it. */
const FAR_BEHIND = 80;
const FAR_BEFORE = 25;
const NEAR_NUMBER = 20;
const COST = 4;
const PART_COST = 2;
const CHARACTERS_A_COST = 20;

/** The value nearest to a label within its sentence: `the total comes to 1,299.00 EUR`, `1,299.00 EUR in total`. */
export function proseOption(field: Field, hit: LabelHit, reader: Reader): Option[] {
  const type = scalarTypeOf(field);
  const isNumber = type === 'number' || type === 'integer';
  if (field.enum !== undefined || hit.end - hit.start < 3 || !(formed.has(type) || isNumber))
    return [];
  const { text, candidates } = reader;
  const { after, before } = candidates.around(type, hit.start, hit.end);
  const part = hit.isPart === true ? PART_COST : 0;
  const reach = isNumber ? NEAR_NUMBER : FAR_BEHIND;
  const options: Option[] = [];
  if (after !== undefined && after.start - hit.end <= reach && isNear(text, hit.end, after.start))
    options.push(...candidateOption(field, after, part + costOf(after.start - hit.end)));
  const gap = before === undefined ? Number.POSITIVE_INFINITY : hit.start - before.end;
  if (!isNumber && before !== undefined && gap <= FAR_BEFORE && isNear(text, before.end, hit.start))
    options.push(...candidateOption(field, before, part + costOf(gap) + 1));
  return options;
}

function costOf(distance: number): number {
  return COST + distance / CHARACTERS_A_COST;
}

/** Nothing between them ends a sentence, a block or a cell. */
function isNear(text: string, from: number, to: number): boolean {
  return !/\n\s*\n|[|]|[.!?]\s+\p{Lu}|:[^\n]*\n/u.test(text.slice(from, to));
}
