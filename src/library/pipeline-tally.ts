import type { BatchResult } from '../batch/batch-result.ts';
import { toError } from '../batch/to-error.ts';
import type {
  PipelineChunk,
  PipelineOptions,
  PipelineStage,
  PipelineStatistics,
} from './pipeline-types.ts';

/** Tells the stages of a pipeline as they happen, and adds up what they come to. */
export class PipelineTally {
  readonly #onStage: PipelineOptions['onStage'];
  readonly #startedAt = performance.now();
  readonly #milliseconds = { load: 0, chunk: 0, embed: 0 };
  readonly #counts = { pages: 0, chunks: 0, tokens: 0, vectors: 0, failedVectors: 0 };
  listenerError: Error | undefined;

  constructor(onStage: PipelineOptions['onStage']) {
    this.#onStage = onStage;
  }

  /** Runs one stage of a document between its events. `work` gives its result and what it came to. */
  async stage<T>(
    stage: PipelineStage,
    { index, path }: { index: number; path: string },
    work: () => Promise<[T, number]>,
  ): Promise<T> {
    const about = { stage, index, path };
    const startedAt = performance.now();
    const took = (): number => {
      const milliseconds = performance.now() - startedAt;
      this.#milliseconds[stage] += milliseconds;
      return milliseconds;
    };
    await this.listen(() => this.#onStage?.({ type: 'stage-start', ...about }));
    try {
      const [result, count] = await work();
      if (stage === 'load') this.#counts.pages += count;
      const milliseconds = took();
      await this.listen(() =>
        this.#onStage?.({ type: 'stage-end', ...about, count, milliseconds }),
      );
      return result;
    } catch (error) {
      const milliseconds = took();
      await this.listen(() =>
        this.#onStage?.({ type: 'stage-error', ...about, milliseconds, error: toError(error) }),
      );
      throw error;
    }
  }

  addChunks(chunks: readonly PipelineChunk[]): void {
    this.#counts.chunks += chunks.length;
    for (const { tokens } of chunks) this.#counts.tokens += tokens;
  }

  addVectors(chunks: readonly PipelineChunk[]): void {
    const vectors = chunks.filter(({ vector }) => vector !== undefined).length;
    this.#counts.vectors += vectors;
    this.#counts.failedVectors += chunks.length - vectors;
  }

  /** A callback cannot veto. */
  async listen(call: () => void | PromiseLike<void>): Promise<void> {
    try {
      await call();
    } catch (error) {
      this.listenerError ??= toError(error);
    }
  }

  sum(result: BatchResult<string, void>): PipelineStatistics {
    return {
      documents: {
        total: result.total,
        succeeded: result.successCount,
        failed: result.errorCount,
        cancelled: result.cancelledCount,
        notStarted: result.notStartedCount,
      },
      ...this.#counts,
      milliseconds: { ...this.#milliseconds, total: performance.now() - this.#startedAt },
    };
  }
}
