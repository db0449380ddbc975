import type { Chosen } from '../as-extraction.ts';
import { checkList } from '../fields/check-list.ts';
import type { Field } from '../field.ts';
import { sameValue } from '../patterns/option.ts';
import type { ReadField, ReadValue } from './read-values.ts';

const MOST_NAMED = 3;

/**
 * What the windows of a text say of one field, put together in their order: the first value that holds stays, others are
 * told; lists are united, each value once. Where nothing holds, it is told what was not taken, and why.
 */
export function mergeWindows(field: Field, windows: readonly ReadField[]): Chosen {
  const values = windows.flatMap((window) => window.values);
  const problems = [...new Set(windows.flatMap((window) => window.problems))];
  const [first] = values;
  if (first === undefined) {
    const warning = told(problems);
    return { value: null, ...(warning === undefined ? {} : { warning }) };
  }
  return field.type === 'array' ? unite(field, values, problems) : firstOf(first, values);
}

function firstOf(first: ReadValue, values: readonly ReadValue[]): Chosen {
  const rivals = values.filter(({ value }) => !sameValue(value, first.value));
  const named = [...new Set(rivals.map(({ value }) => `“${String(value).slice(0, 60)}”`))];
  const warnings = [
    ...(first.warning === undefined ? [] : [first.warning]),
    ...(named.length === 0
      ? []
      : [`the text has ${named.slice(0, MOST_NAMED).join(', ')} for it too, further down`]),
  ];
  return { ...first, ...warningOf(warnings) };
}

function unite(field: Field, values: readonly ReadValue[], problems: readonly string[]): Chosen {
  const kept: ReadValue[] = [];
  const keys = new Set<string>();
  for (const one of values) {
    const key = String(one.value).normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ');
    if (!keys.has(key)) kept.push(one);
    keys.add(key);
  }
  const list = kept.map(({ value }) => (typeof value === 'boolean' ? String(value) : value));
  const checked = checkList(field, list);
  const left = told(problems);
  const warnings = [
    ...(checked.warning === undefined ? [] : [checked.warning]),
    ...new Set(kept.flatMap(({ warning }) => (warning === undefined ? [] : [warning]))),
    ...(left === undefined ? [] : [`an entry was left out: ${left}`]),
  ];
  // The quote of a list is that of its first entry.
  const [{ start, end } = { start: 0, end: 0 }] = kept;
  return { value: checked.value, start, end, ...warningOf(warnings) };
}

function told(problems: readonly string[]): string | undefined {
  if (problems.length === 0) return undefined;
  const more = problems.length - MOST_NAMED;
  return `${problems.slice(0, MOST_NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

function warningOf(warnings: readonly string[]): { warning?: string } {
  return warnings.length === 0 ? {} : { warning: warnings.join('; ') };
}
