import { cutText } from '../../core/cut-text.ts';
import { findCandidates, FORMED_TYPES } from '../candidates/find-candidates.ts';
import { styleOf } from '../candidates/text-style.ts';
import { nameWords } from '../fields/name-words.ts';
import { scalarTypeOf } from '../field.ts';
import { canonicalLabel } from '../labels/canonical-words.ts';
import { nameOfLabel } from '../labels/labels-of.ts';
import type { DiscoveredField, SampleText } from './discovered-field.ts';
import { labelledTexts, type LabelledText } from './labelled-texts.ts';
import { typeOfValues } from './type-of-values.ts';

export interface DiscoverOptions {
  /** Fields at most, 25 unless said. */
  most?: number;
}

interface Seen {
  label: string;
  documents: Set<number>;
  values: string[];
  columns: number;
}

const MOST_FIELDS = 25;
const LONGEST_EXAMPLE = 80;
/** More values of one label tell nothing new. */
const MOST_VALUES = 200;

/**
 * Fields that the documents of a sample seem to have: labels and headings of columns that recur, with the type that most of
 * their values have, and what shows by its form in at least half of the documents. Those of most documents first.
 */
export function discoverFields(
  sample: readonly SampleText[],
  { most = MOST_FIELDS }: DiscoverOptions = {},
): DiscoveredField[] {
  const seen = new Map<string, Seen>();
  for (const [document, { text }] of sample.entries()) {
    for (const labelled of labelledTexts(text)) note(seen, labelled, document);
  }
  // What stands in one document alone is no field of the sample, unless the sample is one document.
  const least = Math.min(2, sample.length);
  const fields = new Map<string, DiscoveredField>();
  for (const one of seen.values()) {
    if (one.documents.size < least) continue;
    const field = asField(one, sample);
    if (field !== undefined && !fields.has(field.name)) fields.set(field.name, field);
  }
  const types = new Set([...fields.values()].map(scalarTypeOf));
  for (const field of formedFields(sample)) {
    if (!types.has(scalarTypeOf(field)) && !fields.has(field.name)) fields.set(field.name, field);
  }
  return [...fields.values()].toSorted((left, right) => right.share - left.share).slice(0, most);
}

/** The same thing under one key, whatever the language of its label. */
function note(
  seen: Map<string, Seen>,
  { label, value, isColumn }: LabelledText,
  document: number,
): void {
  const canonical = canonicalLabel(label);
  const key = nameOfLabel(canonical) ?? canonical;
  const one = seen.get(key) ?? { label, documents: new Set(), values: [], columns: 0 };
  one.documents.add(document);
  if (isColumn) one.columns++;
  if (one.values.length < MOST_VALUES) one.values.push(value);
  seen.set(key, one);
}

function asField(
  { label, documents, values, columns }: Seen,
  sample: readonly SampleText[],
): DiscoveredField | undefined {
  const canonical = canonicalLabel(label);
  const known = nameOfLabel(canonical);
  const name = (known ?? nameWords(label)).replaceAll(' ', '_');
  const language = sample[documents.values().next().value ?? 0]?.language;
  const [example] = values;
  if (name === '' || example === undefined) return undefined;
  const type = typeOfValues(values, label, styleOf(values.join('\n'), language));
  const isList = columns > documents.size;
  return {
    name,
    ...(isList ? { type: 'array', items: type } : { type }),
    ...(known === undefined || canonical === known ? {} : { labels: [label] }),
    share: documents.size / sample.length,
    example: cutText(example, LONGEST_EXAMPLE),
    found: isList ? 'column' : 'label',
  };
}

/** What shows by its form, without a label, in at least half of the documents. */
function formedFields(sample: readonly SampleText[]): DiscoveredField[] {
  return FORMED_TYPES.filter((type) => type !== 'date-time').flatMap((type): DiscoveredField[] => {
    const found = sample.flatMap(({ text, language }) => {
      const first = findCandidates(type, text, styleOf(text, language)).find(
        ({ problem, isPartial }) => problem === undefined && isPartial !== true,
      );
      return first === undefined ? [] : [text.slice(first.start, first.end)];
    });
    const [example] = found;
    if (example === undefined || found.length * 2 < sample.length) return [];
    const name = type === 'money' ? 'amount' : type === 'vat' ? 'vat_id' : type;
    return [{ name, type, share: found.length / sample.length, example, found: 'form' }];
  });
}
