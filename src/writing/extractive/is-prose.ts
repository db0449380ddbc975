import { cleanText } from '../../core/text/clean-text.ts';

/** Markup, addresses and page furniture that no article may carry. */
const FURNITURE = new RegExp(
  [
    String.raw`\]\(|!\[|\*\*|__|~~|\x60|[|<>{}\\»›•©®™→]|https?:|www\.|\S@\S+\.\S`,
    String.raw`\b(?:subscribe|newsletter|read more|click here|learn more|sign up|sign in|log in|log out|cookies?`,
    String.raw`privacy policy|terms of (?:use|service)|all rights reserved|add to (?:cart|basket)|shop now|buy now`,
    String.raw`share this|advertisement|sponsored|affiliate|javascript|skip to|back to top|leave a comment`,
    String.raw`posted (?:by|on)|published (?:by|on)|last updated|reading time|table of contents|related articles)\b`,
  ].join('|'),
  'iu',
);
const TERMINAL = /[.!?…。！？؟।](?:["'”’»)\]」』]|\[\d+\])*$/u;
const OPENING = /^["'“‘«(「『¿¡]*[\p{Lu}\p{Lo}\d€$£¥]/u;
const CURRENCY = /(?:[€$£¥]\s?\d|\d\s?(?:€|EUR|USD|GBP))/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Bounds of a sentence worth printing, in words and in UTF-16 code units. */
const WORDS = { minimum: 5, maximum: 60 };
const UNITS = { minimum: 24, maximum: 420 };

/**
 * True for a whole sentence of running text; false for navigation, notices, lists of prices, shouting, fragments and
 * anything with markup left in it. `text` has its white space folded. An item of a list may be a fragment.
 */
export function isProse(text: string, options: { item?: boolean } = {}): boolean {
  if (text.length > UNITS.maximum) return false;
  if (FURNITURE.test(text) || !OPENING.test(text)) return false;
  if (options.item !== true && !/[.!?…:。！？：؟।]["'”’»)\]」』]*$/u.test(text)) return false;
  if (options.item !== true && !TERMINAL.test(text) && !/[:：]$/u.test(text)) return false;
  const unspaced = UNSPACED.test(text);
  const words = text.split(' ').length;
  const shortest = options.item === true ? 2 : WORDS.minimum;
  if (!unspaced && (words < shortest || words > WORDS.maximum)) return false;
  const fewest = unspaced ? 8 : options.item === true ? 10 : UNITS.minimum;
  if (text.length < fewest || hidesCharacters(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < text.replace(/\s/gu, '').length * 0.6) return false;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (!unspaced && capitals > letters * 0.4) return false;
  return (text.match(CURRENCY)?.length ?? 0) < 5;
}

/** True for a text with control characters, or characters that hide or reorder what one reads. */
function hidesCharacters(text: string): boolean {
  return cleanText(text) !== text.normalize('NFC');
}
