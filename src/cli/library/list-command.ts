import { keptDocuments, type KnownDocument } from '../../library/known-documents.ts';
import { countPassages, listModels } from '../../library/passage-counts.ts';
import { withLibrary } from './with-library.ts';

/** A document of the library as it is listed. */
interface LibraryEntry {
  path: string;
  title: string;
  kind: string;
  publishedAt?: string;
  /** Absent for kinds without pages. */
  pages?: number;
  bytes: number;
  chunks: number;
  /** Chunks with a vector of the model. */
  vectors: number;
  /** ISO 8601. */
  addedAt: string;
  readAt: string;
  warnings: readonly string[];
}

export interface LibraryListing {
  /** Whose vectors are counted: the model with most of them; absent where there are none. */
  model?: string;
  documents: readonly LibraryEntry[];
}

/** What the library of the current folder holds, in order of path. */
export function listCommand(): Promise<LibraryListing> {
  return withLibrary(
    {},
    async (database) => {
      const model = listModels(database)[0]?.name;
      const counts = countPassages(database, model);
      const documents = keptDocuments(database).map((document) => {
        const { passages = 0, vectors = 0 } = counts.get(document.id) ?? {};
        return toEntry(document, passages, vectors);
      });
      return { ...(model === undefined ? {} : { model }), documents };
    },
    () => ({ documents: [] }),
  );
}

function toEntry(document: KnownDocument, chunks: number, vectors: number): LibraryEntry {
  const { path, title, kind, publishedAt, pages, size, keptAt = '', readAt, warnings } = document;
  return {
    path,
    title,
    kind,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(pages === undefined ? {} : { pages }),
    bytes: size,
    chunks,
    vectors,
    addedAt: keptAt,
    readAt,
    warnings,
  };
}
