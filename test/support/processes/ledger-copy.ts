import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { openLedger } from '../../../src/ledger/open-ledger.ts';
import type { StoredItem } from '../../../src/ledger/records.ts';
import type { Workplace } from '../cli.ts';
import { nameOfStoredCall } from './call-names.ts';

/** Works on a copy of a workplace's ledger as it lies on the disk: the next process finds it as the last one left it. */
async function withLedgerCopy<T>(
  place: Workplace,
  work: (ledger: Ledger, path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'seo-content-ledger-'));
  const path = join(folder, 'ledger.db');
  try {
    for (const ending of ['', '-wal']) {
      const from = join(place.folder, '.seo-content', `ledger.db${ending}`);
      await copyFile(from, path + ending).catch((error: NodeJS.ErrnoException) => {
        if (ending === '' || error.code !== 'ENOENT') throw error;
      });
    }
    const ledger = await openLedger(path, { create: false });
    try {
      return await work(ledger, path);
    } finally {
      await ledger.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The names of all calls of the newest run whose answers are kept. */
export function committedCalls(place: Workplace): Promise<string[]> {
  return withLedgerCopy(place, async (ledger) => {
    const [run] = await ledger.listRuns({ limit: 1 });
    if (run === undefined) return [];
    const items: StoredItem[] = await ledger.readItems(run.run);
    const calls = await ledger.readCalls(run.run);
    return calls.filter(({ isKept }) => isKept).map((call) => nameOfStoredCall(call, items));
  });
}

/** SQLite's own word on the ledger of a workplace: `ok`, or what is wrong. */
export function checkIntegrity(place: Workplace): Promise<unknown> {
  return withLedgerCopy(place, async (_ledger, path) => {
    using database = new DatabaseSync(path, { readOnly: true });
    return database.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
  });
}
