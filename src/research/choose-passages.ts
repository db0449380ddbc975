import { estimateTokens } from '../core/estimate-tokens.ts';
import type { RankedPassage, RankedSource } from './rank-passages.ts';

/** A longer source may not crowd out the others. */
const MOST_PASSAGES_OF_A_SOURCE = 16;

/**
 * The passages that fit into so many tokens: first the best of each source, in the order of the sources, then the best
 * of all. Sources of which nothing fits are left out.
 */
export function choosePassages<S extends RankedSource>(
  sources: readonly S[],
  maxTokens: number,
): Map<S, RankedPassage[]> {
  const pairs = sources.flatMap((source) =>
    source.passages.map((passage, place) => ({ source, passage, place })),
  );
  const first = pairs.filter(({ place }) => place === 0);
  const rest = pairs
    .filter(({ place }) => place > 0)
    .sort((left, right) => right.passage.score - left.passage.score);
  const taken = new Map(sources.map((source): [S, RankedPassage[]] => [source, []]));
  let tokens = 0;
  for (const { source, passage } of [...first, ...rest]) {
    const own = taken.get(source);
    if (own === undefined || own.length >= MOST_PASSAGES_OF_A_SOURCE) continue;
    const size = estimateTokens(passage.text);
    if (tokens + size > maxTokens) continue;
    tokens += size;
    own.push(passage);
  }
  return new Map([...taken].filter(([, passages]) => passages.length > 0));
}
