import { cutWindows, type TextWindow } from './cut-windows.ts';

/** Tokens of text in one request: enough for most documents, and within what small models read with care. */
export const WINDOW_TOKENS = 8000;
const OVERLAP_TOKENS = 300;

/** The windows in which a model is asked about a text; none for a text without a word. */
export function windowsOf(text: string, tokens = WINDOW_TOKENS): TextWindow[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const overlap = Math.min(OVERLAP_TOKENS, Math.floor(tokens / 8));
  return cutWindows(text, { tokens, overlap }).filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  );
}
