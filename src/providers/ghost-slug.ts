import { hash } from 'node:crypto';

/**
 * A slug as Ghost keeps it: Ghost spells letters of other scripts out in its own way, by which no post could be found
 * again. So words in ASCII stay, and what else there is becomes the beginning of a hash: `e-bike-4f1a09c2`.
 */
export function ghostSlug(slug: string): string {
  if (/^[a-z0-9-]+$/.test(slug)) return slug;
  const words = slug.split('-').filter((word) => /^[a-z0-9]+$/.test(word));
  const mark = hash('sha256', slug).slice(0, 8);
  return `${words.length === 0 ? 'article' : words.join('-')}-${mark}`;
}
