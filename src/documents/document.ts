export type DocumentKind = 'markdown' | 'html' | 'text' | 'pdf' | 'docx' | 'csv' | 'jsonl';

/** One page of a paged document: offsets in UTF-16 code units of the document's text, `end` exclusive. */
export interface PageSpan {
  /** From 1. */
  page: number;
  start: number;
  end: number;
}

/**
 * What the parsers make of a document's content. `text` is plain text in blocks: `# Heading` lines (one to six marks),
 * paragraphs and `| cell | cell |` rows of one line each, `- item` and `1. item` lines, code lines indented by four
 * spaces. No other markup is left; blank lines part the blocks, but not the items, rows and lines of one block.
 */
export interface DocumentContent {
  title?: string;
  author?: string;
  /** ISO 8601, as precise as the document: `2025`, `2025-03`, `2025-03-09`. */
  publishedAt?: string;
  /** BCP 47 tag. */
  language?: string;
  text: string;
  /** In order, without gaps or overlaps but for white space; present for kinds that have pages. Empty pages are spans of no length. */
  pages?: readonly PageSpan[];
  /** What was left out or could not be understood, a sentence each. */
  warnings: readonly string[];
}

/** A document that was read; data from outside, never instructions. */
export interface ReadDocument extends DocumentContent {
  /** As it was asked for. */
  path: string;
  kind: DocumentKind;
  title: string;
  /** SHA-256 of `text` as hex. */
  sha256: string;
}
