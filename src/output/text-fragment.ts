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
  if (text.length <= LONGEST_EXACT && !text.includes('\n')) {
    const whole = foldText(text);
    return whole === '' ? undefined : `text=${encodeTerm(whole)}`;
  }
  // Browsers look for the end behind the start, so the two must not share a word.
  const isOneLine = !text.includes('\n');
  const room = Math.min(END_CHARACTERS, isOneLine ? Math.floor(text.length / 2) : text.length);
  const [head, tail] = [text.slice(0, room).split('\n'), text.slice(-room).split('\n')];
  const start = wordsOf(head[0]).slice(0, head.length === 1 ? -1 : undefined);
  const end = wordsOf(tail.at(-1)).slice(tail.length === 1 ? 1 : 0);
  const first = joinWords(start.slice(0, WORDS_AT_EACH_END));
  const last = joinWords(end.slice(-WORDS_AT_EACH_END));
  if (first === undefined || last === undefined) return undefined;
  return `text=${encodeTerm(first)},${encodeTerm(last)}`;
}

function wordsOf(line = ''): Intl.SegmentData[] {
  return [...segmenter('en', 'word').segment(foldText(line))].filter((part) => part.isWordLike);
}

/** The text from the first word to the last; undefined for none. */
function joinWords(words: readonly Intl.SegmentData[]): string | undefined {
  const [from, to] = [words[0], words.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  return from.input.slice(from.index, to.index + to.segment.length);
}

/** Hyphen, comma and ampersand have a meaning in the directive; brackets, quotes and stars in Markdown. */
function encodeTerm(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[-!'()*~]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
