import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './ledger-error.ts';

/** Outlasts the moment in which another process only looks whether the lock is held. */
const WAIT_MS = 100;

/**
 * Takes a lock that the operating system lets go when this process ends, however it ends: an SQLite database without
 * content in an exclusive transaction. The file stays when the lock is let go, because taking it away would let two
 * processes hold two files of one name.
 * @returns the function that lets it go; undefined when someone else holds it, this process included.
 * @throws the error of SQLite when the file cannot be made.
 */
export function takeProcessLock(path: string): (() => void) | undefined {
  const database = new DatabaseSync(path, { timeout: WAIT_MS });
  try {
    // Without a journal file, so that nothing is written and no full disk is in the way.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return () => {
    if (database.isOpen) database.close();
  };
}

/** Whether some process holds the lock now; makes no file. */
export function isProcessLockHeld(path: string): boolean {
  if (!existsSync(path)) return false;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    database.close();
  }
}
