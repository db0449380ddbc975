import { detectContainer } from './detect-container.ts';
import type { ReadDocument } from './document.ts';
import { parseInThread } from './parse-in-thread.ts';
import type { ParseOptions } from './parse-options.ts';
import { readDocumentBytes } from './read-document-bytes.ts';

export interface ReadOptions extends ParseOptions {
  /** Larger files are refused; default 100 MB. */
  maxBytes?: number | undefined;
}

/**
 * Reads one document; many are better read by `openDocumentReader`.
 * @throws AppError `DOCUMENT_UNREADABLE` naming the file when it is missing, too large, no document, broken, encrypted
 * or without text; the signal's reason when aborted.
 */
export async function readDocument(path: string, options: ReadOptions = {}): Promise<ReadDocument> {
  return parseDocument(await readDocumentBytes(path, options), path, options);
}

/**
 * Makes a document of the bytes of a file. Text is parsed at once in this thread; PDFs and archives, which may take
 * time and memory without measure, in a worker that is kept for the next one.
 */
export async function parseDocument(
  bytes: Uint8Array,
  path: string,
  options: ParseOptions = {},
): Promise<ReadDocument> {
  const container = detectContainer(bytes);
  if (container !== 'pdf' && container !== 'zip') return parseInThread(bytes, path, options);
  const { sharedReader } = await import('./shared-reader.ts');
  return sharedReader().parse(new Uint8Array(bytes), path, options);
}
