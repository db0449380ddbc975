import type { Migration } from './migration.ts';

/** Runs, their items and steps, what steps made, and every call. Contents stand last in a row, out of the way of scans. */
export const firstTables: Migration = {
  name: '001-first-tables',
  sql: `
    CREATE TABLE runs (
      run TEXT PRIMARY KEY,
      command TEXT NOT NULL,
      dry_run INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      state TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      sessions INTEGER NOT NULL,
      milliseconds REAL NOT NULL,
      total INTEGER NOT NULL,
      succeeded INTEGER NOT NULL,
      failed INTEGER NOT NULL,
      cancelled INTEGER NOT NULL,
      not_started INTEGER NOT NULL,
      running INTEGER NOT NULL,
      steps INTEGER NOT NULL,
      calls INTEGER NOT NULL,
      usage TEXT NOT NULL,
      saved TEXT NOT NULL,
      stopped_by TEXT,
      stop_error TEXT,
      exit_code INTEGER,
      owner_pid INTEGER,
      session_sum TEXT NOT NULL,
      checksum TEXT NOT NULL,
      session BLOB
    ) STRICT;
    CREATE INDEX runs_by_time ON runs (created_at);

    CREATE TABLE items (
      run TEXT NOT NULL,
      item INTEGER NOT NULL,
      plan TEXT NOT NULL,
      status TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      outcome TEXT,
      checksum TEXT NOT NULL,
      PRIMARY KEY (run, item)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE steps (
      run TEXT NOT NULL,
      item INTEGER NOT NULL,
      step TEXT NOT NULL,
      input TEXT,
      family TEXT,
      subject TEXT,
      ok INTEGER NOT NULL,
      error TEXT,
      usage TEXT NOT NULL,
      saved TEXT NOT NULL,
      started_at TEXT NOT NULL,
      made_at TEXT NOT NULL,
      milliseconds REAL NOT NULL,
      attempts INTEGER NOT NULL,
      checksum TEXT NOT NULL,
      PRIMARY KEY (run, item, step)
    ) STRICT;

    CREATE TABLE outputs (
      run TEXT NOT NULL,
      item INTEGER NOT NULL,
      step TEXT NOT NULL,
      input TEXT NOT NULL,
      family TEXT,
      subject TEXT,
      usage TEXT NOT NULL,
      saved TEXT NOT NULL,
      made_at TEXT NOT NULL,
      output_sum TEXT,
      output_bytes INTEGER NOT NULL,
      checksum TEXT NOT NULL,
      output BLOB,
      PRIMARY KEY (run, item, step)
    ) STRICT;
    CREATE INDEX outputs_by_input ON outputs (input) WHERE output_sum IS NOT NULL;
    CREATE INDEX outputs_by_family ON outputs (family)
      WHERE output_sum IS NOT NULL AND family IS NOT NULL;

    CREATE TABLE calls (
      id INTEGER PRIMARY KEY,
      run TEXT NOT NULL,
      item INTEGER,
      step TEXT,
      key TEXT NOT NULL,
      provider TEXT NOT NULL,
      operation TEXT NOT NULL,
      model TEXT,
      detail TEXT NOT NULL,
      ok INTEGER NOT NULL,
      error TEXT,
      status INTEGER,
      usage TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      started_at TEXT NOT NULL,
      milliseconds REAL NOT NULL,
      answer_sum TEXT,
      answer_bytes INTEGER NOT NULL,
      checksum TEXT NOT NULL,
      answer BLOB
    ) STRICT;
    CREATE INDEX calls_by_run ON calls (run, item);
    CREATE INDEX calls_by_key ON calls (key) WHERE answer_sum IS NOT NULL;

    CREATE TABLE limits (
      provider TEXT PRIMARY KEY,
      requests_per_minute REAL,
      tokens_per_minute REAL,
      learned_at TEXT NOT NULL,
      checksum TEXT NOT NULL
    ) STRICT;
  `,
};
