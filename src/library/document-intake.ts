import { stat } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { DocumentReader } from '../documents/document-reader.ts';
import { AppError } from '../core/errors.ts';
import { loadTokenCounter } from '../documents/count-tokens.ts';
import { createDocumentWriter, type FileFacts, type NewDocument } from './document-writer.ts';
import { hashFile } from './hash-file.ts';
import { findDocument, isUnchanged } from './known-documents.ts';
import { changeIndex } from './library-database.ts';
import { meaningTextOf, type MeaningText } from './meaning-text.ts';
import { preparePassages } from './prepare-passages.ts';

/** A document on its way into the library. */
export interface Intake {
  title: string;
  kind: string;
  pages?: number;
  /** What was left out or could not be understood, a sentence each. */
  warnings: readonly string[];
  /** What its passages are embedded as, in their order. */
  passages: readonly MeaningText[];
  /** Absent for a document that the index has as it is. */
  read?: NewDocument;
  file: FileFacts;
}

/** Takes documents into a library one by one. */
export interface DocumentIntake {
  /**
   * Reads a document, unless the index has it as it is.
   * @throws AppError `DOCUMENT_UNREADABLE`, or the signal's reason when aborted.
   */
  read(path: string, signal: AbortSignal): Promise<Intake>;
  /** Puts it into the library in one transaction, in the place of what was there of its path. */
  store(intake: Intake): void;
}

/** Opens the way into the library of an index. */
export function createDocumentIntake(
  database: DatabaseSync,
  options: { reader: DocumentReader; now: () => Date },
): DocumentIntake {
  const { reader, now } = options;
  const writer = createDocumentWriter(database);
  return {
    async read(path, signal) {
      const file = await factsOf(path);
      const known = await knownIntake(database, file, signal);
      if (known !== undefined) return known;
      const document = await reader.read(path, { signal });
      const { title, kind, pages, warnings, fileSha256 } = document;
      const passages = preparePassages(document, await loadTokenCounter());
      const readAt = now().toISOString();
      return {
        title,
        kind,
        ...(pages === undefined ? {} : { pages: pages.length }),
        warnings,
        passages: passages.map(({ meaning }) => meaning),
        read: { file, fileSha256, document, passages, readAt, keptAt: readAt },
        file,
      };
    },
    store({ read, file }) {
      changeIndex(database, () => {
        if (read !== undefined) {
          writer.write(read);
          return;
        }
        writer.touch(file);
        writer.keep(file.path, now().toISOString());
      });
    },
  };
}

/** What the index has of a file that has not changed since it was read. */
async function knownIntake(
  database: DatabaseSync,
  file: FileFacts,
  signal: AbortSignal,
): Promise<Intake | undefined> {
  const known = findDocument(database, file.path);
  if (known === undefined || known.size !== file.size) return undefined;
  const isSame =
    isUnchanged(known, file) || (await hashFile(file.path, signal)) === known.fileSha256;
  if (!isSame) return undefined;
  const { id, title, kind, pages, warnings } = known;
  return {
    title,
    kind,
    ...(pages === undefined ? {} : { pages }),
    warnings,
    passages: storedPassages(database, id, title),
    file,
  };
}

function storedPassages(database: DatabaseSync, id: number, title: string): MeaningText[] {
  const text = String(
    database.prepare('SELECT text FROM documents WHERE id = ?').get(id)?.['text'] ?? '',
  );
  const rows = database
    .prepare(
      `SELECT end, context_start AS contextStart, tokens, heading FROM passages
       WHERE document_id = ? ORDER BY id`,
    )
    .all(id) as unknown as StoredPassage[];
  return rows.map(({ heading, ...passage }) =>
    meaningTextOf(title, text, { ...passage, heading: heading ?? undefined }),
  );
}

interface StoredPassage {
  end: number;
  contextStart: number;
  tokens: number;
  heading: string | null;
}

async function factsOf(path: string): Promise<FileFacts> {
  try {
    const { size, mtimeMs, ctimeMs } = await stat(path);
    return { path, size, modifiedMs: mtimeMs, changedMs: ctimeMs };
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason = isMissing ? 'it does not exist any more' : 'you may not read it';
    throw new AppError(
      'DOCUMENT_UNREADABLE',
      `The document ${path} could not be read: ${reason}.`,
      {
        suggestions: ['Check that the file exists and that you may read it.'],
        cause,
      },
    );
  }
}
