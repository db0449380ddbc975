import { apaReference } from './apa-reference.ts';
import { chicagoReference } from './chicago-reference.ts';
import type { CitationStyle } from './citation-style.ts';
import { mlaReference } from './mla-reference.ts';
import { numberedReference } from './numbered-reference.ts';
import type { ReferenceEntry } from './reference-entry.ts';
import { referenceFacts } from './reference-facts.ts';
import { mergePieces, type RichPiece } from './rich-piece.ts';

/**
 * The reference to an entry as pieces of one line: plain, in italics, or a link; none is escaped. Titles keep their case.
 * @param language BCP 47 tag of the text that the reference stands in: words and dates follow it, marks follow the style.
 */
export function formatReference(
  entry: ReferenceEntry,
  style: CitationStyle,
  language: string,
): RichPiece[] {
  const facts = referenceFacts(entry);
  switch (style) {
    case 'apa':
      return mergePieces(apaReference(facts, language));
    case 'mla':
      return mergePieces(mlaReference(facts, language));
    case 'chicago':
      return mergePieces(chicagoReference(facts, language));
    case 'numbered':
      return mergePieces(numberedReference(entry, facts, language));
  }
}
