import type { LoadedSettings } from '../config/load-settings.ts';
import { isAbortError } from '../core/errors.ts';
import { reportError } from '../core/report-error.ts';
import type { SiteSummary } from '../core/summary.ts';
import type { ArticleTools } from '../pipeline/article.ts';
import type { StepMemory } from '../pipeline/step-memory.ts';
import { finishSite } from './finish-site.ts';
import type { ItemRunResult } from './run-items.ts';
import type { RunSession } from './run-session.ts';
import { STOP_EXIT_CODES } from './stop-exit-codes.ts';

export interface LinkOptions {
  session: RunSession;
  loaded: LoadedSettings;
  tools: ArticleTools;
  memory: StepMemory;
  cwd: string;
  signal: AbortSignal;
  today: () => Date;
  note: (text: string) => void;
}

/**
 * The end of a run that made articles: links them and writes the pages about them all. It makes no calls, so a first
 * signal does not keep it from that once the articles are there. A run that was interrupted before, or that ran out of
 * disk, leaves it to its resumption.
 */
export async function linkArticles(
  result: ItemRunResult,
  options: LinkOptions,
): Promise<ItemRunResult & { site?: SiteSummary }> {
  const { session, loaded, signal } = options;
  const { settings } = loaded;
  const { internalLinks, sitemap, index, bibliography } = settings;
  const isWanted = internalLinks > 0 || sitemap || index || bibliography;
  const isCut = result.stoppedBy === 'interrupt';
  if (session.dryRun || !isWanted || isCut || result.totals.succeeded === 0) return result;
  if (signal.aborted) return interrupted(result);
  const { run, ledger, items } = session;
  const outcomes = [...result.items];
  try {
    const site = await finishSite({
      ...options,
      settings,
      items,
      outcomes,
      owner: run,
      keep: (outcome) => ledger.endItem(run, outcome),
    });
    return { ...result, items: outcomes, site };
  } catch (error) {
    if (isAbortError(error)) return interrupted({ ...result, items: outcomes });
    // The articles are there and paid for: what failed is told beside them.
    return {
      ...result,
      items: outcomes,
      stoppedBy: result.stoppedBy ?? 'storage',
      stopError: result.stopError ?? reportError(error),
      exitCode: result.exitCode === 0 ? 1 : result.exitCode,
    };
  }
}

/** What stopped it before keeps the name of its stop. */
function interrupted(result: ItemRunResult): ItemRunResult {
  return result.stoppedBy === undefined
    ? { ...result, stoppedBy: 'interrupt', exitCode: STOP_EXIT_CODES.interrupt }
    : result;
}
