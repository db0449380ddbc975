import type { RunItem } from './run-item.ts';

/** A document or a row of a table that a run works on; known by its content and its place. */
export interface SourceItem extends RunItem {
  /** The document, or the file of the row; absolute. */
  path: string;
  /** Line on which the row begins, from 1; absent for documents. */
  line?: number;
  /** SHA-256 of the row as hex. A document's is not known before it is read. */
  sha256?: string;
}
