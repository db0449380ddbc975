import { DatabaseSync } from 'node:sqlite';

/**
 * Closes a database without moving its log into it, which the last connection does: here the last one may only read.
 * So a damaged file and its log stay as they are.
 */
export function closeUntouched(database: DatabaseSync, path: string): void {
  let reader: DatabaseSync | undefined;
  try {
    reader = new DatabaseSync(path, { readOnly: true });
    reader.prepare('PRAGMA schema_version').get();
  } catch {
    // A file that cannot be read any more takes nothing in, either.
  }
  database.close();
  reader?.close();
}
