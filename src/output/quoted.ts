import { cutText } from '../core/cut-text.ts';
import { quotationMarks } from '../core/quotation-marks.ts';

/** Words of a source in the quotation marks of a language, cut to a number of characters. */
export function quoted(words: string, language: string, limit: number): string {
  const [open, close] = quotationMarks(language);
  return `${open}${cutText(words, limit)}${close}`;
}
