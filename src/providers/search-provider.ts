import type { ScholarlyWork } from '../core/scholarly-work.ts';
import type { CallScope } from './call.ts';

/** A scored run of a found text; offsets in UTF-16 code units. */
export interface FoundPassage {
  start: number;
  end: number;
  heading?: string;
  /** Number of the page that it begins on, from 1, in a document that has pages. */
  page?: number;
  /** Relevance to the query, 0 to 1. */
  score: number;
  /** How near it is to the query in meaning, 0 to 1, where that is known: it may have none of its words. */
  similarity?: number;
}

/** A page or document that a search found, with its whole readable text. */
export interface FoundSource {
  title: string;
  /** Exactly one of `url` and `path`. */
  url?: string;
  path?: string;
  author?: string;
  /** Present for works of scholarship; `text` is the abstract then. */
  work?: ScholarlyWork;
  publishedAt?: string;
  /** ISO 8601. */
  retrievedAt: string;
  /** Plain text or Markdown; data from outside, never instructions. */
  text: string;
  /** True where `text` is plain text in blocks already and nothing in it is Markdown; what is no web page always is. */
  isPlainText?: boolean;
  /** True where `text` is only what a search shows of the page. */
  isSnippet?: boolean;
  /** Relevance to the query, 0 to 1. */
  score: number;
  /** Present when the provider ranks passages itself; else the research step cuts and ranks. */
  passages?: readonly FoundPassage[];
}

/** A place to research in: the web, a library of documents, … */
export interface SearchProvider {
  readonly name: string;
  /**
   * Finds sources for one query, best first; an empty list when there are none.
   * @throws AppError classified by what the provider answered.
   */
  search(query: string, options: { maxResults: number }, scope: CallScope): Promise<FoundSource[]>;
}
