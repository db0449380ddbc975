/** As long as WordPress' slugs can be, in characters of their encoded form. */
const LONGEST_SLUG = 200;

/**
 * A slug as WordPress stores it: lower case, all but ASCII percent-encoded, cut between characters. With a suffix, such
 * as `-2`, the whole is no longer than that either.
 */
export function wordpressSlug(slug: string, suffix = ''): string {
  let encoded = '';
  for (const character of slug.toWellFormed().toLowerCase()) {
    const next = encodeURIComponent(character).toLowerCase();
    if (encoded.length + next.length + suffix.length > LONGEST_SLUG) break;
    encoded += next;
  }
  return `${encoded.replace(/-+$/, '')}${suffix}`;
}
