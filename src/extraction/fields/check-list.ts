import type { Field } from '../field.ts';

/** The entries of a list within the field's bounds, or why they are none. */
export function checkList(
  { minItems, maxItems }: Pick<Field, 'minItems' | 'maxItems'>,
  values: readonly (string | number)[],
): { value: readonly (string | number)[] | null; warning?: string } {
  if (minItems !== undefined && values.length < minItems)
    return { value: null, warning: `has ${values.length} entries, fewer than ${minItems}` };
  if (maxItems !== undefined && values.length > maxItems) {
    const warning = `has ${values.length} entries; those beyond the first ${maxItems} were left out`;
    return { value: values.slice(0, maxItems), warning };
  }
  return { value: values };
}
