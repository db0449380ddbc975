import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
import { workerFile } from '../batch/worker-file.ts';
import { AppError } from '../core/errors.ts';
import type { DocumentReader, LoadedDocument, ReaderOptions } from './document-reader.ts';
import { metadataText } from './metadata.ts';
import type { ParseOptions } from './parse-options.ts';
import { readDocumentBytes } from './read-document-bytes.ts';
import type { ParseOutcome, ParseTask } from './read-worker.ts';
import { Share } from './share.ts';
import { unreadable } from './unreadable.ts';
import { watchTask } from './watch-task.ts';

const DEFAULT_TIMEOUT_MS = 60_000;
/** Of files that are read ahead and parsed, together; one larger file has it for itself. */
const MOST_BYTES_AT_HAND = 64 * 1024 * 1024;
/** Files that are read while as many as there are workers are parsed, for each worker. */
const AHEAD = 1;
/** Memory of a worker for its objects; a file that needs more fails. Buffers are watched besides. */
const HEAP_MB = 512;
const YOUNG_HEAP_MB = 24;
/** Workers are kept a while for the next file. */
const IDLE_MS = 10_000;

/** For tests: another file for the workers to run, another limit of memory. */
export interface ReaderInternals {
  entry?: string;
  heapMb?: number;
}

/** Reads files with worker threads, which start with the first file. */
export class PooledReader implements DocumentReader {
  readonly #options: ReaderOptions;
  readonly #internals: ReaderInternals;
  readonly #workers: number;
  readonly #files: Share;
  readonly #bytes = new Share(MOST_BYTES_AT_HAND);
  readonly #turns: Share;
  #pool: Promise<Piscina<ParseTask, ParseOutcome>> | undefined;

  constructor(options: ReaderOptions, internals: ReaderInternals = {}) {
    this.#options = options;
    this.#internals = internals;
    this.#workers = Math.max(1, options.workers ?? availableParallelism());
    this.#files = new Share(this.#workers * (1 + AHEAD));
    this.#turns = new Share(this.#workers);
  }

  async read(
    path: string,
    { signal }: { signal?: AbortSignal | undefined } = {},
  ): Promise<LoadedDocument> {
    const { maxBytes, ...options } = this.#options;
    // Files are read while others are parsed, but only a few ahead, so that few are in memory.
    const giveFile = await this.#files.take(1, signal);
    try {
      const giveBytes = await this.#bytes.take(await sizeOf(path), signal);
      try {
        const bytes = await readDocumentBytes(path, { signal, maxBytes });
        return await this.parse(bytes, path, { ...options, signal });
      } finally {
        giveBytes();
      }
    } finally {
      giveFile();
    }
  }

  async close(): Promise<void> {
    const pool = await this.#pool;
    this.#pool = undefined;
    await pool?.destroy();
  }

  /** Parses the bytes of a file, which it takes away. */
  async parse(
    bytes: Uint8Array<ArrayBuffer>,
    path: string,
    options: ParseOptions,
  ): Promise<LoadedDocument> {
    const giveTurn = await this.#turns.take(1, options.signal);
    try {
      return await this.#run(bytes, path, options);
    } finally {
      giveTurn();
    }
  }

  async #run(
    bytes: Uint8Array<ArrayBuffer>,
    path: string,
    options: ParseOptions,
  ): Promise<LoadedDocument> {
    const { maxPages, maxRatio, password, timeoutMs = DEFAULT_TIMEOUT_MS, signal } = options;
    const pool = await (this.#pool ??= this.#start());
    const thread = new Int32Array(new SharedArrayBuffer(4));
    const task = { path, bytes, thread, options: { maxPages, maxRatio, password, timeoutMs } };
    const watch = watchTask(path, {
      timeoutMs,
      signal,
      size: bytes.length,
      worker: () => pool.threads.find(({ threadId }) => threadId === Atomics.load(thread, 0)),
    });
    try {
      const outcome = await pool.run(task, {
        signal: watch.signal,
        transferList: [bytes.buffer],
      });
      if ('document' in outcome) return outcome.document;
      const { message, suggestions } = outcome.failure;
      throw new AppError('DOCUMENT_UNREADABLE', message, { suggestions });
    } catch (cause) {
      if (watch.signal.aborted) throw watch.signal.reason;
      if (cause instanceof AppError) throw cause;
      throw brokenWorker(path, cause, this.#internals.heapMb ?? HEAP_MB);
    } finally {
      watch.end();
    }
  }

  async #start(): Promise<Piscina<ParseTask, ParseOutcome>> {
    const { Piscina } = await import('piscina');
    return new Piscina<ParseTask, ParseOutcome>({
      filename: this.#internals.entry ?? workerFile(import.meta.url, './read-worker.ts'),
      minThreads: 0,
      maxThreads: this.#workers,
      idleTimeout: IDLE_MS,
      // Keys and options of this process are nothing that the reading of documents needs.
      env: { NODE_NO_WARNINGS: '1' },
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: this.#internals.heapMb ?? HEAP_MB,
        maxYoungGenerationSizeMb: YOUNG_HEAP_MB,
      },
    });
  }
}

/** 0 where it cannot be told; the reading itself then says why. */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
}

/** The error of a file whose worker ended or broke; the pool has started another. */
function brokenWorker(path: string, cause: unknown, heapMb: number): AppError {
  const isOutOfMemory =
    cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isOutOfMemory) return needsTooMuchMemory(path, heapMb);
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
  const reason = metadataText(line.replace(/\.+$/u, ''), 200) ?? 'it gave no reason';
  return unreadable(
    path,
    `broke the worker that read it: ${reason}`,
    ['Print it anew as a PDF or save its text, or leave it out.'],
    cause,
  );
}

function needsTooMuchMemory(path: string, megabytes: number): AppError {
  return unreadable(path, `needs more than ${megabytes} MB of memory to be read`, [
    'Split it into smaller files, or leave it out.',
  ]);
}
