import { nameWords } from '../fields/name-words.ts';
import type { Field } from '../field.ts';
import { canonicalLabel } from './canonical-words.ts';
import { LABEL_WORDS } from './label-words.ts';

const groups = new Map(
  LABEL_WORDS.trim()
    .split('\n')
    .map((line): [string, string[]] => {
      const [name = '', others = ''] = line.split(': ');
      return [canonicalLabel(name), [name, ...others.split(', ')].map(canonicalLabel)];
    }),
);
/** Each other name of a thing, with the thing that it names best: that which has it further in front. */
const groupOfLabel = new Map<string, { name: string; place: number }>();
for (const [name, labels] of groups) {
  for (const [place, label] of labels.entries()) {
    const known = groupOfLabel.get(label);
    if (known === undefined || place < known.place) groupOfLabel.set(label, { name, place });
  }
}

/** What a name may end in that a label rarely says. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ (?:number|id|code)$/u, ' number'],
  [/^(?:total|grand) (?:amount|price|cost|sum)$/u, 'total'],
  [/ (?:amount|total|price|sum)$/u, ''],
  [/^(?:vat|tax|ust|tva) (?:id|number)$/u, 'vat id'],
  [/ (?:name|address|url|link)$/u, ''],
  [/^(?:e|contact|customer|company) (?=email|phone)/u, ''],
  [/^(?:contact|customer|company|billing|support) (?=email|phone|website)/u, ''],
];
/** A description of more words says what is meant; it is no label. */
const LONGEST_DESCRIPTION = 5;

/** What a text may call a field, better names first, in the spelling that labels are compared by. */
export function labelsOf(field: Field): string[] {
  const name = canonicalLabel(nameWords(field.name));
  const own = [...(field.labels ?? []).map(canonicalLabel), name];
  const description = canonicalLabel(field.description ?? '');
  if (description !== '' && description.split(' ').length <= LONGEST_DESCRIPTION)
    own.push(description);
  const short = ENDINGS.filter(([pattern]) => pattern.test(name)).map(([pattern, rest]) =>
    name.replace(pattern, rest).trim(),
  );
  const known = [...own, ...short].flatMap((label) => groups.get(label) ?? namesOf(label));
  return [...new Set([...own, ...known, ...short])].filter((label) => label !== '');
}

/** A field in another language is known by its other names: `rechnungsnummer` is an invoice number. */
function namesOf(label: string): readonly string[] {
  const known = groupOfLabel.get(label);
  return known === undefined ? [] : (groups.get(known.name) ?? []);
}

/** All that papers name. */
export const KNOWN_LABELS: readonly string[] = [...groupOfLabel.keys()];

/** True for the label of anything that papers name. */
export function isKnownLabel(label: string): boolean {
  return groupOfLabel.has(label);
}

/** The English name of what a label names: `due date` for `Fällig am`; undefined for labels of anything else. */
export function nameOfLabel(label: string): string | undefined {
  return groups.has(label) ? label : groupOfLabel.get(label)?.name;
}
