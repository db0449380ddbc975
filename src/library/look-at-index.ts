import { stat } from 'node:fs/promises';
import { countKeptDocuments } from './known-documents.ts';
import { openLibraryDatabase } from './library-database.ts';
import { listModels } from './passage-counts.ts';

/** What an index has, told without changing it. */
export interface IndexFacts {
  /** Documents that were added to the library. */
  added: number;
  /** Names of the embedders whose vectors it has. */
  models: readonly string[];
}

/**
 * Looks what was added to the library; nothing where there is no index yet.
 * @throws AppError `OUTPUT_UNWRITABLE` for a file that is no index.
 */
export async function lookAtIndex(indexPath: string): Promise<IndexFacts> {
  const found = await stat(indexPath).catch(() => undefined);
  if (found === undefined) return { added: 0, models: [] };
  const database = await openLibraryDatabase(indexPath);
  try {
    const models = listModels(database).map(({ name }) => name);
    return { added: countKeptDocuments(database), models };
  } finally {
    database.close();
  }
}
