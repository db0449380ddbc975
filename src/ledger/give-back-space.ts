import { setImmediate } from 'node:timers/promises';
import type { LedgerStore } from './ledger-store.ts';

/** About 8 MB: some milliseconds of work. */
const PAGES_PER_TURN = 2000;

/** Gives pages that hold nothing any more back to the disk, as far as others leave room for that; never fails. */
export async function giveBackSpace({ database }: LedgerStore): Promise<void> {
  try {
    for (let left = freePages(database); left > 0;) {
      database.exec(`PRAGMA incremental_vacuum(${PAGES_PER_TURN})`);
      const now = freePages(database);
      if (now >= left) break;
      left = now;
      await setImmediate();
    }
    truncateLog(database);
  } catch {
    // The space stays with the ledger, which uses it again.
  }
}

/** Who reads at the moment is not waited for: the file shrinks at a later checkpoint. */
function truncateLog(database: LedgerStore['database']): void {
  const timeout = Number(database.prepare('PRAGMA busy_timeout').get()?.['timeout'] ?? 0);
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.exec(`PRAGMA busy_timeout = ${timeout}`);
  }
}

function freePages(database: LedgerStore['database']): number {
  return Number(database.prepare('PRAGMA freelist_count').get()?.['freelist_count'] ?? 0);
}
