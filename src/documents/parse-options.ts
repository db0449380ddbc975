import type { DocumentLimits } from './document-reader.ts';

/** How the bytes of a file are made a document. */
export interface ParseOptions extends Omit<DocumentLimits, 'maxBytes'> {
  signal?: AbortSignal | undefined;
  /** Tried on encrypted PDFs. */
  password?: string | undefined;
}
