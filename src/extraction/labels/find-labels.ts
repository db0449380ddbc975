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
    const here: WordHit[] = [];
    for (let at = 0; at < words.length; at++) {
      for (let count = runLength(words, at, text); count > 0; count--) {
        const run = words.slice(at, at + count);
        const [first] = run;
        const last = run.at(-1);
        if (first === undefined || last === undefined) continue;
        for (const { field, preference } of index.get(run.map((word) => word.text).join(' ')) ??
          []) {
          here.push({
            word: at,
            field,
            preference,
            line,
            start: start + first.start,
            end: start + last.end,
          });
        }
      }
    }
    // One by one: a line may have more hits than a call can have arguments.
    for (const hit of withoutInner(here)) hits.push(hit);
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

/** `Invoice date` names the invoice date, and no date of another field. Hits are in order of their words. */
function withoutInner(hits: readonly WordHit[]): LabelHit[] {
  const byWord = Map.groupBy(hits, ({ word }) => word);
  return hits.flatMap(({ word, ...hit }) => {
    const longer: LabelHit[] = [];
    // What covers it begins at most so many words before.
    for (let from = Math.max(0, word - MOST_WORDS + 1); from <= word; from++) {
      for (const other of byWord.get(from) ?? []) {
        const isLonger = other.end - other.start > hit.end - hit.start;
        if (isLonger && other.end >= hit.end) longer.push(other);
      }
    }
    if (longer.some((other) => hides(other, hit))) return [];
    return longer.some(({ field }) => field === OTHER_FIELD) ? [{ ...hit, isPart: true }] : [hit];
  });
}

interface WordHit extends LabelHit {
  /** Index of its first word in the line. */
  word: number;
}

function hides(other: LabelHit, hit: LabelHit): boolean {
  if (other.field === hit.field) return true;
  return other.field !== OTHER_FIELD && other.preference <= hit.preference + 3;
}
