import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { callOf, itemsOf, runOf } from '../unit/ledger/sample-records.ts';

const CHILD = fileURLToPath(new URL('ledger-child.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'ledger-full-'));
const isMounted = mountSmallDisk();
if (!isMounted) process.stderr.write('No small disk can be mounted: skipped.\n');
afterAll(() => {
  // Even when a test has left a file open there.
  if (isMounted) asRoot('umount -l "$1"');
  rmSync(folder, { recursive: true, force: true });
});

/** A disk of 2 MB, which takes the rights of an administrator. */
function mountSmallDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return asRoot('mount -t tmpfs -o size=2m tmpfs "$1"');
}

function asRoot(command: string): boolean {
  return spawnSync('sh', ['-c', command, 'sh', folder]).status === 0;
}

describe.skipIf(!isMounted)('a full disk', () => {
  beforeEach(() => writeFileSync(join(folder, 'ballast'), Buffer.alloc(1_000_000)));

  it('ends all writing at the first record that does not fit, and loses none that was acknowledged', async () => {
    const path = join(folder, '.seo-content', 'ledger.db');
    const ledger = await openLedger(path, { create: true });
    const claim = await ledger.createRun(runOf('run-1'), itemsOf(5));
    const noise = Array.from({ length: 900 }, (_, index) => Math.sin(index)).join(' ');
    const save = (index: number) =>
      ledger.saveCall(callOf('run-1', 0, { key: `key ${index}`, answer: { noise } })).then(
        () => undefined,
        (error: unknown) => error,
      );
    let acknowledged = 0;
    let failure = await save(0);
    for (; failure === undefined && acknowledged < 5000; failure = await save(acknowledged)) {
      acknowledged += 1;
      ledger.startItem('run-1', acknowledged % 5);
    }
    const full = {
      code: 'LEDGER_UNUSABLE',
      message: expect.stringMatching(/^The ledger .*ledger\.db cannot be written: /u),
      suggestions: ['Free some space, then: seo-content batch --resume'],
    };
    expect(acknowledged).toBeGreaterThan(10);
    expect(failure).toMatchObject(full);
    expect(ledger.broken.reason).toBe(failure);
    await expect(ledger.saveCall(callOf('run-1', 1))).rejects.toBe(failure);
    await expect(ledger.flush()).rejects.toBe(failure);

    // Something else takes what the failed record has left free.
    fillDisk();
    const read = async () => {
      const { stdout } = await execa(process.execPath, [CHILD, 'read', path, 'run-1']);
      return JSON.parse(stdout);
    };
    expect(await ledger.readCalls('run-1')).toHaveLength(acknowledged);
    expect(await read()).toMatchObject({ calls: acknowledged, run: { ownerPid: process.pid } });
    claim.release();
    await ledger.close();
    expect(await read()).toMatchObject({ calls: acknowledged, run: { state: 'running' } });

    makeRoom();
    const again = await openLedger(path, { create: false });
    const second = await again.claimRun('run-1');
    await again.saveCall(callOf('run-1', 1));
    expect(await again.readCalls('run-1')).toHaveLength(acknowledged + 1);
    second.release();
    await again.close();
  });

  it('says so when there is no room to begin with', async () => {
    fillDisk();
    const path = join(folder, 'new', 'ledger.db');
    await expect(openLedger(path, { create: true })).rejects.toMatchObject({
      code: 'LEDGER_UNUSABLE',
      suggestions: ['Free some space, and run again.'],
    });
    makeRoom();
    const ledger = await openLedger(path, { create: true });
    expect(await ledger.listRuns()).toEqual([]);
    await ledger.close();
  });

  function makeRoom(): void {
    for (const name of ['filler', 'ballast']) rmSync(join(folder, name));
  }

  function fillDisk(): void {
    for (const size of [2_000_000, 65_536, 4096]) {
      for (let isFull = false; !isFull;) {
        try {
          writeFileSync(join(folder, 'filler'), Buffer.alloc(size), { flag: 'a' });
        } catch {
          isFull = true;
        }
      }
    }
  }
});
