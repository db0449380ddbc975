import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../batch/clock.ts';
import { applyMigrations } from './apply-migrations.ts';
import { ledgerUnusable } from './ledger-error.ts';
import type { Migration } from './migrations/migration.ts';
import { takeProcessLock } from './process-lock.ts';

/** Says in the file's header whose database it is: "seoc". */
export const APPLICATION_ID = 0x73656f63;

const LOCK_WAIT_MS = 10_000;
const LOCK_POLL_MS = 20;

/**
 * Makes a ledger with its folder, and git look away from it. It is made under another name and then renamed, so that a
 * file of the right name is always whole; of several processes that do so at once, one makes it.
 */
export async function createDatabase(
  path: string,
  migrations: readonly Migration[],
  clock: Clock,
): Promise<void> {
  const folder = dirname(path);
  mkdirSync(join(folder, 'locks'), { recursive: true });
  const ignoreFile = join(folder, '.gitignore');
  if (!existsSync(ignoreFile)) writeFileSync(ignoreFile, '*\n');
  const release = await waitForLock(path, clock);
  try {
    if (existsSync(path)) return;
    const temporary = `${path}.tmp`;
    try {
      removeDatabase(temporary);
      writeDatabase(temporary, migrations);
      // Logs of a ledger that was taken away would be replayed into the new one.
      removeDatabase(path);
      renameSync(temporary, path);
    } catch (error) {
      removeDatabase(temporary);
      throw error;
    }
    syncFolder(folder);
  } finally {
    release();
  }
}

/** With all that SQLite puts beside it. */
function removeDatabase(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}

function writeDatabase(path: string, migrations: readonly Migration[]): void {
  const database = new DatabaseSync(path);
  try {
    // The first two have to stand before the first table.
    database.exec(`
      PRAGMA auto_vacuum = INCREMENTAL;
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
    `);
    applyMigrations(database, migrations);
  } finally {
    database.close();
  }
}

async function waitForLock(path: string, clock: Clock): Promise<() => void> {
  // No run can have this name.
  const lockPath = join(dirname(path), 'locks', '+create.lock');
  const deadline = clock.now() + LOCK_WAIT_MS;
  for (;;) {
    const release = takeProcessLock(lockPath);
    if (release) return release;
    if (clock.now() >= deadline) {
      throw ledgerUnusable(path, 'is being made by another process', ['Run again.']);
    }
    await new Promise<void>((resolve) => {
      clock.setTimer(resolve, LOCK_POLL_MS);
    });
  }
}

/** Makes the new name durable. Windows needs no such call, and some file systems refuse it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file itself is whole and on the disk.
  }
}
