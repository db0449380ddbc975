import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { RunClaim } from './ledger.ts';
import { toLedgerError } from './ledger-error.ts';
import type { LedgerStore } from './ledger-store.ts';
import { isProcessLockHeld, takeProcessLock } from './process-lock.ts';

/** How long a run may be held by a process that has not said its name yet, or is about to let go. */
const OWNER_GRACE_MS = 400;
const OWNER_POLL_MS = 40;

/**
 * Takes a run for this process.
 * @throws AppError `RUN_IN_USE` within a second when another process has it; `LEDGER_UNUSABLE`.
 */
export async function takeRunLock(store: LedgerStore, run: string): Promise<RunClaim> {
  const path = runLockPath(store, run);
  const deadline = store.clock.now() + OWNER_GRACE_MS;
  for (;;) {
    const release = tryLock(path);
    if (release) return { release };
    const pid = await readOwnerPid(store, run);
    if ((pid !== undefined && isAlive(pid)) || store.clock.now() >= deadline) {
      throw runInUse(run, pid);
    }
    await new Promise<void>((resolve) => {
      store.clock.setTimer(resolve, OWNER_POLL_MS);
    });
  }
}

/** Whether some process works on the run now. */
export function isRunOwned(store: LedgerStore, run: string): boolean {
  try {
    return isProcessLockHeld(runLockPath(store, run));
  } catch (error) {
    throw toLedgerError(store.location, error, 'read');
  }
}

function runLockPath(store: LedgerStore, run: string): string {
  return join(dirname(store.location), 'locks', `${run}.lock`);
}

function tryLock(path: string): (() => void) | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return takeProcessLock(path);
  } catch (error) {
    throw toLedgerError(path, error, 'opened');
  }
}

async function readOwnerPid(store: LedgerStore, run: string): Promise<number | undefined> {
  const row = await store.read(['run'], () => store.runs.get(run));
  return row?.owner_pid ?? undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function runInUse(run: string, pid: number | undefined): AppError {
  const owner = pid === undefined ? 'another process' : `process ${pid}`;
  return new AppError('RUN_IN_USE', `The run ${run} is in use by ${owner}.`, {
    suggestions: [`Wait until it has ended, or stop it${pid === undefined ? '' : `: kill ${pid}`}`],
  });
}
