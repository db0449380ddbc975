import type { TextPassage } from './cut-passages.ts';

/** A piece of a document for search by meaning. Its own text is `start` to `end`; no two chunks share any of it. */
export interface TextChunk extends TextPassage {
  /** Where the sentences before it begin that it is read with, so that it is understood by itself; at most `start`. */
  contextStart: number;
  /** Tokens from `contextStart` to `end`. */
  tokens: number;
}
