import type { DatabaseSync } from 'node:sqlite';
import type { ReadDocument } from '../documents/document.ts';
import { indexBody } from './index-text.ts';
import type { ListedFile } from './list-documents.ts';
import type { PreparedPassage } from './prepare-passages.ts';

/** What a file was like when it was read or last looked at. */
export type FileFacts = Pick<ListedFile, 'path' | 'size' | 'modifiedMs' | 'changedMs'>;

/** A document as it goes into the index. */
export interface NewDocument {
  file: FileFacts;
  fileSha256: string;
  document: Omit<ReadDocument, 'path' | 'sha256'>;
  passages: readonly PreparedPassage[];
  /** ISO 8601. */
  readAt: string;
  /** When the library took it in for good, ISO 8601; absent for one that is only researched in. */
  keptAt?: string | undefined;
}

/** Changes the documents of an index. Each method belongs into a transaction. */
export interface DocumentWriter {
  /** Puts a document in the place of what the index had of its path, if anything. */
  write(document: NewDocument): void;
  /** Notes that the file is what it was, in spite of its times. */
  touch(file: FileFacts): void;
  /** Takes in for good a document that was only researched in. */
  keep(path: string, keptAt: string): void;
  remove(id: number): void;
}

/** Prepares the statements once: that is half of the work on a short document. */
export function createDocumentWriter(database: DatabaseSync): DocumentWriter {
  // Another process may have added the document meanwhile; its id stays, so that open libraries still find it.
  const putDocument = database.prepare(`
    INSERT INTO documents (path, kind, size, modified_ms, changed_ms, file_sha256, title, author, published_at, language,
      pages, warnings, read_at, kept_at, text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (path) DO UPDATE SET kind = excluded.kind, size = excluded.size, modified_ms = excluded.modified_ms,
      changed_ms = excluded.changed_ms, file_sha256 = excluded.file_sha256, title = excluded.title,
      author = excluded.author, published_at = excluded.published_at, language = excluded.language,
      pages = excluded.pages, warnings = excluded.warnings, read_at = excluded.read_at,
      kept_at = coalesce(documents.kept_at, excluded.kept_at), text = excluded.text
    RETURNING id`);
  const addPassage = database.prepare(
    `INSERT INTO passages (document_id, start, end, context_start, tokens, page, text_hash, heading)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addWords = database.prepare(
    'INSERT INTO passages_fts (rowid, title, heading, body) VALUES (?, ?, ?, ?)',
  );
  const removeWords = database.prepare(
    'DELETE FROM passages_fts WHERE rowid IN (SELECT id FROM passages WHERE document_id = ?)',
  );
  const removePassages = database.prepare('DELETE FROM passages WHERE document_id = ?');
  const removeDocument = database.prepare('DELETE FROM documents WHERE id = ?');
  const touch = database.prepare(
    'UPDATE documents SET size = ?, modified_ms = ?, changed_ms = ? WHERE path = ?',
  );
  const keep = database.prepare(
    'UPDATE documents SET kept_at = ? WHERE path = ? AND kept_at IS NULL',
  );
  return {
    write({ file, fileSha256, document, passages, readAt, keptAt }) {
      const row = putDocument.get(
        file.path,
        document.kind,
        file.size,
        file.modifiedMs,
        file.changedMs,
        fileSha256,
        document.title,
        document.author ?? null,
        document.publishedAt ?? null,
        document.language ?? null,
        document.pages?.length ?? null,
        JSON.stringify(document.warnings),
        readAt,
        keptAt ?? null,
        document.text,
      );
      const id = Number(row?.['id']);
      removeWords.run(id);
      removePassages.run(id);
      const title = indexBody(document.title);
      for (const passage of passages) {
        const { start, end, heading, page } = passage;
        const { lastInsertRowid } = addPassage.run(
          id,
          start,
          end,
          passage.contextStart,
          passage.tokens,
          page ?? null,
          passage.meaning.textHash,
          heading ?? null,
        );
        const body = indexBody(document.text.slice(start, end));
        addWords.run(lastInsertRowid, title, indexBody(heading ?? ''), body);
      }
    },
    touch: ({ path, size, modifiedMs, changedMs }) => {
      touch.run(size, modifiedMs, changedMs, path);
    },
    keep: (path, keptAt) => {
      keep.run(keptAt, path);
    },
    remove: (id) => {
      removeWords.run(id);
      removePassages.run(id);
      removeDocument.run(id);
    },
  };
}
