/** Of the formula: how little the first places count more than the next. */
const K = 60;

/** One of the rankings that are fused. */
export interface Ranking {
  /** Ids, best first. */
  ids: readonly number[];
  /** How much the ranking counts beside the others. */
  weight: number;
}

/**
 * Fuses rankings whose scores cannot be compared by the places alone: an id scores the sum of `weight / (60 + place)`
 * over the rankings that have it (reciprocal rank fusion; G. Cormack, C. Clarke & S. Büttcher, "Reciprocal rank fusion
 * outperforms Condorcet and individual rank learning methods", SIGIR 2009).
 * @returns ids with their scores, best first; 1 for an id that is the first of all rankings
 */
export function fuseRanks(rankings: readonly Ranking[]): { id: number; score: number }[] {
  const scores = new Map<number, number>();
  for (const { ids, weight } of rankings) {
    ids.forEach((id, place) => {
      scores.set(id, (scores.get(id) ?? 0) + weight / (K + place + 1));
    });
  }
  const most = rankings.reduce((sum, { weight }) => sum + weight / (K + 1), 0);
  return [...scores]
    .map(([id, score]) => ({ id, score: score / most }))
    .toSorted((left, right) => right.score - left.score || left.id - right.id);
}
