import type { PlannedItem } from '../core/keyword.ts';
import type { RunItem } from '../core/run-item.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SettingsChange, StoredItem, StoredRun } from '../ledger/records.ts';
import type { RunSession } from './run-session.ts';

/** Which items a further session works on: all without a result, or only those that failed. */
export type ResumeScope = 'unfinished' | 'failed';

/**
 * A further session of a run. Items that were never tried come before those that failed, so that a stubborn one does not
 * keep the others waiting. Nothing is recorded when there is nothing to do.
 * @throws AppError `RUN_IN_USE` when another process works on it; what `check` throws.
 */
export async function resumeRun<Item extends RunItem = PlannedItem>(
  ledger: Ledger,
  stored: StoredRun,
  options: {
    scope: ResumeScope;
    settings: unknown;
    change?: SettingsChange | undefined;
    /** Throws when these items cannot be worked on; nothing is recorded of the session then. */
    check?: (items: readonly Item[]) => Promise<unknown>;
    /** Whether what a finished item came to is still there; without it, it is. */
    isKept?: (item: Item) => Promise<boolean>;
  },
): Promise<RunSession<Item>> {
  const { run, command, dryRun, createdAt } = stored;
  const { settings, change } = options;
  // Claiming writes, and a ledger that turns out to be damaged here shall stay as it is. Who is owned is refused at once.
  const before = stored.ownerPid === undefined ? await readProgress<Item>(ledger, run) : undefined;
  const claim = await ledger.claimRun(run);
  try {
    const current = await ledger.findRun(run);
    const isSame = progressOf(current) === progressOf(stored);
    const { items, paid } = (isSame && before) || (await readProgress<Item>(ledger, run));
    const planned = items.map(({ item }) => item);
    const lost = await lostItems(items, options.isKept);
    const todo = [...itemsToDo(items, options.scope), ...lost].map(({ item }) => item);
    // A run that has nothing left to do stays as it ended; one that was cut off before its end has still to come to it.
    if (todo.length > 0 || isCutOff(current, options.scope)) {
      await options.check?.(planned);
      await ledger.resumeRun(run, { settings, ...(change === undefined ? {} : { change }) });
    }
    return {
      run,
      command,
      dryRun,
      createdAt,
      ledger,
      claim,
      items: planned,
      todo,
      earlier: new Map(
        items.flatMap(({ item, outcome }) => (outcome ? [[item.index, outcome]] : [])),
      ),
      paid,
      workedMs: current.milliseconds,
      spentUsd: current.usage.costUsd,
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

/** Its process died or was stopped: whatever comes after the last item is not done. What retries failures leaves that alone. */
export function isCutOff({ state }: Pick<StoredRun, 'state'>, scope: ResumeScope): boolean {
  return state !== 'finished' && scope === 'unfinished';
}

async function readProgress<Item extends RunItem>(ledger: Ledger, run: string) {
  return { items: await ledger.readItems<Item>(run), paid: await ledger.paidUsage(run) };
}

/** Is another text once a process has worked on the run in between. */
function progressOf({
  updatedAt: _updatedAt,
  ownerPid: _ownerPid,
  ...progress
}: StoredRun): string {
  return JSON.stringify(progress);
}

/** Finished items whose results were cleared away: they are made again. */
async function lostItems<Item extends RunItem>(
  items: readonly StoredItem<Item>[],
  isKept: ((item: Item) => Promise<boolean>) | undefined,
): Promise<StoredItem<Item>[]> {
  const lost: StoredItem<Item>[] = [];
  if (isKept === undefined) return lost;
  for (const stored of items) {
    if (stored.status === 'succeeded' && !(await isKept(stored.item))) lost.push(stored);
  }
  return lost;
}

function itemsToDo<Item extends RunItem>(
  items: readonly StoredItem<Item>[],
  scope: ResumeScope,
): StoredItem<Item>[] {
  // Work on a failed item that was cut short leaves it failed.
  const failed = items.filter(
    ({ status, outcome }) =>
      status === 'failed' || (status === 'running' && outcome?.status === 'failed'),
  );
  if (scope === 'failed') return failed;
  const untried = items.filter((item) => item.status !== 'succeeded' && !failed.includes(item));
  return [...untried, ...failed];
}
