import { isAbortError, terminalStopOf } from '../core/errors.ts';
import type { PlannedItem } from '../core/keyword.ts';
import { reportError } from '../core/report-error.ts';
import type { ItemOutcome } from '../core/summary.ts';
import { NO_USAGE } from '../core/usage.ts';
import { ItemScope } from '../pipeline/item-scope.ts';
import type { KeywordRun } from './run-keywords.ts';

/** The fate of an item that has none yet. */
export function notStarted(item: PlannedItem): ItemOutcome {
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
export async function runItem(
  run: KeywordRun,
  item: PlannedItem,
  lane: number,
  signal: AbortSignal,
): Promise<{ outcome: ItemOutcome; error?: unknown }> {
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
    const { usage, milliseconds, files } = outcome;
    emit({ type: 'item-end', ...about, usage, milliseconds, files });
    return { outcome };
  } catch (error) {
    const status = isItsOwn(error) ? 'failed' : 'cancelled';
    const report = reportError(error);
    const outcome = { ...notStarted(item), ...end(), status, error: report } as const;
    run.keeper?.endItem(outcome);
    const { usage, milliseconds } = outcome;
    emit({ type: 'item-error', ...about, usage, milliseconds, status, error: report });
    return { outcome, error };
  }
}

/** Neither an interrupt nor an empty purse nor a full disk is the fault of the item that met with it. */
function isItsOwn(error: unknown): boolean {
  const stop = terminalStopOf(error);
  return !isAbortError(error) && stop !== 'budget' && stop !== 'storage';
}
