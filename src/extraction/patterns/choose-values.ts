import type { Chosen } from '../as-extraction.ts';
import type { TextStyle } from '../candidates/candidate.ts';
import { FORMED_TYPES } from '../candidates/find-candidates.ts';
import type { FoundByPattern } from '../extract-by-patterns.ts';
import { type Field, scalarTypeOf } from '../field.ts';
import { findLabels } from '../labels/find-labels.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { linesOf } from '../labels/lines-of.ts';
import type { ValuePlace } from '../labels/value-place.ts';
import { valuePlaces } from '../labels/value-places.ts';
import { indexCandidates } from './candidate-index.ts';
import { chooseFound } from './choose-found.ts';
import { chooseList } from './choose-list.ts';
import { candidateOption, placeOption, type Reader } from './labelled-options.ts';
import { bestOption, byCost, type Option, withRivals, sameValue } from './option.ts';
import { proseOption } from './prose-option.ts';

const formed: ReadonlySet<string> = new Set(FORMED_TYPES);

/** A value for each field, in order. */
export function chooseValues(
  text: string,
  fields: readonly Field[],
  style: TextStyle,
  found: FoundByPattern = new Map(),
): Chosen[] {
  const reader: Reader = { text, style, candidates: indexCandidates(text, style) };
  const lines = linesOf(text);
  const hits = findLabels(lines, fields);
  const hitsByField = Map.groupBy(hits, ({ field }) => field);
  const places = valuePlaces(text, lines, hits);
  const byField = Map.groupBy(places, ({ hit }) => hit.field);
  const ranks = sharedRanks(places, fields);

  const chosen = fields.map((field, index): Chosen | undefined => {
    const matches = found.get(field.name);
    if (matches !== undefined) return chooseFound(field, matches, reader);
    const own = byField.get(index) ?? [];
    if (field.type === 'array') return chooseList(field, own, lines, reader);
    const beside = own.flatMap((place) => placeOption(field, place, reader, ranks.get(place)));
    const best = bestOption(beside);
    if (best?.value !== undefined && best.value !== null) return best;
    const near = (hitsByField.get(index) ?? []).flatMap((hit) => proseOption(field, hit, reader));
    const nearest = bestOption(near);
    return nearest?.value !== undefined && nearest.value !== null ? nearest : (best ?? nearest);
  });

  const taken = new Set(chosen.flatMap((one) => (one?.start === undefined ? [] : [one.start])));
  return fields.map((field, index) => {
    const one = chosen[index];
    if (one !== undefined) return one;
    const first = firstOfType(field, taken, reader) ?? onlyAllowed(field, reader);
    if (first === undefined) return { value: null };
    taken.add(first.start);
    return first;
  });
}

/** The place of a value in a line below several labels, among the values of its type. */
function sharedRanks(
  places: readonly ValuePlace[],
  fields: readonly Field[],
): Map<ValuePlace, number> {
  const ranks = new Map<ValuePlace, number>();
  const typeOf = ({ hit }: ValuePlace): string => {
    const field = fields[hit.field];
    return field === undefined ? '' : scalarTypeOf(field);
  };
  const shared = places.filter(({ isShared }) => isShared === true);
  for (const line of Map.groupBy(shared, ({ hit }) => hit.line).values()) {
    for (const place of line) {
      const before = line.filter(
        (other) => other.hit.end <= place.hit.start && typeOf(other) === typeOf(place),
      );
      ranks.set(place, new Set(before.map(({ hit }) => hit.start)).size);
    }
  }
  return ranks;
}

/** The first of the field's type that no other field has; a warning where that is a guess. */
function firstOfType(field: Field, taken: ReadonlySet<number>, reader: Reader): Option | undefined {
  const type = scalarTypeOf(field);
  if (field.enum !== undefined || field.type === 'array' || !formed.has(type)) return undefined;
  const free = reader.candidates
    .all(type)
    .filter(({ start }) => !taken.has(start))
    .flatMap((candidate) => candidateOption(field, candidate, 0));
  const [first, ...others] = byCost(free);
  if (first === undefined) return undefined;
  if (first.problem !== undefined) return { ...first, value: null, warning: first.problem };
  const rivals = others.filter(
    ({ value, problem }) => problem === undefined && !sameValue(value, first.value),
  );
  if (rivals.length > 0)
    return withRivals(
      guessed(first, `no label stands at it, it is the first ${type} of the text`),
      rivals,
    );
  return isGeneric(field)
    ? first
    : guessed(first, `no label stands at it, it is the only ${type} of the text`);
}

function guessed(option: Option, told: string): Option {
  return { ...option, warning: option.warning === undefined ? told : `${option.warning}; ${told}` };
}

/** `date` means any date; `due date` does not. */
function isGeneric(field: Field): boolean {
  return !(labelsOf(field)[0] ?? '').includes(' ') || scalarTypeOf(field) === 'vat';
}

/** The one allowed value that the text has as a word, where it has one alone. */
function onlyAllowed(field: Field, { text }: Reader): Option | undefined {
  if (field.enum === undefined || field.type === 'array') return undefined;
  const found = field.enum.flatMap((value): Option[] => {
    const at = findWord(text, String(value));
    return at === undefined ? [] : [{ value, ...at, cost: 0 }];
  });
  const [only, second] = found;
  if (only === undefined) return undefined;
  if (second === undefined) return only;
  const named = found.slice(0, 3).map(({ value }) => `“${String(value)}”`);
  return {
    ...only,
    value: null,
    warning: `several of the allowed values stand in the text: ${named.join(', ')}`,
  };
}

function findWord(text: string, word: string): { start: number; end: number } | undefined {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}
