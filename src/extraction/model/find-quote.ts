import { canStandAlone, foldQuote } from './fold-quote.ts';

interface QuotePlace {
  start: number;
  end: number;
}

/** Finds words that a model quotes in the text that it was given. */
export interface QuoteFinder {
  /**
   * The first place where the quote stands, white space, case, quotation marks and the kinds of dashes aside. A part of a
   * longer word or number does not count.
   */
  find: (quote: string) => QuotePlace | undefined;
}

/** A short quote may stand in so many longer words before it stands alone. */
const MOST_TRIES = 2000;
/** A quote of more characters may end within a word: models leave endings out. */
const LONG_QUOTE = 12;

export function createQuoteFinder(text: string): QuoteFinder {
  const folded = foldQuote(text);
  const lookUp = (quote: string): QuotePlace | undefined => {
    const wanted = foldQuote(quote).text;
    if (wanted === '') return undefined;
    let loose: QuotePlace | undefined;
    let at = folded.text.indexOf(wanted);
    for (let tries = 0; at !== -1 && tries < MOST_TRIES; tries++) {
      const place = { start: folded.startOf(at), end: folded.endOf(at + wanted.length - 1) };
      if (canStandAlone(text, place)) return place;
      const cutsNumber = /\p{N}/u.test(wanted.at(0) ?? '') || /\p{N}/u.test(wanted.at(-1) ?? '');
      if (wanted.length >= LONG_QUOTE && !cutsNumber) loose ??= place;
      at = folded.text.indexOf(wanted, at + 1);
    }
    return loose;
  };
  return {
    find(quote) {
      const trimmed = quote.replaceAll(/^[\s"'“”„«»]+|[\s"'“”„«»]+$/gu, '');
      return (
        lookUp(quote) ??
        lookUp(trimmed) ??
        // The prompt writes angle brackets and ampersands as entities, and a model may copy these.
        (/&(?:amp|lt|gt|quot);/u.test(quote) ? lookUp(unescape(quote)) : undefined)
      );
    },
  };
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
