import type { PageLines } from './pdf-line.ts';

/**
 * Joins lines of a paragraph. A hyphen that only broke a word goes; one that the document writes inside a line too
 * (`well-known`) stays.
 */
export function joinHyphenated(
  pages: readonly PageLines[],
): (before: string, after: string) => string {
  let compounds: Set<string> | undefined;
  return (before, after) => {
    const start = /([\p{L}\p{M}]+)[-\u00ad\u2010]$/u.exec(before.slice(-60));
    const end = /^(\ufdd0*)(\p{Ll}[\p{L}\p{M}]*)/u.exec(after);
    if (start === null || end === null) return `${before}\n${after}`;
    compounds ??= compoundsIn(pages);
    const compound = `${start[1]}-${end[2]}`.toLowerCase();
    return compounds.has(compound) ? before + after : before.slice(0, -1) + after;
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
