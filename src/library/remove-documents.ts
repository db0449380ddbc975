import type { DatabaseSync } from 'node:sqlite';
import { createDocumentWriter } from './document-writer.ts';
import type { KnownDocument } from './known-documents.ts';
import { changeIndex } from './library-database.ts';
import { removeUnusedVectors } from './vector-store.ts';

/** Takes documents out of the library, with the vectors that no other document needs. Their files stay. */
export function removeDocuments(
  database: DatabaseSync,
  documents: readonly Pick<KnownDocument, 'id'>[],
): void {
  if (documents.length === 0) return;
  const writer = createDocumentWriter(database);
  changeIndex(database, () => {
    for (const { id } of documents) writer.remove(id);
    removeUnusedVectors(database);
  });
}
