import { cutText } from '../core/cut-text.ts';
import type { Contradiction } from '../core/dossier.ts';

/** The notes have room for other things too; the dossier tells all. */
const MOST_NOTES = 5;
const LONGEST_SUBJECT = 80;

/** For an editor: who says what against whom, a sentence for each of the first few contradictions. */
export function contradictionNotes(contradictions: readonly Contradiction[]): string[] {
  return contradictions.slice(0, MOST_NOTES).map(({ kind, about, passages: [one, other] }) => {
    if (kind !== 'figure' && kind !== 'date')
      return `Sources contradict each other: ${one.sourceId} says “${one.says}”, ${other.sourceId} says “${other.says}”.`;
    return `Sources differ (${cutText(about, LONGEST_SUBJECT)}): ${one.sourceId} says ${one.says}, ${other.sourceId} says ${other.says}.`;
  });
}
