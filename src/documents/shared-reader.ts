import { PooledReader } from './pooled-reader.ts';

let shared: PooledReader | undefined;

/** The reader of single documents, with one worker, which ends by itself when it has nothing to do. */
export function sharedReader(): PooledReader {
  shared ??= new PooledReader({ workers: 1 });
  return shared;
}
