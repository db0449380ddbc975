/**
 * Files in the order in which several workers are done with them soonest: the largest first, so that none is left for
 * the end while the other workers have nothing to do.
 */
export function largestFirst<T extends { size: number }>(files: readonly T[]): T[] {
  return files.toSorted((one, other) => other.size - one.size);
}
