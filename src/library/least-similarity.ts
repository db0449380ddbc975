/**
 * From which cosine on a passage is about the subject of a query, by the beginning of the model's name. What is asked
 * beside the subject of a library stays below (offline: at most 0.63 over 46 such queries on the shipped examples).
 */
const LEAST: readonly (readonly [model: string, similarity: number])[] = [
  ['offline:', 0.65],
  ['openai:text-embedding-3', 0.5],
];
const LEAST_OF_OTHERS = 0.75;

/** The least similarity at which research takes a passage for one on its subject. */
export function leastSimilarityOf(model: string): number {
  return LEAST.find(([name]) => model.startsWith(name))?.[1] ?? LEAST_OF_OTHERS;
}
