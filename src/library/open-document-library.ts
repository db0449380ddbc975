import { runBatch } from '../batch/run-batch.ts';
import { toError } from '../batch/to-error.ts';
import type { DocumentReader, ReaderOptions } from '../documents/document-reader.ts';
import { openDocumentReader } from '../documents/open-document-reader.ts';
import type { Embedder } from '../providers/embedder.ts';
import { createOfflineEmbedder } from '../providers/offline-embedder.ts';
import { addDocument, type AddedDocument } from './add-document.ts';
import type { ChunkHit } from './chunk-hit.ts';
import { createChunkSearch, type ChunkSearchOptions } from './chunk-search.ts';
import { pathTest } from './document-filter.ts';
import { createDocumentIntake } from './document-intake.ts';
import { createDocumentWriter } from './document-writer.ts';
import { createEmbeddingQueue } from './embedding-queue.ts';
import { keptDocuments, type KnownDocument } from './known-documents.ts';
import { changeIndex, openLibraryDatabase } from './library-database.ts';
import { planIngestion } from './plan-ingestion.ts';
import { removeDocuments } from './remove-documents.ts';

export interface DocumentLibraryOptions extends ReaderOptions {
  /** The index file, made with its folder where missing; `:memory:` for none. */
  indexPath: string;
  /** Makes the vectors for search by meaning: the embedded model, or one of your own. Without it the search is by words. */
  embedder?: 'offline' | Embedder | undefined;
}

export interface AddOptions {
  /** Documents at a time; default 16. */
  concurrency?: number | undefined;
  /** Drops documents below the paths whose files are gone. */
  prune?: boolean | undefined;
  signal?: AbortSignal | undefined;
  /** Told what became of each document, as it ends. */
  onDocument?: ((outcome: AddOutcome) => void) | undefined;
}

/** What became of a document: added, or failed with an error. */
export type AddOutcome = { path: string; document: AddedDocument } | { path: string; error: Error };

export interface AddReport {
  /** In order of path. */
  outcomes: readonly AddOutcome[];
  unchanged: number;
  /** Paths that were dropped. */
  removed: readonly string[];
  warnings: readonly string[];
}

/** A library of documents for programs. */
export interface DocumentLibrary extends AsyncDisposable {
  /** Brings the library up to date with files, folders and patterns. A document that fails fails alone. */
  add(paths: readonly string[], options?: AddOptions): Promise<AddReport>;
  /** Passages, best first. Any text is a safe query. */
  search(
    query: string,
    options?: Partial<Omit<ChunkSearchOptions, 'vector'>> & { signal?: AbortSignal | undefined },
  ): Promise<ChunkHit[]>;
  /** In order of path. */
  list(): KnownDocument[];
  /** Takes out what the files, folders and patterns name; gives the paths. */
  remove(paths: readonly string[]): string[];
  close(): Promise<void>;
}

const CONCURRENCY = 16;
const LIMIT = 10;

/**
 * Opens a library of documents. Several processes may use one index.
 * @throws AppError `OUTPUT_UNWRITABLE` when the index cannot be made, written or understood.
 */
export async function openDocumentLibrary(
  options: DocumentLibraryOptions,
): Promise<DocumentLibrary> {
  const { indexPath, embedder: wanted, ...reading } = options;
  const database = await openLibraryDatabase(indexPath);
  const embedder = wanted === 'offline' ? createOfflineEmbedder() : wanted;
  const chunks = createChunkSearch(database, embedder?.name);
  const writer = createDocumentWriter(database);
  let reader: DocumentReader | undefined;

  async function add(paths: readonly string[], more: AddOptions = {}): Promise<AddReport> {
    const { concurrency = CONCURRENCY, prune = false, signal, onDocument } = more;
    const model = embedder?.name;
    const plan = await planIngestion(database, { paths, model, prune, signal });
    changeIndex(database, () => plan.touched.forEach((file) => writer.touch(file)));
    reader ??= openDocumentReader(reading);
    const intake = createDocumentIntake(database, { reader, now: () => new Date() });
    const embeddings =
      embedder === undefined ? undefined : createEmbeddingQueue(database, embedder);
    const outcomes: AddOutcome[] = [];
    await runBatch(
      plan.todo,
      async ({ path }, { index, signal: ending }) => {
        const outcome = await addDocument(path, {
          intake,
          embeddings,
          signal: ending,
          step: (_name, work) => work({ signal: ending }),
        }).then(
          (document): AddOutcome => ({ path, document }),
          (error: unknown): AddOutcome => ({ path, error: toError(error) }),
        );
        ending.throwIfAborted();
        outcomes[index] = outcome;
        onDocument?.(outcome);
      },
      { concurrency, mode: 'continue', collect: false, ...(signal && { signal }) },
    );
    signal?.throwIfAborted();
    const gone = prune ? plan.gone : [];
    removeDocuments(database, gone);
    const { unchanged, warnings } = plan;
    return { outcomes, unchanged, removed: gone.map(({ path }) => path), warnings };
  }

  const close = async (): Promise<void> => {
    await Promise.all([reader?.close(), wanted === 'offline' ? embedder?.close() : undefined]);
    if (database.isOpen) database.close();
  };
  return {
    add,
    async search(query, more = {}) {
      const { limit = LIMIT, by = 'hybrid', signal = new AbortController().signal } = more;
      const isAsked = by !== 'words' && query.trim() !== '' && chunks.vectorCount > 0;
      const [vector] = isAsked && embedder ? await embedder.embed([query], { signal }) : [];
      const found = vector instanceof Float32Array ? vector : undefined;
      return chunks.search(query, { ...more, limit, by, vector: found });
    },
    list: () => keptDocuments(database),
    remove(paths) {
      const tests = paths.map((path) => pathTest(path, process.cwd()));
      const chosen = keptDocuments(database).filter((document) =>
        tests.some((test) => test(document)),
      );
      removeDocuments(database, chosen);
      return chosen.map(({ path }) => path);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
