import { DatabaseSync } from 'node:sqlite';
import type { Migration } from './migrations/migration.ts';

/** The names of the migrations that made a database, in order. */
export function readMigrations(database: DatabaseSync): string[] {
  return database
    .prepare('SELECT name FROM migrations ORDER BY position')
    .all()
    .map((row) => String(row['name']));
}

/**
 * Applies the migrations that a database has not yet, each in a transaction of its own. Another process may do the
 * same at the same time.
 */
export function applyMigrations(database: DatabaseSync, migrations: readonly Migration[]): void {
  for (const [index, { name, sql }] of migrations.entries()) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(
        'CREATE TABLE IF NOT EXISTS migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT',
      );
      if (!readMigrations(database).includes(name)) {
        database.exec(sql);
        database.prepare('INSERT INTO migrations VALUES (?, ?)').run(index + 1, name);
        database.exec(`PRAGMA user_version = ${index + 1}`);
      }
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** The tables and indexes of a database as text: two that the same migrations made have the same. */
export function describeTables(database: DatabaseSync): string {
  const rows = database
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name`,
    )
    .all();
  return JSON.stringify(rows);
}

/** What `describeTables` says of a database that these migrations have made. */
export function expectedTables(migrations: readonly Migration[]): string {
  const database = new DatabaseSync(':memory:');
  try {
    applyMigrations(database, migrations);
    return describeTables(database);
  } finally {
    database.close();
  }
}
