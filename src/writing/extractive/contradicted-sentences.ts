import type { Contradiction } from '../../core/dossier.ts';
import type { MaterialSentence } from './material.ts';

/** Of each sentence that another source contradicts, the sentences that contradict it; by their places in the material. */
export type ContradictedSentences = ReadonlyMap<number, ReadonlySet<number>>;

/** Finds the sides of the contradictions of a dossier among the sentences that may go into the article. */
export function contradictedSentences(
  sentences: readonly MaterialSentence[],
  contradictions: readonly Contradiction[],
): ContradictedSentences {
  const found = new Map<number, Set<number>>();
  for (const { passages } of contradictions) {
    const [left = [], right = []] = passages.map(({ sourceId, text }) => {
      const side = folded(text);
      return sentences.filter((each) => each.sourceId === sourceId && each.text.includes(side));
    });
    for (const one of left) {
      for (const other of right) {
        found.set(one.index, (found.get(one.index) ?? new Set()).add(other.index));
        found.set(other.index, (found.get(other.index) ?? new Set()).add(one.index));
      }
    }
  }
  return found;
}

/** As sentences of the material have their white space. */
function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
