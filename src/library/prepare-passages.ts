import { cutChunks, type ChunkOptions, type TextChunk } from '../documents/cut-chunks.ts';
import type { PageSpan, ReadDocument } from '../documents/document.ts';
import { meaningTextOf, type MeaningText } from './meaning-text.ts';

/** A passage of a document as the index keeps it: a chunk with what it is found by. */
export interface PreparedPassage extends TextChunk {
  /** Number of the page that it begins on, from 1; absent where the document has no pages. */
  page?: number;
  /** What it is embedded as. */
  meaning: MeaningText;
}

/** Cuts a document into the passages that it is searched by. `countTokens` is that of `loadTokenCounter`. */
export function preparePassages(
  document: Pick<ReadDocument, 'title' | 'text' | 'language' | 'pages'>,
  countTokens: (text: string) => number,
  sizes: Pick<ChunkOptions, 'mostTokens' | 'overlapTokens'> = {},
): PreparedPassage[] {
  const { title, text, language, pages = [] } = document;
  return cutChunks(text, { ...sizes, countTokens, language }).map((chunk) => {
    const page = pageAt(pages, chunk.start);
    return {
      ...chunk,
      ...(page === undefined ? {} : { page }),
      meaning: meaningTextOf(title, text, chunk),
    };
  });
}

/** By halving: a book has thousands of pages and passages. */
function pageAt(pages: readonly PageSpan[], offset: number): number | undefined {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pages[Math.min(low, pages.length - 1)]?.page;
}
