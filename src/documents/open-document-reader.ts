import type { DocumentReader, ReaderOptions } from './document-reader.ts';
import { PooledReader } from './pooled-reader.ts';

/** Opens a reader of many documents; its workers start with the first file. */
export function openDocumentReader(options: ReaderOptions = {}): DocumentReader {
  return new PooledReader(options);
}
