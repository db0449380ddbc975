import type { Usage } from './usage.ts';

/** A run of a source's text. Offsets count UTF-16 code units in the text whose SHA-256 the source names. */
export interface Passage {
  /** Unique in the dossier: `s2p1`. */
  id: string;
  start: number;
  /** Exclusive; `text === sourceText.slice(start, end)`. */
  end: number;
  text: string;
  /** The nearest heading above, where there is one. */
  heading?: string;
  /** Relevance to the keyword and its questions, 0 to 1. */
  score: number;
}

/** A web page or document that the research found, with the passages that matter. */
export interface Source {
  /** Unique in the dossier: `s1`, `s2`, … in order of rank. */
  id: string;
  title: string;
  /** Where it is: exactly one of `url` and `path`. */
  url?: string;
  path?: string;
  author?: string;
  /** Date of publication, ISO 8601, where the source tells it. */
  publishedAt?: string;
  /** When it was read, ISO 8601. */
  retrievedAt: string;
  /** SHA-256 of the text that the offsets count in, as hex. */
  sha256: string;
  /** Which research provider found it. */
  provider: string;
  /** Relevance, 0 to 1. */
  score: number;
  passages: readonly Passage[];
}

/** All that the research of one keyword found; written to `research/<slug>.json`. */
export interface Dossier {
  version: 1;
  keyword: string;
  slug: string;
  /** What was searched: the keyword first, then the derived questions. */
  questions: readonly string[];
  sources: readonly Source[];
  providers: readonly string[];
  createdAt: string;
  usage: Usage;
}
