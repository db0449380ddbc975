import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CommitQueue } from '../../../src/ledger/commit-queue.ts';
import { ManualClock, settlePromises } from '../batch/manual-clock.ts';

let folder: string;
let database: DatabaseSync;
let other: DatabaseSync;
let clock: ManualClock;
let queue: CommitQueue;
let commits: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commit-queue-'));
  const path = join(folder, 'test.db');
  database = new DatabaseSync(path, { timeout: 0 });
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (value TEXT NOT NULL)');
  other = new DatabaseSync(path, { timeout: 0 });
  clock = new ManualClock();
  commits = 0;
  queue = new CommitQueue({
    database,
    location: path,
    clock,
    beforeCommit: () => {
      commits += 1;
    },
    afterEnd: () => {},
  });
});
afterEach(() => {
  database.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

const insert = (value: string | null) => () => {
  database.prepare('INSERT INTO t VALUES (?)').run(value);
};
/** As another process sees it. */
const stored = () =>
  other
    .prepare('SELECT value FROM t ORDER BY rowid')
    .all()
    .map((row) => row['value']);

it('commits all that waits in one transaction, in order', async () => {
  queue.add('item', insert('a'));
  const first = queue.commit('call', insert('b'));
  queue.add('step', insert('c'));
  const second = queue.commit('call', insert('d'));
  expect(stored()).toEqual([]);
  await first;
  expect(stored()).toEqual(['a', 'b', 'c', 'd']);
  await second;
  expect(commits).toBe(1);
});

it('writes what nobody waits for within a tenth of a second', async () => {
  queue.add('item', insert('a'));
  await clock.advance(99);
  expect(stored()).toEqual([]);
  await clock.advance(1);
  expect(stored()).toEqual(['a']);
  expect(clock.timers).toBe(0);
});

it('waits before a read only for the kinds that matter to it', async () => {
  queue.add('item', insert('a'));
  await queue.settle(['step', 'call']);
  expect(stored()).toEqual([]);
  await queue.settle(['item']);
  expect(stored()).toEqual(['a']);
});

it('waits before a read of one thing only for what is found by its key, and for what has none', async () => {
  queue.add('step', insert('a'), 'one');
  await queue.settle(['step'], 'other');
  expect(stored()).toEqual([]);
  await queue.settle(['step'], 'one');
  expect(stored()).toEqual(['a']);
  queue.add('step', insert('b'));
  await queue.settle(['step'], 'other');
  expect(stored()).toEqual(['a', 'b']);
  queue.add('step', insert('c'), 'one');
  await queue.settle(['step']);
  expect(stored()).toEqual(['a', 'b', 'c']);
});

it('writes nothing of a transaction that fails, and refuses everything after it with the same error', async () => {
  const good = queue.commit('call', insert('a'));
  const bad = queue.commit('call', insert(null));
  const outcomes = await Promise.allSettled([good, bad]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(queue.broken.reason).toMatchObject({ code: 'LEDGER_UNUSABLE' });
  await expect(queue.commit('call', insert('b'))).rejects.toBe(queue.broken.reason);
  queue.add('item', insert('c'));
  await clock.advance(1000);
  expect(stored()).toEqual([]);
});

it('breaks when a record fails that nobody waits for', async () => {
  queue.add('item', insert(null));
  await clock.advance(100);
  expect(queue.broken.reason).toMatchObject({ code: 'LEDGER_UNUSABLE' });
});

it('tries again while another process writes, and keeps the order', async () => {
  other.exec('BEGIN IMMEDIATE');
  const first = queue.commit('call', insert('a'));
  await settlePromises();
  await clock.advance(30_000);
  const second = queue.commit('call', insert('b'));
  await settlePromises();
  other.exec('ROLLBACK');
  await clock.advance(50);
  await Promise.all([first, second]);
  expect(stored()).toEqual(['a', 'b']);
  expect(queue.broken.aborted).toBe(false);
});

it('gives up after a minute, without a word of SQLite', async () => {
  other.exec('BEGIN IMMEDIATE');
  const write = queue.commit('call', insert('a')).catch((error: unknown) => error);
  await clock.advance(59_900);
  expect(queue.broken.aborted).toBe(false);
  await clock.advance(200);
  expect(await write).toMatchObject({
    code: 'LEDGER_UNUSABLE',
    message: expect.stringContaining('another process has been writing to it too long'),
  });
  other.exec('ROLLBACK');
});

it('takes nothing after it was closed', async () => {
  queue.close();
  queue.add('item', insert('a'));
  await expect(queue.commit('call', insert('b'))).rejects.toMatchObject({
    code: 'LEDGER_UNUSABLE',
  });
  await clock.advance(200);
  expect(stored()).toEqual([]);
});
