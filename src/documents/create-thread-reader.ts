import { createHash } from 'node:crypto';
import type { DocumentLimits, DocumentReader } from './document-reader.ts';
import { parseDocument } from './read-document.ts';
import { readDocumentBytes } from './read-document-bytes.ts';

/**
 * A reader without workers of its own, one file after the other: for a few small files it is done before workers would
 * have started. Only PDFs and archives, which may hold a thread for long, go to the worker that single documents share.
 */
export function createThreadReader({ maxBytes }: Pick<DocumentLimits, 'maxBytes'>): DocumentReader {
  return {
    async read(path, { signal } = {}) {
      const bytes = await readDocumentBytes(path, { signal, maxBytes });
      const fileSha256 = createHash('sha256').update(bytes).digest('hex');
      const document = await parseDocument(bytes, path, { signal });
      return { ...document, fileSha256, bytes: bytes.length };
    },
    async close() {},
  };
}
