import { unreadable } from '../unreadable.ts';
import type { PageLines } from './pdf-line.ts';

/** Share of characters that mean nothing, above which a text is none. */
const MOST_UNKNOWN = 0.3;
/** Signs of fonts of their own, and what stands for a character that cannot be told. */
const UNKNOWN = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u001f]/gu;

/**
 * Looks whether the letters of a PDF can be told: some have fonts that do not say which characters their shapes are.
 * @throws AppError `DOCUMENT_UNREADABLE` when most of the text means nothing
 */
export function requireCharacters(pages: readonly PageLines[], path: string): void {
  let all = 0;
  let unknown = 0;
  for (const { lines } of pages) {
    for (const { text } of lines) {
      all += text.length;
      unknown += text.match(UNKNOWN)?.length ?? 0;
    }
  }
  if (unknown <= all * MOST_UNKNOWN) return;
  throw unreadable(path, 'has no readable text: its fonts do not tell which characters they show', [
    'Make its text readable with OCR, for example with: ocrmypdf --force-ocr FILE OUT.pdf',
  ]);
}
