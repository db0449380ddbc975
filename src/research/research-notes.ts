import type { Dossier } from '../core/dossier.ts';

/**
 * What an editor should know of a dossier: whether its research is thin, then what the research itself has noted. No
 * part of the dossier that is kept, so that another `minSources` makes nobody pay for the research again.
 */
export function researchNotes(
  dossier: Pick<Dossier, 'independentSources' | 'sources' | 'notes'>,
  minSources: number,
): string[] {
  const found = dossier.independentSources ?? dossier.sources.length;
  const notes = dossier.notes ?? [];
  if (found >= minSources) return [...notes];
  const sources = `${found} independent source${found === 1 ? '' : 's'}`;
  const wanted = `${minSources} ${minSources === 1 ? 'is' : 'are'} wanted`;
  return [
    `Thin research: ${sources}, ${wanted}. Name sources of your own in the row, add documents to the library, or put the keyword in wider words.`,
    ...notes,
  ];
}
