import { quotationMarks } from '../quotation-marks.ts';
import { referenceWords } from './reference-words.ts';
import { isClosed, plain, type RichPiece } from './rich-piece.ts';

/**
 * A title in the quotation marks of the language, with what ends it: `“Title.”` in English, `„Titel“.` elsewhere. Marks that
 * are in it become single ones in English, as both manuals want it.
 */
export function quotedTitle(title: string, language: string): RichPiece[] {
  const [open, close] = quotationMarks(language);
  const { stopInQuotes } = referenceWords(language);
  if (!stopInQuotes) return plain(`${open}${title}${close}${isClosed(title) ? '' : '.'}`);
  const inner = title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replaceAll(/(?<![^\s([])"([^"]*)"/gu, '‘$1’');
  return plain(`${open}${inner}${isClosed(inner) ? '' : '.'}${close}`);
}
