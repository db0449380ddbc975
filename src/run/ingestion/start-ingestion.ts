import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { SourceItem } from '../../core/source-item.ts';
import type { RunSummary } from '../../core/summary.ts';
import { openDocumentReader } from '../../documents/open-document-reader.ts';
import { createDocumentIntake } from '../../library/document-intake.ts';
import { createEmbeddingQueue } from '../../library/embedding-queue.ts';
import type { KnownDocument } from '../../library/known-documents.ts';
import { removeDocuments } from '../../library/remove-documents.ts';
import { ingestDocument } from '../../pipeline/ingest.ts';
import { workSession, type SessionStart } from '../work-session.ts';
import type { LateEmbedder } from './late-embedder.ts';

export interface IngestionStart extends SessionStart<SourceItem> {
  /** The open index; stays open. */
  database: DatabaseSync;
  late: LateEmbedder;
  /** Documents that go when all others have been taken in: what has only moved keeps its vectors so. */
  gone: readonly KnownDocument[];
  /** Documents that stand as they are. */
  unchanged: number;
  /** Of encrypted documents; kept nowhere. */
  password: string | undefined;
  /** Documents that are parsed at a time. */
  workers: number | undefined;
}

/** A session of adding documents to the library: reads, embeds and indexes every one, and drops what is gone. */
export async function startIngestion(start: IngestionStart): Promise<RunSummary> {
  const { database, late, gone, unchanged, password, workers, loaded } = start;
  return workSession(start, async ({ gateway, signal }) => {
    const { embedder } = late;
    late.connect(gateway);
    const reader = openDocumentReader({ password, workers });
    const intake = createDocumentIntake(database, { reader, now: start.today });
    const embeddings =
      embedder === undefined ? undefined : createEmbeddingQueue(database, embedder);
    let removed = 0;
    return {
      unit: 'document',
      process: (scope) =>
        ingestDocument(scope, {
          intake: {
            read: (path, ending) => intake.read(resolve(loaded.baseDirectory, path), ending),
            store: (document) => intake.store(document),
          },
          embeddings,
        }),
      async finish(result) {
        if (signal.aborted || start.drain.aborted) return result;
        removeDocuments(database, gone);
        removed = gone.length;
        return result;
      },
      tell: () => ({
        writer: embedder?.name ?? 'none',
        research: [],
        library: { unchanged, removed },
      }),
      async close() {
        await Promise.all([reader.close(), embedder?.close()]);
      },
    };
  });
}
