import type { PlacedLink } from './placed-link.ts';

/** The best of the candidates whose targets exist, at most so many, none over another. */
export function chooseLinks(
  candidates: readonly PlacedLink[],
  options: { most: number; exists: (slug: string) => boolean },
): PlacedLink[] {
  const chosen: PlacedLink[] = [];
  for (const link of candidates) {
    if (chosen.length >= options.most) break;
    const overlaps = chosen.some(
      (other) =>
        other.place === link.place &&
        other.run === link.run &&
        other.start < link.end &&
        link.start < other.end,
    );
    if (!overlaps && options.exists(link.slug)) chosen.push(link);
  }
  return chosen;
}
