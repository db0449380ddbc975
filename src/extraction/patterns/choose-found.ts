import type { Chosen } from '../as-extraction.ts';
import type { FoundMatches } from '../extract-by-patterns.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { checkList } from '../fields/check-list.ts';
import { checkValue } from '../fields/check-value.ts';
import type { Field } from '../field.ts';
import { candidateOption, type Reader } from './labelled-options.ts';
import { bestOption, type Option } from './option.ts';

/** In characters: a match that far behind its label is not meant by it. */
const FAR = 400;
const CHARACTERS_A_COST = 20;

/** The value of a field that has a pattern of the user's: the match nearest behind the label, else the first. */
export function chooseFound(field: Field, found: FoundMatches, reader: Reader): Chosen {
  const distance = labelDistance(reader.text, found.label);
  const options = found.matches.flatMap((match) =>
    candidateOption(field, coerced(field, match, reader), distance(match.start)),
  );
  const { warning } = found;
  if (field.type === 'array') return { ...listOf(field, options), ...told(undefined, warning) };
  // Without a label all matches have the same right, and the first is taken.
  const best = bestOption(options);
  return best === undefined
    ? { value: null, ...told(undefined, warning) }
    : { ...best, ...told(best.warning, warning) };
}

/** What a pattern matches is a text; it becomes a value of the field's type, or says why not. */
function coerced(field: Field, match: Candidate, { style }: Reader): Candidate {
  const { value, problem } = checkValue(field, match.value, style);
  if (problem !== undefined) return { ...match, problem };
  return typeof value === 'boolean' ? { ...match, value: String(value) } : { ...match, value };
}

function told(...parts: (string | undefined)[]): { warning?: string } {
  const some = parts.filter((part) => part !== undefined);
  return some.length === 0 ? {} : { warning: some.join('; ') };
}

function listOf(field: Field, options: readonly Option[]): Chosen {
  const good = options.filter(({ problem }) => problem === undefined);
  const values = good
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string' || typeof value === 'number');
  if (values.length === 0) return { value: null };
  const start = good[0]?.start ?? 0;
  return { ...checkList(field, [...new Set(values)]), start, end: good.at(-1)?.end ?? start };
}

/** How far a place is behind the last label before it, as a cost; the same for all where there is no label. */
function labelDistance(text: string, label: string | undefined): (start: number) => number {
  if (label === undefined) return () => 0;
  const ends: number[] = [];
  const lower = text.toLowerCase();
  const wanted = label.toLowerCase();
  // Lower case may have another length in a few scripts; then the label cannot be placed.
  if (lower.length !== text.length) return () => 0;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + wanted.length))
    ends.push(at + wanted.length);
  return (start) => {
    const end = ends.findLast((place) => place <= start);
    const gap = end === undefined ? FAR : Math.min(FAR, start - end);
    return gap / CHARACTERS_A_COST;
  };
}
