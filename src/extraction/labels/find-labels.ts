import type { Field } from '../field.ts';
import { canonicalWords, type LabelWord } from './canonical-words.ts';
import { KNOWN_LABELS, labelsOf } from './labels-of.ts';
import type { TextLine } from './lines-of.ts';

/** A place where a text names a field. */
export interface LabelHit {
  field: number;
  /** Index in the lines of the text. */
  line: number;
  start: number;
  end: number;
  /** Place of the label among the field's labels: 0 for its own name. */
  preference: number;
  /** True for a part of the name of something else that papers name: the `total` in `Total HT`. */
  isPart?: boolean;
}

/** The field of hits that name something else than the fields. */
export const OTHER_FIELD = -1;

const MOST_WORDS = 6;
/** Between the words of one label. */
const GAP = /^[ \u00a0]?[.'’/()°-]{0,3}[ \u00a0]?$/u;

/**
 * All places where the lines name one of the fields, or something else that papers name, in order. A name within a longer
 * name of another field is none.
 */
export function findLabels(lines: readonly TextLine[], fields: readonly Field[]): LabelHit[] {
  const index = indexLabels(fields);
  const hits: LabelHit[] = [];
  for (const [line, { text, start }] of lines.entries()) {
    const words = canonicalWords(text);
    const here: LabelHit[] = [];
    for (let at = 0; at < words.length; at++) {
      for (let count = runLength(words, at, text); count > 0; count--) {
        const run = words.slice(at, at + count);
        const [first] = run;
        const last = run.at(-1);
        if (first === undefined || last === undefined) continue;
        for (const { field, preference } of index.get(run.map((word) => word.text).join(' ')) ??
          []) {
          here.push({
            field,
            preference,
            line,
            start: start + first.start,
            end: start + last.end,
          });
        }
      }
    }
    hits.push(...withoutInner(here));
  }
  return hits;
}

function indexLabels(
  fields: readonly Field[],
): Map<string, { field: number; preference: number }[]> {
  const index = new Map<string, { field: number; preference: number }[]>(
    KNOWN_LABELS.map((label) => [label, [{ field: OTHER_FIELD, preference: 0 }]]),
  );
  for (const [field, described] of fields.entries()) {
    for (const [preference, label] of labelsOf(described).entries()) {
      // `E-Mail` is read as two words.
      for (const spelling of new Set([label, label.replace(/(?<!\be )\bemail\b/u, 'e email')]))
        index.set(spelling, [...(index.get(spelling) ?? []), { field, preference }]);
    }
  }
  return index;
}

function runLength(words: readonly LabelWord[], at: number, text: string): number {
  let count = 1;
  while (count < MOST_WORDS) {
    const last = words[at + count - 1];
    const next = words[at + count];
    if (last === undefined || next === undefined || !GAP.test(text.slice(last.end, next.start)))
      break;
    count++;
  }
  return count;
}

/** In characters: no label is longer. */
const LONGEST_LABEL = 400;

/** `Invoice date` names the invoice date, and no date of another field. Hits are in order of their starts. */
function withoutInner(hits: readonly LabelHit[]): LabelHit[] {
  return hits.flatMap((hit, at) => {
    const longer = longerHits(hits, hit, at);
    if (longer.some((other) => hides(other, hit))) return [];
    return longer.some(({ field }) => field === OTHER_FIELD) ? [{ ...hit, isPart: true }] : [hit];
  });
}

function longerHits(hits: readonly LabelHit[], hit: LabelHit, at: number): LabelHit[] {
  const around: LabelHit[] = [];
  for (let index = at - 1; ; index--) {
    const other = hits[index];
    if (other === undefined || other.start < hit.start - LONGEST_LABEL) break;
    around.push(other);
  }
  for (let index = at + 1; ; index++) {
    const other = hits[index];
    if (other?.start !== hit.start) break;
    around.push(other);
  }
  return around.filter(
    ({ start, end }) => start <= hit.start && end >= hit.end && end - start > hit.end - hit.start,
  );
}

function hides(other: LabelHit, hit: LabelHit): boolean {
  if (other.field === hit.field) return true;
  return other.field !== OTHER_FIELD && other.preference <= hit.preference + 3;
}
