import type { RunItem } from '../core/run-item.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { NewRun } from '../ledger/records.ts';
import type { RunSession } from './run-session.ts';

/** Records a new run with all its items, before anything is spent. */
export async function beginRun<Item extends RunItem>(
  ledger: Ledger,
  run: NewRun,
  items: readonly Item[],
): Promise<RunSession<Item>> {
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
