import type { ProcessGroup, BatchOptions } from '../batch/batch-options.ts';
import type { LoadedDocument, ReaderOptions } from '../documents/document-reader.ts';
import type { TextChunk } from '../documents/cut-chunks.ts';

/** A vector, in whatever form the embedding function gives it. */
export type Vector = Float32Array | readonly number[];

export type PipelineStage = 'load' | 'chunk' | 'embed';

/** What happens to a document in a stage. */
export interface StageEvent {
  type: 'stage-start' | 'stage-end' | 'stage-error';
  stage: PipelineStage;
  /** Place of the document in the input, from 0. */
  index: number;
  path: string;
  /** What the stage came to: pages, chunks or vectors; at its end. */
  count?: number;
  /** Time that it took; at its end and with an error. */
  milliseconds?: number;
  error?: Error;
}

export interface PipelineOptions extends ReaderOptions {
  /**
   * Turns texts into vectors: a function of many texts that gives one entry a text, an `Error` for one that has none; or
   * `offline`, the model that ships with the program (English, 512 numbers). Without it there are no vectors.
   */
  embed?: ProcessGroup<string, Vector> | 'offline';
  /** Texts in one call of `embed`; 128 unless said. */
  embedBatchSize?: number;
  /** Calls of `embed` at a time, over all documents; 4 unless said. */
  embedConcurrency?: number;
  /** Repeats a call of `embed` that failed. */
  retry?: BatchOptions<string, Vector>['retry'];
  /** Of calls of `embed`, over all documents: give a `RateLimiter` to share it with others. */
  rateLimit?: BatchOptions<string, Vector>['rateLimit'];
  /** Documents at a time; twice the workers unless said, so that reading, parsing and embedding overlap. */
  concurrency?: number;
  /** The most tokens of a chunk; 320 unless said. */
  mostTokens?: number;
  /** Tokens of whole sentences before a chunk that it is embedded with; 40 unless said. */
  overlapTokens?: number;
  onStage?: (event: StageEvent) => void;
  /** Given each document when it is done with, in the order of completion; a lane waits for its promise. */
  onDocument?: (document: PipelineDocument) => void | PromiseLike<void>;
  /** False keeps no document: `onDocument` is where they go. */
  collect?: boolean;
  /** When aborted, nothing starts any more and what is under way ends at once. */
  signal?: AbortSignal;
}

export interface PipelineChunk extends TextChunk {
  /** What is embedded: the chunk with the title of its document, its heading and the sentences before it. */
  text: string;
  /** That it begins on, from 1, in documents that have pages. */
  page?: number;
  /** Absent without `embed`, and where it failed. */
  vector?: Vector;
  /** Why it has no vector. */
  error?: Error;
}

/** One document's way. Chunks stand in the order of the text, each beside its vector or its error. */
export interface PipelineDocument {
  index: number;
  path: string;
  /** Absent when it could not be read. */
  document?: LoadedDocument;
  chunks: readonly PipelineChunk[];
  /** Why there is no document, or no vector of a whole call; the fate of one chunk stands with the chunk. */
  error?: Error;
}

export interface PipelineStatistics {
  documents: {
    total: number;
    succeeded: number;
    failed: number;
    cancelled: number;
    notStarted: number;
  };
  pages: number;
  chunks: number;
  tokens: number;
  vectors: number;
  /** Chunks without a vector. */
  failedVectors: number;
  /** Work of each stage, added up over all documents, and the wall-clock time of the whole. */
  milliseconds: Record<PipelineStage | 'total', number>;
}

export interface PipelineResult {
  /** In input order, an entry a path; empty with `collect: false`. */
  documents: readonly PipelineDocument[];
  statistics: PipelineStatistics;
  /** The first thing that a callback threw; it changed nothing. */
  listenerError?: Error;
}
