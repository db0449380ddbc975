import type { Snippet } from './make-snippet.ts';

/** What passages are found by. */
export type SearchBy = 'hybrid' | 'words' | 'meaning';

/** A passage that a search of the library found. */
export interface ChunkHit {
  /** Absolute. */
  path: string;
  title: string;
  /** Kind of the document, such as `pdf`. */
  kind: string;
  author?: string;
  /** ISO 8601, as precise as the document tells. */
  publishedAt?: string;
  /** Number of the page that the passage begins on, from 1. */
  page?: number;
  heading?: string;
  /** Offsets in the text of the document, in UTF-16 code units. */
  start: number;
  end: number;
  text: string;
  snippet: Snippet;
  /** 0 to 1: 1 for the first by all that was searched by. */
  score: number;
  /** Place by words, from 1; absent when none of them stands in it. */
  wordsRank?: number;
  /** Place by meaning, from 1; absent when others are nearer. */
  meaningRank?: number;
  /** Cosine of query and passage, -1 to 1. */
  similarity?: number;
}
