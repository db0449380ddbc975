import type { Contradiction, Dossier, Source } from '../../core/dossier.ts';

/** What a part may cite, and where sources that it may cite contradict each other. */
export interface SidedSources {
  sources: Source[];
  contradictions: Contradiction[];
}

/** Each brings at most one passage more into a prompt. */
const MOST_CONTRADICTIONS = 3;

/**
 * Puts the other side beside the passages of a part that contradict another source: who may cite only one side could not
 * name both. Sources and passages keep the order of the dossier.
 */
export function withBothSides(
  selected: readonly Source[],
  { sources, contradictions = [] }: Dossier,
): SidedSources {
  const chosen = new Set(selected.flatMap(({ passages }) => passages.map(({ id }) => id)));
  const here = contradictions
    .filter(({ passages }) => passages.some(({ passageId }) => chosen.has(passageId)))
    .slice(0, MOST_CONTRADICTIONS);
  for (const { passages } of here) for (const { passageId } of passages) chosen.add(passageId);
  if (here.length === 0) return { sources: [...selected], contradictions: [] };
  return {
    sources: sources
      .map((source) => ({
        ...source,
        passages: source.passages.filter(({ id }) => chosen.has(id)),
      }))
      .filter(({ passages }) => passages.length > 0),
    contradictions: here,
  };
}
