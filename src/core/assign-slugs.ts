import type { KeywordItem, PlannedItem } from './keyword.ts';
import { MAXIMUM_SLUG_BYTES, cutSlug, slugify } from './slug.ts';

/**
 * Gives each item its place and a slug that is its alone, also on file systems that ignore case and
 * Unicode form. Slugs that rows ask for come first; who comes later gets `-2`, `-3`, …
 * The same items always get the same slugs.
 */
export function assignSlugs(
  items: readonly KeywordItem[],
  options: { taken?: Iterable<string> } = {},
): PlannedItem[] {
  const taken = new Set([...(options.taken ?? [])].map(fold));
  const nextNumber = new Map<string, number>();
  const claim = (stem: string): string => {
    let slug = stem;
    let number = nextNumber.get(stem) ?? 1;
    while (taken.has(fold(slug))) {
      number += 1;
      const suffix = `-${number}`;
      slug = (cutSlug(stem, MAXIMUM_SLUG_BYTES - suffix.length) || 'keyword') + suffix;
    }
    nextNumber.set(stem, number);
    taken.add(fold(slug));
    return slug;
  };
  const asked = items.map(({ slug }) => (slug === undefined ? undefined : claim(slugify(slug))));
  return items.map((item, index) => ({
    ...item,
    index,
    slug: asked[index] ?? claim(slugify(item.keyword)),
  }));
}

/** What file systems that ignore case and Unicode form see of a name. */
function fold(slug: string): string {
  return slug.normalize('NFKD').toUpperCase().toLowerCase();
}
