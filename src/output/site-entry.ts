import { FILE_ENDINGS, type Format } from './format.ts';

/** An article as the pages about the whole site tell of it. */
export interface SiteEntry {
  slug: string;
  title: string;
  description: string;
  /** BCP 47 tag. */
  language: string;
  /** ISO 8601; whatever else it is counts as unknown. */
  date: string;
  /** Of its file; the ending tells the format. */
  path: string;
}

/** An entry with the format of its file. */
export interface PlacedEntry extends SiteEntry {
  format: Format;
}

/** Which file stands for an article that was written in several formats. */
const PREFERENCE: readonly Format[] = ['html', 'md', 'wordpress', 'json'];

/** One entry a slug: of its files the one that a site would serve first. In the order in which slugs first came. */
export function placedEntries(entries: readonly SiteEntry[]): PlacedEntry[] {
  const bySlug = new Map<string, PlacedEntry>();
  for (const entry of entries) {
    const placed = { ...entry, format: formatOf(entry.path) };
    const known = bySlug.get(entry.slug);
    const isBetter =
      known !== undefined && PREFERENCE.indexOf(placed.format) < PREFERENCE.indexOf(known.format);
    if (known === undefined || isBetter) bySlug.set(entry.slug, placed);
  }
  return [...bySlug.values()];
}

/** The moment of an entry's date in milliseconds; undefined where it is none. */
export function momentOf({ date }: SiteEntry): number | undefined {
  const moment = Date.parse(date);
  return Number.isNaN(moment) ? undefined : moment;
}

function formatOf(path: string): Format {
  const formats: readonly Format[] = ['wordpress', 'html', 'json'];
  return formats.find((format) => path.endsWith(FILE_ENDINGS[format])) ?? 'md';
}
