import { isAbortError } from '../core/errors.ts';
import type { PlannedItem } from '../core/keyword.ts';
import { reportError } from '../core/report-error.ts';
import type { ItemOutcome } from '../core/summary.ts';
import { NO_USAGE } from '../core/usage.ts';
import { ItemScope } from '../pipeline/item-scope.ts';
import type { WriteEstimate } from '../writing/article-writer.ts';
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

/** Takes one item through the pipeline and tells its fate as events and as an outcome. */
export async function runItem(
  run: KeywordRun,
  item: PlannedItem,
  lane: number,
  signal: AbortSignal,
): Promise<{ outcome: ItemOutcome; error?: unknown; writing?: WriteEstimate | undefined }> {
  const startedAt = run.now();
  const scope = new ItemScope({ item, signal, emit: run.emit, now: run.now });
  const about = { item: item.index, keyword: item.keyword, lane };
  run.emit({ type: 'item-start', ...about });
  try {
    const { estimate, ...result } = await run.process(scope);
    const figures = { usage: scope.usage, milliseconds: run.now() - startedAt };
    run.emit({ type: 'item-end', ...about, ...figures, files: result.files });
    return {
      outcome: { ...notStarted(item), ...result, ...figures, status: 'succeeded' },
      writing: estimate,
    };
  } catch (error) {
    const figures = { usage: scope.usage, milliseconds: run.now() - startedAt };
    const status = isAbortError(error) ? 'cancelled' : 'failed';
    const report = reportError(error);
    run.emit({ type: 'item-error', ...about, ...figures, status, error: report });
    return { outcome: { ...notStarted(item), ...figures, status, error: report }, error };
  }
}
