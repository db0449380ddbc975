import type { ReadDocument } from './document.ts';

/** Limits of one document. What is beyond them is refused with an error that names the limit. */
export interface DocumentLimits {
  /** Of the file; default 100 MB. */
  maxBytes?: number | undefined;
  /** Default 5,000. */
  maxPages?: number | undefined;
  /** Milliseconds that the reading of one file may take; default 60,000. */
  timeoutMs?: number | undefined;
  /** What compressed content may unfold to, as a multiple of the file's size; default 200, and 64 MB are always allowed. */
  maxRatio?: number | undefined;
}

export interface ReaderOptions extends DocumentLimits {
  /** Files that are parsed at a time; default: cores. */
  workers?: number | undefined;
  /** Tried on encrypted PDFs. */
  password?: string | undefined;
}

/** A document with the facts of its file. */
export interface LoadedDocument extends ReadDocument {
  /** SHA-256 of the file's bytes as hex. */
  fileSha256: string;
  /** Size of the file. */
  bytes: number;
}

/** Reads documents in worker threads, each file for itself: what breaks one fails it alone. */
export interface DocumentReader {
  /**
   * @throws AppError `DOCUMENT_UNREADABLE` naming the file, the reason and a remedy; the signal's reason when aborted,
   * which ends a running parse.
   */
  read(path: string, options?: { signal?: AbortSignal | undefined }): Promise<LoadedDocument>;
  /** Ends the workers. */
  close(): Promise<void>;
}
