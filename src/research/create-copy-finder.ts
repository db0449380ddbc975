import { isNearlyEqual, shinglesOf, type Shingles } from './text-overlap.ts';

/** Says of two texts whether one has its words from the other; each is looked at once, where it is asked for. */
export function createCopyFinder<S extends { text: string }>(
  language: string,
): (left: S, right: S) => boolean {
  const known = new Map<S, Shingles>();
  const shinglesOfSource = (source: S): Shingles => {
    const shingles = known.get(source) ?? shinglesOf([source.text], language);
    known.set(source, shingles);
    return shingles;
  };
  return (left, right) => isNearlyEqual(shinglesOfSource(left), shinglesOfSource(right));
}
