import { availableParallelism } from 'node:os';
import type { ProcessGroup } from '../batch/batch-options.ts';
import { RateLimiter } from '../batch/rate-limiter.ts';
import { runBatch } from '../batch/run-batch.ts';
import { toError } from '../batch/to-error.ts';
import type { DocumentReader, LoadedDocument } from '../documents/document-reader.ts';
import { Share } from '../documents/share.ts';
import type { Embedder } from '../providers/embedder.ts';
import { PipelineTally } from './pipeline-tally.ts';
import type {
  PipelineChunk,
  PipelineDocument,
  PipelineOptions,
  PipelineResult,
  Vector,
} from './pipeline-types.ts';

/** Calls of the embedding function at a time. */
const MOST_CALLS = 4;

/**
 * Takes documents through three stages: load (in worker threads), chunk, embed. A document that fails fails alone, and
 * a chunk without a vector keeps its place. Workers start with the first document and end with the run.
 */
export class DocumentPipeline {
  readonly #options: PipelineOptions;

  constructor(options: PipelineOptions = {}) {
    const { rateLimit } = options;
    // One limiter for all documents.
    const shared = rateLimit === undefined || rateLimit instanceof RateLimiter;
    this.#options = shared ? options : { ...options, rateLimit: new RateLimiter(rateLimit) };
  }

  /**
   * Works on all paths and tells what became of each.
   * @throws AppError `USAGE` for an option that is wrong, what the paths themselves throw; never for a document.
   */
  async run(paths: Iterable<string> | AsyncIterable<string>): Promise<PipelineResult> {
    const { workers = availableParallelism(), signal, collect = true } = this.#options;
    const concurrency = this.#options.concurrency ?? workers * 2;
    const tally = new PipelineTally(this.#options.onStage);
    // Whoever imports the library for something else does not pay for the reading of documents.
    const { openDocumentReader } = await import('../documents/open-document-reader.ts');
    const reader = openDocumentReader({ ...this.#options, workers });
    const offline = this.#options.embed === 'offline' ? await openOffline() : undefined;
    const embed = this.#boundEmbed(offline);
    const documents: PipelineDocument[] = [];
    const finish = async (document: PipelineDocument): Promise<void> => {
      if (collect) documents[document.index] = document;
      await tally.listen(() => this.#options.onDocument?.(document));
    };
    try {
      const result = await runBatch(
        paths,
        async (path, { index, signal: ending }) => {
          const work = { index, path, signal: ending, reader, embed, tally };
          const document = await this.#process(work).catch(async (error: unknown) => {
            ending.throwIfAborted();
            await finish({ index, path, chunks: [], error: toError(error) });
            throw error;
          });
          await finish(document);
          if (document.error !== undefined) throw document.error;
        },
        { concurrency, mode: 'continue', collect: false, ...(signal && { signal }) },
      );
      const { listenerError } = tally;
      return {
        documents: collect ? documents : [],
        statistics: tally.sum(result),
        ...(listenerError === undefined ? {} : { listenerError }),
      };
    } finally {
      await Promise.all([reader.close(), offline?.close()]);
    }
  }

  /** The calls of all documents share one bound. */
  #boundEmbed(offline: Embedder | undefined): ProcessGroup<string, Vector> | undefined {
    const { embed: own, embedConcurrency = MOST_CALLS } = this.#options;
    if (own === undefined) return undefined;
    const embed: ProcessGroup<string, Vector> =
      own === 'offline'
        ? (texts, { signal }) => (offline as Embedder).embed(texts, { signal })
        : own;
    const calls = new Share(embedConcurrency);
    return async (texts, context) => {
      const leave = await calls.take(1, context.signal);
      try {
        return await embed(texts, context);
      } finally {
        leave();
      }
    };
  }

  async #process(work: Work): Promise<PipelineDocument> {
    const { index, path, signal, reader, tally } = work;
    const document = await tally.stage('load', work, async () => {
      const loaded = await reader.read(path, { signal });
      return [loaded, loaded.pages?.length ?? 1];
    });
    const chunks = await tally.stage('chunk', work, async () => {
      const cut = await this.#cut(document);
      tally.addChunks(cut);
      return [cut, cut.length];
    });
    if (work.embed === undefined || chunks.length === 0) return { index, path, document, chunks };
    const embedded = await tally.stage('embed', work, async () => {
      const withVectors = await this.#embed(chunks, work);
      return [withVectors, withVectors.filter(({ vector }) => vector !== undefined).length];
    });
    tally.addVectors(embedded);
    const failed = embedded.find(({ error }) => error !== undefined);
    const missing = failed?.error;
    return { index, path, document, chunks: embedded, ...(missing && { error: missing }) };
  }

  async #cut(document: LoadedDocument): Promise<PipelineChunk[]> {
    const { mostTokens, overlapTokens } = this.#options;
    const { loadTokenCounter } = await import('../documents/count-tokens.ts');
    const { preparePassages } = await import('./prepare-passages.ts');
    const { cutForEmbedder } = await import('./meaning-text.ts');
    const passages = preparePassages(document, await loadTokenCounter(), {
      mostTokens,
      overlapTokens,
    });
    return passages.map(({ meaning, ...chunk }) => ({
      ...chunk,
      text: cutForEmbedder(meaning).join('\n'),
    }));
  }

  /** Texts in calls of the wanted size; each answer beside its chunk, whatever failed around it. */
  async #embed(
    chunks: readonly PipelineChunk[],
    { embed, signal }: Work,
  ): Promise<PipelineChunk[]> {
    const { embedBatchSize = 128, embedConcurrency = MOST_CALLS, retry, rateLimit } = this.#options;
    const result = await runBatch(
      chunks.map(({ text }) => text),
      embed as ProcessGroup<string, Vector>,
      {
        batchSize: embedBatchSize,
        concurrency: embedConcurrency,
        mode: 'continue',
        signal,
        ...(retry && { retry }),
        ...(rateLimit && { rateLimit }),
      },
    );
    signal.throwIfAborted();
    return chunks.map((chunk, place): PipelineChunk => {
      const vector = result.results[place];
      const error = result.errors[place];
      return { ...chunk, ...(vector && { vector }), ...(error && { error }) };
    });
  }
}

async function openOffline(): Promise<Embedder> {
  const { createOfflineEmbedder } = await import('../providers/offline-embedder.ts');
  return createOfflineEmbedder();
}

/** What one document is worked on with. */
interface Work {
  index: number;
  path: string;
  signal: AbortSignal;
  reader: DocumentReader;
  embed: ProcessGroup<string, Vector> | undefined;
  tally: PipelineTally;
}
