/** A passage that a search of the library found; offsets in UTF-16 code units of the document's text. */
export interface LibraryPassage {
  start: number;
  end: number;
  heading?: string;
  /** Relevance to the query, 0 to 1. */
  score: number;
}

/** A document that a search of the library found, with its best passages first. */
export interface LibraryHit {
  /** Absolute. */
  path: string;
  title: string;
  author?: string;
  publishedAt?: string;
  /** Plain text in the block form of `DocumentContent`. */
  text: string;
  /** When the document was read, ISO 8601. */
  readAt: string;
  /** Relevance to the query, 0 to 1. */
  score: number;
  passages: readonly LibraryPassage[];
}

/** An open, indexed library of documents. */
export interface Library {
  /** How many documents it has. */
  readonly documentCount: number;
  /** Changes with every document that is added, changed or removed. */
  readonly fingerprint: string;
  /** What was left out and why, a sentence each. */
  readonly warnings: readonly string[];
  /**
   * The documents that answer a query, best first; none when all they share with it are function words or too few of
   * its terms. Any text is a safe query.
   */
  search(query: string, options: { maxResults: number }): LibraryHit[];
  close(): void;
}
