import type { SourceItem } from '../core/source-item.ts';
import { addDocument, type AddTools } from '../library/add-document.ts';
import type { ItemScope } from './item-scope.ts';

/** What a document that was added leaves in the ledger. */
export interface IngestResult {
  files: readonly string[];
  title: string;
  /** What was left out of it or could not be understood. */
  notes?: readonly string[];
}

/**
 * One document's way into the library, as an item of a run: read, embed, index.
 * @throws AppError `DOCUMENT_UNREADABLE`, or what the embedding failed with.
 */
export async function ingestDocument(
  scope: ItemScope<SourceItem>,
  tools: Pick<AddTools, 'intake' | 'embeddings'>,
): Promise<IngestResult> {
  const { title, notes } = await addDocument(scope.item.path, {
    ...tools,
    signal: scope.signal,
    step: (name, work) => scope.step(name, ({ calls }) => work(calls)),
  });
  return { files: [], title, ...(notes.length === 0 ? {} : { notes }) };
}
