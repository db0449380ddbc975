import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { callOf, itemsOf, outcomeOf, runOf, stepOf } from '../unit/ledger/sample-records.ts';

const ITEMS = 60;
const TRIALS = 100;
const FILES = ['', '-wal', '-shm'] as const;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-damage-'));
  const path = join(folder, 'live', 'ledger.db');
  const ledger = await openLedger(path, { create: true });
  const claim = await ledger.createRun(runOf('run-1'), itemsOf(ITEMS));
  for (let item = 0; item < ITEMS; item += 1) {
    if (item === ITEMS / 2) emptyLog(path);
    ledger.startItem('run-1', item);
    const noise = Array.from({ length: 150 }, (_, index) => Math.sin(item * 997 + index)).join(' ');
    await ledger.saveCall(callOf('run-1', item, { answer: { noise } }));
    ledger.saveStep(stepOf('run-1', item, { output: { noise } }));
    ledger.endItem('run-1', outcomeOf(item));
  }
  ledger.saveLimits({ provider: 'openai', requestsPerMinute: 500, learnedAt: '2026-11-01' });
  await ledger.endRun('run-1', {
    state: 'finished',
    exitCode: 0,
    milliseconds: 5,
  });
  claim.release();
  // As a killed process leaves it: the last work stands in the log.
  copyLedger('live', 'killed');
  await ledger.close();
  copyLedger('live', 'closed');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Moves the log into the database: one half of the work stands here, the other there. */
function emptyLog(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function copyLedger(from: string, to: string): void {
  rmSync(join(folder, to), { recursive: true, force: true });
  mkdirSync(join(folder, to));
  for (const ending of FILES) {
    const file = join(folder, from, `ledger.db${ending}`);
    if (existsSync(file)) cpSync(file, join(folder, to, `ledger.db${ending}`));
  }
}

async function readEverything(name: string): Promise<string> {
  const ledger: Ledger = await openLedger(join(folder, name, 'ledger.db'), { create: false });
  try {
    const found = [];
    for (let item = 0; item < ITEMS; item += 1) {
      found.push(await ledger.findAnswer(`key ${item}`, { run: 'run-1', item }));
      found.push(
        await ledger.findOutput(`input ${item}`, { run: 'run-1', item, step: 'research' }),
      );
    }
    return JSON.stringify([
      await ledger.listRuns(),
      await ledger.readItems('run-1'),
      await ledger.readSteps('run-1'),
      await ledger.readCalls('run-1'),
      await ledger.findSubjects('family', { run: 'run-1' }),
      await ledger.readLimits(),
      found,
    ]);
  } finally {
    await ledger.close();
  }
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Changes one byte, or cuts the file off there, somewhere in the database or its log. */
function damage(name: string, random: () => number): string {
  const files = ['', '-wal'].filter((ending) =>
    existsSync(join(folder, name, `ledger.db${ending}`)),
  );
  const sizes = files.map((ending) => statSync(join(folder, name, `ledger.db${ending}`)).size);
  let offset = Math.floor(random() * sizes.reduce((sum, size) => sum + size, 0));
  let index = 0;
  while (offset >= (sizes[index] ?? 0)) offset -= sizes[index++] ?? 0;
  const file = join(folder, name, `ledger.db${files[index]}`);
  const bytes = readFileSync(file);
  const isCut = random() < 0.3;
  if (!isCut) bytes[offset] = (bytes[offset] ?? 0) ^ (1 + Math.floor(random() * 255));
  writeFileSync(file, isCut ? bytes.subarray(0, offset) : bytes);
  return `${isCut ? 'cut' : 'flipped'} at ${offset} of ledger.db${files[index]}`;
}

/** The content of the database and its log, as one hash each. */
function bytesOf(name: string): (string | undefined)[] {
  return ['', '-wal'].map((ending) => {
    const file = join(folder, name, `ledger.db${ending}`);
    // An empty log says nothing; opening a database for reading may make one.
    return existsSync(file) && statSync(file).size > 0
      ? hash('sha256', readFileSync(file))
      : undefined;
  });
}

describe.each(['closed', 'killed'])('a ledger that was %s', (kind) => {
  it('reads as it was written', async () => {
    copyLedger(kind, 'trial');
    const everything = await readEverything('trial');
    expect(everything).toContain('"keyword 59"');
    copyLedger('closed', 'trial');
    expect(everything).toBe(await readEverything('trial'));
  });

  it('tells nothing but what was written when it is damaged, or refuses and stays as it is', async () => {
    copyLedger('closed', 'trial');
    const original = await readEverything('trial');
    const random = randomFrom(kind === 'closed' ? 20261101 : 20261102);
    const seen = { equal: 0, refused: 0 };
    for (let trial = 0; trial < TRIALS; trial += 1) {
      copyLedger(kind, 'trial');
      const what = damage('trial', random);
      const before = bytesOf('trial');
      const result = await readEverything('trial').catch((error: unknown) => error);
      if (result === original) {
        seen.equal += 1;
        continue;
      }
      const code = result instanceof AppError ? result.code : String(result).slice(0, 500);
      expect(`${what}: ${code}`).toMatch(/LEDGER_DAMAGED$|LEDGER_UNUSABLE$/u);
      expect((result as AppError).message).toContain('ledger.db');
      expect((result as AppError).suggestions.length).toBeGreaterThan(0);
      expect({ what, bytes: bytesOf('trial') }).toEqual({ what, bytes: before });
      seen.refused += 1;
    }
    // Some bytes hold nothing, most do.
    expect(seen.refused).toBeGreaterThan(TRIALS / 2);
    expect(seen.equal + seen.refused).toBe(TRIALS);
  });
});
