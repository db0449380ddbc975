import type { PageSpan } from '../documents/document.ts';
import type { ExtractedField, Extraction, Field, FieldValue } from './field.ts';

/** What one field came to, before its place is told. */
export interface Chosen {
  value: FieldValue;
  start?: number;
  end?: number;
  warning?: string;
}

/** No quote is longer: it shows the place, and the place is told. */
const LONGEST_QUOTE = 2000;

/** Values with their quotes and pages; a required field without a value says so. */
export function asExtraction(
  text: string,
  fields: readonly Field[],
  chosen: readonly Chosen[],
  pages: readonly PageSpan[] | undefined,
  further: readonly string[] = [],
): Extraction {
  const entries = fields.map((field, index): [string, ExtractedField] => {
    const { value, start, end, warning } = chosen[index] ?? { value: null };
    const isMissing = value === null || (Array.isArray(value) && value.length === 0);
    const missing =
      field.required === true && isMissing ? 'is required and was not found' : undefined;
    const told = [warning, missing].filter((part) => part !== undefined).join('; ');
    const page = start === undefined ? undefined : pageOf(start, pages);
    return [
      field.name,
      {
        value,
        ...(start === undefined || end === undefined
          ? {}
          : { quote: text.slice(start, Math.min(end, start + LONGEST_QUOTE)), start, end }),
        ...(page === undefined ? {} : { page }),
        ...(told === '' ? {} : { warning: told }),
      },
    ];
  });
  const warnings = entries.flatMap(([name, { warning }]) =>
    warning === undefined ? [] : [`${name}: ${warning}`],
  );
  return { fields: Object.fromEntries(entries), warnings: [...further, ...warnings] };
}

/** The page on which a place stands; that of the text before it for a place between two. */
function pageOf(at: number, pages: readonly PageSpan[] | undefined): number | undefined {
  if (pages === undefined) return undefined;
  return pages.findLast(({ start }) => start <= at)?.page;
}
