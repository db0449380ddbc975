import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { callOf, itemsOf, runOf } from '../unit/ledger/sample-records.ts';

const CHILD = fileURLToPath(new URL('ledger-child.ts', import.meta.url));

let folder: string;
let path: string;
let children: ReturnType<typeof spawnChild>[];
let opened: Ledger[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-processes-'));
  path = join(folder, '.seo-content', 'ledger.db');
  children = [];
  opened = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.allSettled(children);
  for (const ledger of opened) await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
  const child = spawnChild(args);
  children.push(child);
  return child;
}

function spawnChild(args: readonly string[]) {
  return execa(process.execPath, [CHILD, ...args], { reject: false });
}

async function open(): Promise<Ledger> {
  const ledger = await openLedger(path, { create: true });
  opened.push(ledger);
  return ledger;
}

/** The lines a child says, up to the one that is waited for. */
async function linesUntil(child: ReturnType<typeof start>, last: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line === last) break;
  }
  return lines;
}

it('has what a process was told is durable after that process is killed', async () => {
  for (const last of ['0', '7', '33']) {
    const run = `run-${last}`;
    const child = start('hold', path, run, '500');
    const told = await linesUntil(child, last);
    child.kill('SIGKILL');
    await child;
    const ledger = await open();
    const calls = await ledger.readCalls(run);
    expect(calls.length).toBeGreaterThanOrEqual(told.length);
    expect(calls.map(({ item }) => item)).toEqual(calls.map((_, index) => index));
    expect(await ledger.findAnswer(`key ${last}`, { run, item: Number(last) })).toMatchObject({
      answer: callOf(run, Number(last)).answer,
      isOwn: true,
    });
    // Nobody works on it any more, and that is all there is to see of the death.
    const stored = await ledger.findRun(run);
    expect(stored).toMatchObject({ state: 'running', total: 500 });
    expect(stored.ownerPid).toBeUndefined();
    expect(stored.usage.calls).toBe(calls.length);
  }
});

it('lets two processes write side by side without an error', async () => {
  const names = ['left', 'right'];
  // Both make the file at the same time, too.
  const writers = names.map((name) => start('write', path, name, '1000'));
  const results = await Promise.all(writers);
  expect(results.map(({ exitCode, stdout, stderr }) => ({ exitCode, stdout, stderr }))).toEqual(
    names.map(() => ({ exitCode: 0, stdout: 'written', stderr: '' })),
  );
  const ledger = await open();
  for (const name of names) {
    expect(await ledger.readCalls(name)).toHaveLength(1000);
    expect(await ledger.readSteps(name)).toHaveLength(1000);
    expect((await ledger.findRun(name)).counts.succeeded).toBe(1000);
  }
});

it('gives a run to one process at a time, and says which has it', async () => {
  const owner = start('hold', path, 'run-1', '1');
  await linesUntil(owner, 'holding');
  const [said = '', milliseconds = ''] = (await start('claim', path, 'run-1')).stdout.split('\n');
  expect(JSON.parse(said)).toMatchObject({
    error: { code: 'RUN_IN_USE' },
    message: `The run run-1 is in use by process ${owner.pid}.`,
  });
  expect(Number(milliseconds)).toBeLessThan(1000);
  const ledger = await open();
  expect((await ledger.findRun('run-1')).ownerPid).toBe(owner.pid);

  owner.kill('SIGKILL');
  await owner;
  expect((await ledger.findRun('run-1')).ownerPid).toBeUndefined();
  const claim = await ledger.claimRun('run-1');
  expect((await ledger.findRun('run-1')).ownerPid).toBe(process.pid);
  await expect(ledger.claimRun('run-1')).rejects.toMatchObject({ code: 'RUN_IN_USE' });
  claim.release();
  claim.release();
  expect((await start('claim', path, 'run-1')).stdout).toContain('claimed');
});

it('shows one process what another has written, and writes beside a reader', async () => {
  const ledger = await open();
  await ledger.createRun(runOf('run-1'), itemsOf(2));
  await ledger.saveCall(callOf('run-1', 0));
  expect((await start('read', path, 'run-1')).stdout).toContain('"calls":1');
  await ledger.saveCall(callOf('run-1', 1));
  expect((await start('read', path, 'run-1')).stdout).toContain('"calls":2');
});
