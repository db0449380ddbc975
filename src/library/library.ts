/** A passage that a search of the library found; offsets in UTF-16 code units of the document's text. */
export interface LibraryPassage {
  /** Of the index. */
  id: number;
  start: number;
  end: number;
  heading?: string;
  /** Number of the page that it begins on, from 1. */
  page?: number;
  /** Relevance to the query, 0 to 1. */
  score: number;
  /** Cosine of query and passage, for those that are near in meaning. */
  similarity?: number;
}

/** A document that a search of the library found, with its best passages first. */
export interface LibraryHit {
  /** Of the index. */
  id: number;
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
  /** The folders and files that hold its documents; absolute. */
  readonly roots: readonly string[];
  /** How many documents it has. */
  readonly documentCount: number;
  /** Changes with every document that is added, changed or removed. */
  readonly fingerprint: string;
  /** What was left out and why, a sentence each. */
  readonly warnings: readonly string[];
  /** Vectors of the model that it was opened with. */
  readonly vectorCount: number;
  /**
   * The documents that answer a query, best first; none when all they share with it are function words or too few of
   * its terms. With the query's vector, those that are near in meaning as well. Any text is a safe query.
   */
  search(
    query: string,
    options: { maxResults: number; vector?: Float32Array | undefined },
  ): LibraryHit[];
  close(): void;
}
