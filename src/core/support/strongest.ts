/** The one whose surroundings are most like those in the claim; of equals the first. */
export function strongest<T extends { likeness: number }>(all: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const each of all) if (best === undefined || each.likeness > best.likeness) best = each;
  return best;
}
