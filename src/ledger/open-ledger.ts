import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { systemClock, type Clock } from '../batch/clock.ts';
import { AppError } from '../core/errors.ts';
import { BUSY_TIMEOUT_MS, checkDatabase } from './check-database.ts';
import { checkWriteAheadLog } from './check-write-ahead-log.ts';
import { createDatabase } from './create-database.ts';
import { toLedgerError } from './ledger-error.ts';
import type { Ledger } from './ledger.ts';
import { applyMigrations } from './apply-migrations.ts';
import { requireWritable } from './require-writable.ts';
import type { Migration } from './migrations/migration.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { SqliteLedger } from './sqlite-ledger.ts';

export interface OpenLedgerOptions {
  /** Makes the file, and its folder, where there is none. */
  create: boolean;
  /** For delays. */
  clock?: Clock;
  /** For the times of signs of life. */
  now?: () => Date;
  migrations?: readonly Migration[];
}

/** What holds for every connection. `trusted_schema`: nothing that stands in the file is run. */
const SETTINGS = `
  PRAGMA synchronous = FULL;
  PRAGMA trusted_schema = OFF;
  PRAGMA journal_size_limit = 16777216;
`;

/**
 * Opens the ledger at `path`. A file that is damaged, or of a newer version, is left as it is, to the byte.
 * @throws AppError `RUN_UNKNOWN` when there is none and none is to be made; `LEDGER_UNUSABLE` when it cannot be made,
 * written, or understood; `LEDGER_DAMAGED`.
 */
export async function openLedger(path: string, options: OpenLedgerOptions): Promise<Ledger> {
  const { create, clock = systemClock, now = () => new Date(), migrations = MIGRATIONS } = options;
  if (!create && !existsSync(path)) throw noLedger(path);
  let database: DatabaseSync | undefined;
  try {
    if (!existsSync(path)) await createDatabase(path, migrations, clock);
    requireWritable(path);
    checkWriteAheadLog(path);
    checkDatabase(path, migrations);
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    database.exec(SETTINGS);
    applyMigrations(database, migrations);
    return new SqliteLedger({ database, location: path, clock, now });
  } catch (error) {
    database?.close();
    throw toLedgerError(path, error, 'opened');
  }
}

function noLedger(path: string): AppError {
  return new AppError('RUN_UNKNOWN', `No run has been recorded here yet (there is no ${path}).`, {
    suggestions: [
      'Begin one: seo-content batch "your keyword"',
      'Or go to the folder of the project and run the command there.',
    ],
  });
}
