import type { Worker } from 'node:worker_threads';
import { timeOver } from './time-over.ts';
import { unreadable } from './unreadable.ts';

/** Buffers that a worker may hold for one file beside the file and a copy; the limits of threads are for objects alone. */
const BUFFER_MB = 160;
const LOOK_MS = 50;

export interface TaskWatch {
  /** Aborts with the error of the file when it takes too long or too much memory, or with the caller's reason. */
  signal: AbortSignal;
  end(): void;
}

/** Watches the time and the buffers of a file that a worker parses. */
export function watchTask(
  path: string,
  options: {
    timeoutMs: number;
    /** Of the file, in bytes. */
    size: number;
    signal: AbortSignal | undefined;
    /** The thread that parses the file; undefined before it has begun. */
    worker: () => Worker | undefined;
  },
): TaskWatch {
  const { timeoutMs, signal } = options;
  const bufferMb = BUFFER_MB + Math.ceil((options.size * 2) / 1024 / 1024);
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();
  const timer = setTimeout(() => controller.abort(timeOver(path, timeoutMs)), timeoutMs);
  const look = setInterval(() => {
    void buffersOf(options.worker()).then((megabytes) => {
      if (megabytes > bufferMb) controller.abort(tooManyBuffers(path, bufferMb));
    });
  }, LOOK_MS);
  const end = (): void => {
    clearTimeout(timer);
    clearInterval(look);
    signal?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, end };
}

/** Megabytes; a worker answers in the midst of its work. */
async function buffersOf(worker: Worker | undefined): Promise<number> {
  try {
    const statistics = await worker?.getHeapStatistics();
    return (statistics?.external_memory ?? 0) / 1024 / 1024;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

function tooManyBuffers(path: string, megabytes: number): Error {
  return unreadable(
    path,
    `unfolds to more than ${megabytes} MB in memory, as files do that are made to exhaust it`,
    ['Leave it out unless you trust where it comes from; then print it anew as a PDF.'],
  );
}
