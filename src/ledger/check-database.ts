import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describeTables, expectedTables, readMigrations } from './apply-migrations.ts';
import { APPLICATION_ID } from './create-database.ts';
import { ledgerDamaged, ledgerUnusable } from './ledger-error.ts';
import type { Migration } from './migrations/migration.ts';

/** Up to here, reading all of the file takes less than a tenth of a second. */
const CHECKED_BYTES = 64 * 1024 * 1024;
/** How long a statement waits for another process, at most. */
export const BUSY_TIMEOUT_MS = 5000;

/**
 * Looks a ledger over without changing a byte of it: whose it is, which version made it, whether it is whole.
 * @throws AppError `LEDGER_UNUSABLE` for a newer or a foreign one, `LEDGER_DAMAGED`; errors of SQLite.
 */
export function checkDatabase(path: string, migrations: readonly Migration[]): void {
  const { size } = statSync(path);
  if (size === 0) throw ledgerDamaged(path, 'the file is empty');
  const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    requireOwn(database, path);
    const applied = requireKnown(database, path, migrations);
    if (describeTables(database) !== expectedTables(applied)) {
      throw ledgerDamaged(path, 'its tables are not as they were made');
    }
    if (size < CHECKED_BYTES) requireWhole(database, path);
  } finally {
    database.close();
  }
}

function requireOwn(database: DatabaseSync, path: string): void {
  if (pragma(database, 'application_id') === APPLICATION_ID) return;
  throw ledgerUnusable(path, 'is a database of another program', [
    'Move it away, or use another folder.',
  ]);
}

/** The migrations that the database has, all of which this program must know. */
function requireKnown(
  database: DatabaseSync,
  path: string,
  migrations: readonly Migration[],
): readonly Migration[] {
  const names = readMigrations(database);
  const known = migrations.slice(0, names.length);
  const isKnown = names.every((name, index) => name === known[index]?.name);
  const version = pragma(database, 'user_version');
  if (isKnown && version === names.length) return known;
  if (typeof version === 'number' && version > 0 && version < names.length) {
    throw ledgerDamaged(path, 'its version is not that of its tables');
  }
  throw ledgerUnusable(path, 'was written by a newer seo-content than this one', [
    'Update seo-content, or use another folder.',
  ]);
}

/** The check that also compares indexes with their tables: an entry that is missing would be work paid twice. */
function requireWhole(database: DatabaseSync, path: string): void {
  const problem = pragma(database, 'integrity_check(1)');
  if (problem !== 'ok') throw ledgerDamaged(path, String(problem).split('\n').at(-1) ?? 'unsound');
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}
