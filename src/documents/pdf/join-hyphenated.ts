import type { PageLines } from './pdf-line.ts';

/** How a line of a paragraph goes on in the next. */
export type LineJoin = 'space' | 'joined' | 'without hyphen';

/**
 * Tells how lines of a paragraph are joined. A hyphen that only broke a word goes; one that the document writes inside
 * a line too (`well-known`) stays.
 */
export function joinHyphenated(
  pages: readonly PageLines[],
): (before: string, after: string) => LineJoin {
  let compounds: Set<string> | undefined;
  return (before, after) => {
    const start = /([\p{L}\p{M}]+)[-\u00ad\u2010]$/u.exec(before.slice(-60));
    const end = /^\p{Ll}[\p{L}\p{M}]*/u.exec(after.slice(0, 60));
    if (start === null || end === null) return 'space';
    compounds ??= compoundsIn(pages);
    const compound = `${start[1]}-${end[0]}`.toLowerCase();
    return compounds.has(compound) ? 'joined' : 'without hyphen';
  };
}

function compoundsIn(pages: readonly PageLines[]): Set<string> {
  const compounds = new Set<string>();
  for (const { lines } of pages) {
    for (const { text } of lines) {
      if (!text.includes('-')) continue;
      for (const [compound] of text.matchAll(/[\p{L}\p{M}]+-\p{Ll}[\p{L}\p{M}]*/gu))
        compounds.add(compound.toLowerCase());
    }
  }
  return compounds;
}
