import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/ledger/migrations/migrations.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { callOf, itemsOf, runOf } from '../unit/ledger/sample-records.ts';

const ADDED = { name: '002-added', sql: 'ALTER TABLE calls ADD COLUMN note TEXT' };
const BEYOND = { name: '003-beyond', sql: 'CREATE TABLE beyond (name TEXT) STRICT' };

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-open-'));
  path = join(folder, '.seo-content', 'ledger.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function make(migrations = MIGRATIONS): Promise<void> {
  const ledger = await openLedger(path, { create: true, migrations });
  const claim = await ledger.createRun(runOf('run-1'), itemsOf(2));
  await ledger.saveCall(callOf('run-1', 0));
  claim.release();
  await ledger.close();
}

function change(sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

function pragma(name: string): unknown {
  const database = new DatabaseSync(path);
  const value = Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  database.close();
  return value;
}

/** A refused file is left as it was, to the byte. */
async function expectRefusal(expected: object, migrations = MIGRATIONS): Promise<void> {
  const before = readFileSync(path);
  for (const create of [true, false]) {
    await expect(openLedger(path, { create, migrations })).rejects.toMatchObject(expected);
  }
  expect(readFileSync(path)).toEqual(before);
}

it('makes a ledger of its own kind, out of sight of git', async () => {
  await make();
  expect(readFileSync(join(folder, '.seo-content', '.gitignore'), 'utf8')).toBe('*\n');
  expect(readdirSync(join(folder, '.seo-content')).toSorted()).toEqual([
    '.gitignore',
    'ledger.db',
    'locks',
  ]);
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('application_id')).toBe(0x73656f63);
  expect(pragma('user_version')).toBe(1);
});

it('leaves a .gitignore that is there as it is', async () => {
  mkdirSync(join(folder, '.seo-content'));
  writeFileSync(join(folder, '.seo-content', '.gitignore'), 'mine\n');
  await make();
  expect(readFileSync(join(folder, '.seo-content', '.gitignore'), 'utf8')).toBe('mine\n');
});

it('makes nothing where nothing is to be made', async () => {
  await expect(openLedger(path, { create: false })).rejects.toMatchObject({
    code: 'RUN_UNKNOWN',
    message: expect.stringContaining('No run has been recorded here yet'),
  });
  expect(existsSync(join(folder, '.seo-content'))).toBe(false);
});

it('does not replay the log of a ledger that was taken away', async () => {
  await make();
  const ledger = await openLedger(path, { create: false });
  await ledger.saveCall(callOf('run-1', 1));
  const log = readFileSync(`${path}-wal`);
  await ledger.close();
  await rm(path);
  writeFileSync(`${path}-wal`, log);
  const fresh = await openLedger(path, { create: true });
  expect(await fresh.listRuns()).toEqual([]);
  await fresh.close();
});

it.each([
  ['a folder in the way', (place: string) => mkdirSync(place, { recursive: true })],
  ['a file in place of the folder', (place: string) => writeFileSync(join(place, '..'), '')],
])('says that it cannot be used: %s', async (_, spoil) => {
  spoil(path);
  await expect(openLedger(path, { create: true })).rejects.toMatchObject({
    code: 'LEDGER_UNUSABLE',
    message: expect.stringContaining(path),
    suggestions: [expect.any(String)],
  });
});

it.skipIf(process.getuid?.() === 0)('says that it may not write', async () => {
  await make();
  chmodSync(path, 0o444);
  await expectRefusal({ code: 'LEDGER_UNUSABLE', message: expect.stringContaining('permission') });
});

it('brings an older ledger up to date, once', async () => {
  await make();
  const migrations = [...MIGRATIONS, ADDED, BEYOND];
  for (let time = 0; time < 2; time += 1) {
    const ledger = await openLedger(path, { create: false, migrations });
    expect(await ledger.readCalls('run-1')).toHaveLength(1);
    await ledger.close();
  }
  expect(pragma('user_version')).toBe(3);
  expect(pragma('table_list(beyond)')).toBe('main');
});

it('leaves a ledger as it was when a migration fails', async () => {
  await make();
  const broken = { name: '002-broken', sql: 'CREATE TABLE a (b TEXT); CREATE TABLE a (b TEXT)' };
  await expect(
    openLedger(path, { create: false, migrations: [...MIGRATIONS, broken] }),
  ).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' });
  const ledger = await openLedger(path, { create: false });
  expect(await ledger.readCalls('run-1')).toHaveLength(1);
  await ledger.close();
});

it('refuses a ledger of a newer version', async () => {
  await make([...MIGRATIONS, ADDED]);
  const newer = {
    code: 'LEDGER_UNUSABLE',
    message: expect.stringContaining('was written by a newer seo-content'),
    suggestions: ['Update seo-content, or use another folder.'],
  };
  await expectRefusal(newer);
  await expectRefusal(newer, [...MIGRATIONS, BEYOND]);
});

it('refuses a version that it does not know, and one that does not fit', async () => {
  await make();
  change('PRAGMA user_version = 7');
  await expectRefusal({ message: expect.stringContaining('newer seo-content') });
});

it('refuses the database of another program', async () => {
  mkdirSync(join(folder, '.seo-content'));
  change('CREATE TABLE other (name TEXT)');
  await expectRefusal({
    code: 'LEDGER_UNUSABLE',
    message: expect.stringContaining('another program'),
  });
});

it.each([
  ['nothing', ''],
  ['text', 'This is not a database, and it is longer than the header of one. '.repeat(10)],
])('refuses a file that holds %s', async (_, content) => {
  mkdirSync(join(folder, '.seo-content'));
  writeFileSync(path, content);
  await expectRefusal({
    code: 'LEDGER_DAMAGED',
    suggestions: [expect.stringContaining('copy the file away'), expect.any(String)],
  });
});

it.each([
  ['a table is missing', 'DROP TABLE limits'],
  ['an index is missing', 'DROP INDEX calls_by_key'],
  ['a trigger was added', 'CREATE TRIGGER t AFTER INSERT ON calls BEGIN DELETE FROM runs; END'],
])('refuses a ledger in which %s', async (_, sql) => {
  await make();
  change(sql);
  await expect(openLedger(path, { create: true })).rejects.toMatchObject({
    code: 'LEDGER_DAMAGED',
    message: expect.stringContaining('its tables are not as they were made'),
  });
});

it.each([
  ['an item', `DELETE FROM items WHERE item = 1`],
  ['a call', 'DELETE FROM calls'],
  ['the run', 'DELETE FROM runs'],
])('notices that %s is missing', async (_, sql) => {
  await make();
  change(sql);
  const ledger = await openLedger(path, { create: false });
  const readings = [() => ledger.readItems('run-1'), () => ledger.readCalls('run-1')];
  const results = await Promise.allSettled(readings.map((read) => read()));
  expect(results).toContainEqual({
    status: 'rejected',
    reason: expect.objectContaining({ code: 'LEDGER_DAMAGED' }),
  });
  await ledger.close();
});
