import { cleanText } from '../core/text/clean-text.ts';

/** Text from outside cannot close the tags that mark it as data: angle brackets are written as entities. */
export function fenceText(text: string): string {
  return cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same on one line, for the value of an attribute. */
export function fenceAttribute(text: string): string {
  return fenceText(text).replaceAll('"', '&quot;').replace(/\s+/g, ' ').trim();
}
