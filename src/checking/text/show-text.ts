import { cutText } from '../../core/cut-text.ts';
import { foldText } from '../../core/fold-text.ts';

/** A text from a page as a part of a message: clean, on one line, cut, in quotation marks. */
export function showText(text: string, limit = 80): string {
  return `“${cutText(foldText(text.slice(0, limit * 4)), limit)}”`;
}
