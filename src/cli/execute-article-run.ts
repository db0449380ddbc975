import type { PriceList } from '../core/price.ts';
import type { RunPlan } from '../run/plan-run.ts';
import type { RunSession } from '../run/run-session.ts';
import { startRun } from '../run/start-run.ts';
import { executeRun, type SessionExecution } from './execute-run.ts';

export interface ArticleExecution extends SessionExecution {
  session: RunSession;
  plan: RunPlan;
  prices: PriceList;
  cwd: string;
  /** Where the environment names one. */
  dateOfFiles: Date | undefined;
}

/** Works on a session of a run of keywords; gives the exit code. */
export function executeArticleRun(execution: ArticleExecution): Promise<number> {
  const { dateOfFiles } = execution;
  return executeRun(execution, (surroundings) =>
    startRun({
      ...execution,
      ...surroundings,
      dateOfFiles: dateOfFiles && (() => dateOfFiles),
    }),
  );
}
