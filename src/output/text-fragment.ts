import { foldText } from '../core/fold-text.ts';
import { segmenter } from '../core/text/segmenter.ts';

/** A longer quote is named by its first and last words: the less is told, the less a change in the page undoes it. */
const LONGEST_EXACT = 150;
const WORDS_AT_EACH_END = 6;
/** Where the words of an end are looked for. */
const END_CHARACTERS = 240;
/** More words of one page in one address help nobody. */
const MOST_QUOTES = 3;

/**
 * The address of a web page with text fragments behind it, so that browsers scroll to the quotes and mark them:
 * `…#:~:text=first%20words,last%20words`. Follows the WICG draft "Text Fragments". Without a quote that can be
 * named, the address as it is.
 * @param quotes parts of the page's text, line breaks between its blocks kept.
 */
export function textFragmentAddress(address: string, quotes: readonly string[]): string {
  const directives = quotes
    .map(textDirective)
    .filter((directive) => directive !== undefined)
    .slice(0, MOST_QUOTES);
  if (directives.length === 0) return address;
  const [page = '', ...rest] = address.split('#');
  const fragment = rest.join('#').split(':~:', 1)[0] ?? '';
  return `${page}#${fragment}:~:${directives.join('&')}`;
}

function textDirective(quote: string): string | undefined {
  const text = quote.trim();
  const first = foldText(text.slice(0, END_CHARACTERS).split('\n', 1)[0] ?? '');
  const last = foldText(text.slice(-END_CHARACTERS).split('\n').at(-1) ?? '');
  const isShort = text.length <= LONGEST_EXACT && !text.includes('\n');
  if (isShort) return first === '' ? undefined : `text=${encodeTerm(first)}`;
  const start = endOfWords(first, 'first', text.length > END_CHARACTERS);
  const end = endOfWords(last, 'last', text.length > END_CHARACTERS);
  if (start === undefined || end === undefined) return undefined;
  return `text=${encodeTerm(start)},${encodeTerm(end)}`;
}

/** The first or last words of a text, without what surrounds them; undefined where a single word fills it. */
function endOfWords(text: string, side: 'first' | 'last', isCut: boolean): string | undefined {
  const words = [...segmenter('en', 'word').segment(text)].filter((part) => part.isWordLike);
  // The cut may have gone through the word that lies at it.
  const whole = isCut && side === 'first' ? words.slice(0, -1) : words.slice(isCut ? 1 : 0);
  const chosen =
    side === 'first' ? whole.slice(0, WORDS_AT_EACH_END) : whole.slice(-WORDS_AT_EACH_END);
  const [from, to] = [chosen[0], chosen.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  return text.slice(from.index, to.index + to.segment.length);
}

/** Hyphen, comma and ampersand have a meaning in the directive; brackets, quotes and stars in Markdown. */
function encodeTerm(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[-!'()*~]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
