import type { RunSummary } from '../core/summary.ts';
import { makeArticle, makeDossier } from '../pipeline/article.ts';
import { linkArticles } from './link-articles.ts';
import { openTools } from './open-tools.ts';
import type { RunPlan } from './plan-run.ts';
import { priceEstimate } from './price-estimate.ts';
import { sumWriting } from './sum-outcomes.ts';
import { workSession, type SessionStart } from './work-session.ts';

export interface RunStart extends SessionStart {
  plan: RunPlan;
  /** The date that files tell; the wall clock's unless said. */
  dateOfFiles?: (() => Date) | undefined;
}

/** A session of a run of keywords: takes every one to its article, or to its dossier, and links the articles. */
export function startRun(start: RunStart): Promise<RunSummary> {
  const { run, dryRun } = start.session;
  const today = start.dateOfFiles ?? start.today;
  return workSession(start, async ({ gateway, memory, opening, signal }) => {
    const tools = await openTools({ ...start, run, dryRun, gateway, signal: opening, today });
    return {
      process: (scope) => (dryRun ? makeDossier(scope, tools) : makeArticle(scope, tools)),
      finish: (result) => linkArticles(result, { ...start, signal, tools, memory, today }),
      tell: ({ items }) =>
        dryRun ? { estimate: priceEstimate(sumWriting(items), tools.writer, start.prices) } : {},
      close: tools.close,
    };
  });
}
