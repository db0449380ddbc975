import { isAbortError, terminalStopOf } from '../core/errors.ts';
import type { FateCounts } from '../core/events.ts';
import { reportError } from '../core/report-error.ts';
import type { RunItem } from '../core/run-item.ts';
import type { KeptOutcome } from '../core/summary.ts';
import { NO_USAGE } from '../core/usage.ts';
import { ItemScope } from '../pipeline/item-scope.ts';
import type { ItemResult, ItemRun } from './run-items.ts';

/** The fate of an item that has none yet. */
export function notStarted(item: RunItem): KeptOutcome {
  return {
    index: item.index,
    keyword: item.keyword,
    slug: item.slug,
    status: 'not-started',
    files: [],
    usage: NO_USAGE,
    saved: NO_USAGE,
    milliseconds: 0,
  };
}

/** Takes one item through the pipeline and tells its fate as events, to the ledger and as an outcome. */
export async function runItem<Item extends RunItem, Result extends ItemResult>(
  run: ItemRun<Item, Result>,
  item: Item,
  lane: number,
  signal: AbortSignal,
  /** Counts the fate of the item and tells how all stand. */
  count: (status: 'succeeded' | 'failed' | 'cancelled') => FateCounts,
): Promise<{ outcome: KeptOutcome; error?: unknown }> {
  const { emit, now, today, memory } = run;
  const startedAt = now();
  const paid = run.paid.get(item.index);
  const scope = new ItemScope({ item, signal, emit, now, today, paid, memory });
  const about = { item: item.index, keyword: item.keyword, lane };
  const before = run.earlier.get(item.index)?.milliseconds ?? 0;
  const end = () => ({
    usage: scope.usage,
    saved: scope.saved,
    milliseconds: before + now() - startedAt,
  });
  run.keeper?.startItem(item.index);
  emit({ type: 'item-start', ...about });
  try {
    const result = await run.process(scope);
    const outcome = { ...notStarted(item), ...result, ...end(), status: 'succeeded' as const };
    run.keeper?.endItem(outcome);
    const { usage, milliseconds, files, published } = outcome;
    const drafts = published === undefined ? {} : { published };
    const counts = count('succeeded');
    emit({ type: 'item-end', ...about, usage, milliseconds, files, ...drafts, counts });
    return { outcome };
  } catch (error) {
    const status = isItsOwn(error, run.drain) ? 'failed' : 'cancelled';
    // What is under way is paid for and can be kept: it may end, nothing new starts.
    if (mayEnd(error)) run.stopStarting();
    const report = reportError(error);
    const outcome = {
      ...notStarted(item),
      ...scope.made,
      ...end(),
      status,
      error: report,
    } as const;
    run.keeper?.endItem(outcome);
    const { usage, milliseconds } = outcome;
    const counts = count(status);
    emit({ type: 'item-error', ...about, usage, milliseconds, status, error: report, counts });
    return { outcome, error };
  }
}

/** True for an error that ends the run and leaves what is under way to end by itself. */
export function mayEnd(error: unknown): boolean {
  const stop = terminalStopOf(error);
  return stop !== undefined && stop !== 'storage';
}

/**
 * Neither an interrupt nor an empty purse nor a full disk is the fault of the item that met with it. Of those that met
 * with a rejected key, the first one tells.
 */
function isItsOwn(error: unknown, drain: AbortSignal): boolean {
  const stop = terminalStopOf(error);
  if (isAbortError(error) || stop === 'budget' || stop === 'storage') return false;
  return stop === undefined || !drain.aborted;
}
