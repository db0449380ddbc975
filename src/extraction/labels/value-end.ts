import { canonicalLabel } from './canonical-words.ts';
import { isKnownLabel } from './labels-of.ts';

const NEXT_LABEL =
  /(?:^|[\s;,|])((?:[\p{L}#][\p{L}\p{N}.'’#°/-]{0,30})(?: [\p{L}\p{N}.'’#°/()-]{1,30}){0,4}?)(?: \d{1,2}(?:[.,]\d{1,2})? ?%)? ?[:：](?=\s|$)/gu;

/** Where a value ends: at a wide gap, or where the next label of the line begins. */
export function valueEnd(text: string, start: number, lineEnd: number): number {
  const piece = text.slice(start, lineEnd);
  const gap = piece.search(/\t| {3,}/u);
  const end = gap === -1 ? piece.length : gap;
  NEXT_LABEL.lastIndex = 0;
  for (const match of piece.slice(0, end).matchAll(NEXT_LABEL)) {
    const words = (match[1] ?? '').split(' ');
    const labelStart = match.index + match[0].indexOf(match[1] ?? '');
    // `Jane Doe City:` is a value and a label: the longest known label, or the last word.
    for (let from = 0; from < words.length; from++) {
      const label = words.slice(from).join(' ');
      const isLast = from === words.length - 1;
      if (!isKnownLabel(canonicalLabel(label)) && !isLast) continue;
      const at = labelStart + (match[1] ?? '').length - label.length;
      if (at > 0) return start + at;
    }
  }
  return start + end;
}
