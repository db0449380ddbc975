import { createHash } from 'node:crypto';
import { threadId } from 'node:worker_threads';
import { AppError } from '../core/errors.ts';
import type { LoadedDocument } from './document-reader.ts';
import { parseInThread } from './parse-in-thread.ts';
import type { ParseOptions } from './parse-options.ts';

/** A file for a worker to parse. */
export interface ParseTask {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
  options: Omit<ParseOptions, 'signal'>;
  /** Receives the number of the thread that took the task. */
  thread: Int32Array;
}

/** What comes back: an error of ours would lose its code on the way between threads. */
export type ParseOutcome =
  | { document: LoadedDocument }
  | { failure: { message: string; suggestions: readonly string[] } };

/** Entry of the worker threads. */
export default async function parseInWorker(task: ParseTask): Promise<ParseOutcome> {
  Atomics.store(task.thread, 0, threadId);
  const { path, bytes } = task;
  const facts = {
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  };
  try {
    const document = await parseInThread(bytes, path, task.options);
    return { document: { ...document, ...facts } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { failure: { message: error.message, suggestions: error.suggestions } };
  }
}
