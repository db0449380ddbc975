import { cleanText } from '../core/text/clean-text.ts';
import { joinLines } from './blocks.ts';

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** A title or name as one clean line of at most `limit` characters; undefined when nothing is left. */
export function metadataText(value: unknown, limit = 300): string | undefined {
  if (Array.isArray(value)) {
    const names = value.map((entry) => metadataText(entry)).filter((name) => name !== undefined);
    return names.length === 0 ? undefined : names.join(', ').slice(0, limit);
  }
  if (typeof value === 'object' && value !== null && 'name' in value)
    return metadataText(value.name);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const line = joinLines(cleanText(String(value)))
    .slice(0, limit)
    .toWellFormed();
  return line === '' ? undefined : line;
}

/** A date as ISO 8601, as precise as it was given: `2025-03-09T…`, `9 March 2025`, `March 9, 2025`, `March 2025`. */
export function metadataDate(value: unknown): string | undefined {
  const text = metadataText(value, 60);
  if (text === undefined) return undefined;
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[T\s])/u.exec(text);
  if (iso !== null) return isoDate(iso[1], iso[2], iso[3]);
  const words = /^(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/iu.exec(text);
  if (words === null) return undefined;
  const name = (words[2] ?? '').toLowerCase();
  const month = MONTHS.findIndex((known) => known === name || known.slice(0, 3) === name);
  if (month < 0) return undefined;
  return isoDate(
    words[4],
    String(month + 1).padStart(2, '0'),
    (words[1] ?? words[3])?.padStart(2, '0'),
  );
}

/** A language tag in its canonical form. */
export function metadataLanguage(value: unknown): string | undefined {
  const text = metadataText(value, 35);
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

function isoDate(...parts: readonly (string | undefined)[]): string | undefined {
  const date = parts.filter((part) => part !== undefined).join('-');
  const time = Date.parse(date);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(date) ? undefined : date;
}
