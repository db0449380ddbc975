import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
import { mapConcurrent } from '../batch/map-concurrent.ts';
import { workerFile } from '../batch/worker-file.ts';
import { AppError } from '../core/errors.ts';
import { cutParts } from './cut-parts.ts';
import { embedInParts } from './embed-in-parts.ts';
import type { Embedder } from './embedder.ts';
import type embedTexts from './offline-embedding-worker.ts';

export interface OfflineEmbedderOptions {
  /** Threads, each with the model in about 200 MB; default: cores, at most 4. */
  workers?: number | undefined;
}

type Pool = Piscina<readonly string[], Awaited<ReturnType<typeof embedTexts>>>;

/** The model reads 128 tokens and is silent about the rest: about so many English letters. */
const MOST_LETTERS = 360;
/** Digits, signs and foreign letters are more tokens than English letters are. */
const LETTERS_A_SIGN = 2.5;
/** Room for the words at the borders of parts of equal size, in letters. */
const ROOM = 30;
/** Two or three sentences: the model was made for single ones, and a long text blurs (measured: bench/documents). */
const BEST_CHARACTERS = 350;
/** Larger batches are no faster and take much more memory. */
const BATCH = 8;
const MOST_WORKERS = 4;
/** A thread that has nothing to do gives its memory back after so many milliseconds. */
const IDLE_MS = 10_000;

/**
 * Embeddings without a network: the Universal Sentence Encoder Lite, 512 dimensions, for English. D. Cer et al.,
 * "Universal Sentence Encoder", 2018. It runs in worker threads, which start with the first text. A text of more than
 * about 60 words is embedded in parts and has their mean; one in another script than the Latin is refused, because the
 * model takes all such words for one and the same.
 */
export function createOfflineEmbedder(options: OfflineEmbedderOptions = {}): Embedder {
  const workers = options.workers ?? Math.min(availableParallelism(), MOST_WORKERS);
  let pool: Promise<Pool> | undefined;
  let warming: Promise<unknown> | undefined;

  async function run(
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<(Float32Array | Error)[]> {
    const opened = await (pool ??= openPool(workers));
    const vectors = await opened.run(texts, signal === undefined ? {} : { signal });
    return vectors.map((vector) => (typeof vector === 'string' ? failed(vector) : vector));
  }

  /** A model that cannot be loaded fails here, once, and not for each text. */
  function warm(): Promise<unknown> {
    warming ??= run(['ready']).catch((cause: unknown) => {
      warming = undefined;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new AppError('INTERNAL', `The offline embedding model cannot be loaded: ${reason}`, {
        suggestions: [
          'Install seo-content again, or use --embeddings openai, or --embeddings none.',
        ],
        cause,
      });
    });
    return warming;
  }

  async function runBatch(
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<(Float32Array | Error)[]> {
    try {
      return await run(texts, signal);
    } catch (error) {
      signal.throwIfAborted();
      // A thread that died takes its whole batch with it.
      if (texts.length === 1) return [failed(error)];
      const alone: (Float32Array | Error)[] = [];
      for (const text of texts) alone.push(...(await runBatch([text], signal)));
      return alone;
    }
  }

  return {
    name: 'offline:universal-sentence-encoder-lite',
    bestCharacters: BEST_CHARACTERS,

    async prepare() {
      await warm();
    },

    embed(texts, { signal }) {
      signal.throwIfAborted();
      return embedInParts(texts, {
        problemOf: unreadable,
        cut: cutEvenly,
        async embed(parts) {
          await warm();
          // Of about the same length, so that none is padded much.
          const byLength = parts
            .keys()
            .toArray()
            .toSorted((left, right) => lengthAt(parts, left) - lengthAt(parts, right));
          const batches = chunksOf(byLength, BATCH);
          const found = await mapConcurrent(
            batches,
            (batch, context) =>
              runBatch(
                batch.map((index) => parts[index] ?? ''),
                context.signal,
              ),
            { concurrency: workers + 1, signal },
          );
          const vectors: (Float32Array | Error)[] = [];
          for (const [number, batch] of batches.entries()) {
            for (const [place, index] of batch.entries())
              vectors[index] = found[number]?.[place] ?? failed('it gave no answer');
          }
          return vectors;
        },
      });
    },

    async close() {
      const opened = await pool?.catch(() => undefined);
      pool = undefined;
      warming = undefined;
      await opened?.destroy();
    },
  };
}

async function openPool(workers: number): Promise<Pool> {
  const { Piscina } = await import('piscina');
  return new Piscina({
    filename: workerFile(import.meta.url, './offline-embedding-worker.ts'),
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: IDLE_MS,
  });
}

/** Parts that the model reads to their ends, of about the same size. */
function cutEvenly(text: string): string[] {
  let letters = 0;
  for (const character of text) letters += lettersOf(character.codePointAt(0) ?? 0);
  const parts = Math.ceil(letters / MOST_LETTERS);
  return cutParts(text, Math.min(letters / parts + ROOM, MOST_LETTERS), lettersOf);
}

function lettersOf(codePoint: number): number {
  const lower = codePoint | 0x20;
  const isPlain = codePoint === 0x20 || codePoint === 0x0a || (lower >= 0x61 && lower <= 0x7a);
  return isPlain ? 1 : LETTERS_A_SIGN;
}

/** Why the model can tell nothing about a text. */
function unreadable(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 && !/\p{N}/u.test(text)) return 'holds no word';
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin < letters / 2
    ? 'is not in Latin script, and the offline embedding model knows English only'
    : undefined;
}

function lengthAt(parts: readonly string[], index: number): number {
  return parts[index]?.length ?? 0;
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

function failed(reason: unknown): AppError {
  const words = reason instanceof Error ? reason.message : String(reason);
  return new AppError('INTERNAL', `The offline embedding model failed on a text: ${words}`);
}
