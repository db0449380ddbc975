import type { PlannedItem } from '../core/keyword.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { NewRun } from '../ledger/records.ts';
import type { RunSession } from './run-session.ts';

/** Records a new run with all its items, before anything is spent. */
export async function beginRun(
  ledger: Ledger,
  run: NewRun,
  items: readonly PlannedItem[],
): Promise<RunSession> {
  const claim = await ledger.createRun(run, items);
  return {
    ...run,
    ledger,
    claim,
    items,
    todo: items,
    earlier: new Map(),
    paid: new Map(),
    workedMs: 0,
    spentUsd: 0,
  };
}
