import { lineCounter } from './count-lines.ts';
import { htmlTokens } from './html-tokens.ts';

/** The attribute that tells on which line of the file an element begins. */
export const LINE_ATTRIBUTE = 'data-source-line';

/** HTML source whose elements tell their lines, which a parsed document does not know. */
export function markLines(html: string): string {
  const lineOf = lineCounter(html);
  const parts: string[] = [];
  let from = 0;
  for (const { kind, name, start } of htmlTokens(html)) {
    if (kind !== 'open') continue;
    const behindName = start + 1 + name.length;
    // The first attribute of a name counts: a page that has its own cannot lie.
    parts.push(html.slice(from, behindName), ` ${LINE_ATTRIBUTE}="${lineOf(start)}"`);
    from = behindName;
  }
  return parts.join('') + html.slice(from);
}
