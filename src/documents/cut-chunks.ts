import { splitSentences } from '../core/text/split-sentences.ts';
import type { TextPassage } from './cut-passages.ts';
import { cutSections, type Piece } from './cut-sections.ts';

/** A piece of a document for search by meaning. Its own text is `start` to `end`; no two chunks share any of it. */
export interface TextChunk extends TextPassage {
  /** Where the sentences before it begin that it is read with, so that it is understood by itself; at most `start`. */
  contextStart: number;
  /** Tokens from `contextStart` to `end`, rather a few too many than too few. */
  tokens: number;
}

export interface ChunkOptions {
  /** Of `loadTokenCounter`. */
  countTokens: (text: string) => number;
  /** BCP 47 tag, for the borders of sentences and words. Default `en`. */
  language?: string | undefined;
  /** The most tokens of a chunk's own text. Default 320. */
  mostTokens?: number | undefined;
  /** What chunks of several blocks are filled up to. Default 220. */
  goodTokens?: number | undefined;
  /** Tokens of whole sentences before a chunk that it is read with; 0 for none. Default 40. */
  overlapTokens?: number | undefined;
}

/** A block ends with a line break, which is a token too. */
const BREAK_TOKENS = 1;
/** Smaller chunks are joined with a neighbour, as a share of a good one. */
const SMALL = 0.4;
/** No text of a token is longer on average, but for hostile ones: then the chunk is cut by characters. */
const MOST_CHARACTERS_A_TOKEN = 16;

/**
 * Cuts text in the block form of `DocumentContent` into chunks of about 90 to 320 tokens, each with the sentences before
 * it as context. A chunk follows the borders of blocks and sentences; neither it nor its context crosses a heading, and
 * only a sentence that is longer than a chunk is cut, between words. Headings are no part of a chunk.
 */
export function cutChunks(text: string, options: ChunkOptions): TextChunk[] {
  const { countTokens, language = 'en' } = options;
  const { mostTokens = 320, goodTokens = 220, overlapTokens = 40 } = options;
  const sizes = {
    least: goodTokens * SMALL,
    good: Math.min(goodTokens, mostTokens),
    most: mostTokens,
    mostCharacters: mostTokens * MOST_CHARACTERS_A_TOKEN,
    cutsSentences: true,
  };
  const measure = (part: string): number => countTokens(part) + BREAK_TOKENS;
  const contextOf = (pieces: readonly Piece[]): { start: number; size: number } | undefined => {
    let context: { start: number; size: number } | undefined;
    for (const piece of pieces.toReversed()) {
      const sentences = splitSentences(text.slice(piece.start, piece.end), language);
      for (const sentence of sentences.toReversed()) {
        const size = (context?.size ?? 0) + measure(sentence.text);
        if (size > overlapTokens) return context;
        context = { start: piece.start + sentence.start, size };
      }
    }
    return context;
  };
  return cutSections(text, language, sizes, measure).flatMap(({ heading, pieces, joined }) => {
    let read = 0;
    return joined.map(({ start, end, size }): TextChunk => {
      while ((pieces[read]?.end ?? Infinity) <= start) read += 1;
      // A sentence has two tokens at least: no context reaches further back.
      const before = pieces.slice(Math.max(0, read - overlapTokens), read);
      const context = contextOf(before);
      return {
        start,
        end,
        ...(heading === undefined ? {} : { heading }),
        contextStart: context?.start ?? start,
        tokens: size + (context?.size ?? 0),
      };
    });
  });
}
