import type { LoadedSettings } from '../config/load-settings.ts';
import { exitCodeOf, isAbortError } from '../core/errors.ts';
import type { RunListener, UnstampedEvent } from '../core/events.ts';
import type { PriceList } from '../core/price.ts';
import { reportError } from '../core/report-error.ts';
import type { RunSummary, SiteSummary } from '../core/summary.ts';
import { makeArticle, makeDossier } from '../pipeline/article.ts';
import { chooseLanes } from './choose-lanes.ts';
import { createEventLoopTurns } from './event-loop-turns.ts';
import { freshLimits } from './fresh-limits.ts';
import { openGateway } from './open-gateway.ts';
import { openTools } from './open-tools.ts';
import type { RunPlan } from './plan-run.ts';
import { priceEstimate } from './price-estimate.ts';
import { recallOf } from './recall.ts';
import { rememberSteps } from './remember-steps.ts';
import { runKeywords, type KeywordRunResult } from './run-keywords.ts';
import type { RunSession } from './run-session.ts';
import { linkArticles } from './link-articles.ts';
import { STOP_EXIT_CODES } from './stop-exit-codes.ts';
import { sumWriting } from './sum-outcomes.ts';
import { toldOutcome } from './told-outcome.ts';
import { tuneEngine } from './tune-engine.ts';

export interface RunStart {
  session: RunSession;
  plan: RunPlan;
  loaded: LoadedSettings;
  prices: PriceList;
  cwd: string;
  cores: number;
  /** Ends everything, calls under way included. */
  signal: AbortSignal;
  /** Once aborted nothing new starts. */
  drain: AbortSignal;
  /** Monotonic milliseconds. */
  now: () => number;
  /** Wall clock. */
  today: () => Date;
  /** The date that files tell; the wall clock's unless said. */
  dateOfFiles?: (() => Date) | undefined;
  note: (text: string) => void;
  onEvent: RunListener;
}

/** Opens what the run needs, takes every keyword through the pipeline, keeps what it comes to, and sums up. */
export async function startRun(start: RunStart): Promise<RunSummary> {
  const { session, loaded, now, today } = start;
  const { settings } = loaded;
  const { run, dryRun, ledger } = session;
  const startedAt = now();
  tuneEngine();
  const emit = (event: UnstampedEvent) => start.onEvent({ ...event, run, at: now() - startedAt });
  const budgetStop = new AbortController();
  const drain = AbortSignal.any([start.drain, budgetStop.signal]);
  const signal = AbortSignal.any([start.signal, ledger.broken]);
  const recall = recallOf(session, settings, today);
  const learned = await freshLimits(ledger, today());
  const lanes = chooseLanes(settings, learned, session.todo.length, start.cores);
  const { gateway, enter } = openGateway({ ...start, recall, learned, lanes, drain, emit });
  // An interrupt while a library is being indexed ends that at once: nothing is under way yet.
  const opening = AbortSignal.any([signal, drain]);
  const dated = start.dateOfFiles ?? today;
  const tools = await openTools({
    ...start,
    run,
    dryRun,
    gateway,
    signal: opening,
    today: dated,
  }).catch((error: unknown) => recordRefusal(error, session, now() - startedAt));
  const nextTurn = createEventLoopTurns();
  const memory = rememberSteps(ledger, { ...recall, today });
  try {
    const result = await runKeywords({
      ...session,
      lanes,
      mode: settings.mode,
      signal,
      drain,
      stopStarting: () => budgetStop.abort(new DOMException('Stopped.', 'AbortError')),
      now,
      today,
      emit,
      memory,
      keeper: {
        startItem: (item) => ledger.startItem(run, item),
        endItem: (outcome) => ledger.endItem(run, outcome),
      },
      enter,
      process: async (scope) => {
        await nextTurn();
        return dryRun ? makeDossier(scope, tools) : makeArticle(scope, tools);
      },
    });
    const linked = await linkArticles(result, {
      ...start,
      signal,
      tools,
      memory,
      today: dated,
    });
    const ended = await recordEnd(linked, start);
    return {
      run,
      command: session.command,
      createdAt: session.createdAt,
      dryRun,
      outputDirectory: settings.outputDir,
      writer: settings.writer,
      research: settings.research,
      ...ended,
      items: ended.items.map(toldOutcome),
      ...(settings.maxCostUsd === undefined ? {} : { maxCostUsd: settings.maxCostUsd }),
      ...(dryRun
        ? { estimate: priceEstimate(sumWriting(ended.items), tools.writer, start.prices) }
        : {}),
    };
  } finally {
    tools.close();
  }
}

/** A session that could not begin its work has stopped: the ledger keeps why, where it can. */
async function recordRefusal(
  error: unknown,
  { ledger, run }: RunSession,
  milliseconds: number,
): Promise<never> {
  const end = isAbortError(error)
    ? { stoppedBy: 'interrupt' as const, exitCode: STOP_EXIT_CODES.interrupt }
    : { stopError: reportError(error), exitCode: exitCodeOf(error) };
  try {
    await ledger.endRun(run, { state: 'stopped', ...end, milliseconds });
  } catch {
    // The first error is the one to tell.
  }
  throw error;
}

/** A run whose end cannot be recorded has not ended well, whatever its items came to. */
async function recordEnd<Result extends KeywordRunResult & { site?: SiteSummary }>(
  result: Result,
  { session }: RunStart,
): Promise<Result> {
  const { totals, stoppedBy, stopError, exitCode, site } = result;
  const isOver = totals.cancelled + totals.notStarted === 0 && stoppedBy === undefined;
  try {
    await session.ledger.endRun(session.run, {
      state: isOver ? 'finished' : 'stopped',
      stoppedBy,
      stopError,
      exitCode,
      site,
      milliseconds: totals.milliseconds - session.workedMs,
    });
    return result;
  } catch (error) {
    return {
      ...result,
      stoppedBy: stoppedBy ?? 'storage',
      stopError: stopError ?? reportError(error),
      exitCode: exitCode === 0 ? 1 : exitCode,
    };
  }
}
