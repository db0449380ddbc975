import type { LoadedSettings } from '../config/load-settings.ts';
import { exitCodeOf, isAbortError } from '../core/errors.ts';
import type { ItemUnit, RunListener, UnstampedEvent } from '../core/events.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { PriceList } from '../core/price.ts';
import { reportError } from '../core/report-error.ts';
import type { RunItem } from '../core/run-item.ts';
import type { RunSummary, SiteSummary } from '../core/summary.ts';
import type { ItemScope } from '../pipeline/item-scope.ts';
import type { StepMemory } from '../pipeline/step-memory.ts';
import type { Gateway } from '../providers/call.ts';
import { chooseLanes } from './choose-lanes.ts';
import { createEventLoopTurns } from './event-loop-turns.ts';
import { freshLimits } from './fresh-limits.ts';
import { openMeaning } from './open-meaning.ts';
import { openGateway } from './open-gateway.ts';
import { recallOf } from './recall.ts';
import { rememberSteps } from './remember-steps.ts';
import { runItems, type ItemResult, type ItemRunResult } from './run-items.ts';
import type { RunSession } from './run-session.ts';
import { STOP_EXIT_CODES } from './stop-exit-codes.ts';
import { toldOutcome } from './told-outcome.ts';
import { tuneEngine } from './tune-engine.ts';

/** What every session of a run is begun with, whatever its items are. */
export interface SessionStart<Item extends RunItem = PlannedItem> {
  session: RunSession<Item>;
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
  note: (text: string) => void;
  onEvent: RunListener;
}

/** What a session has at hand when its command opens its tools. */
export interface SessionTools {
  gateway: Gateway;
  memory: StepMemory;
  /** Ends the opening: aborted by the first interrupt, when nothing is under way yet. */
  opening: AbortSignal;
  /** Ends the work. */
  signal: AbortSignal;
}

/** What a command does with its items. */
export interface SessionWork<Item extends RunItem, Result extends ItemResult> {
  unit?: ItemUnit;
  process: (scope: ItemScope<Item>) => Promise<Result>;
  /** After the last item, before the end of the run is recorded. */
  finish?: (result: ItemRunResult) => Promise<ItemRunResult & { site?: SiteSummary }>;
  /** Fields of the summary beyond those that all runs have. */
  tell?: (result: ItemRunResult) => Partial<RunSummary>;
  close: () => void | Promise<void>;
}

/** Opens what a session needs, takes every item through the command's work, keeps what it comes to, and sums up. */
export async function workSession<Item extends RunItem, Result extends ItemResult>(
  start: SessionStart<Item>,
  open: (tools: SessionTools) => Promise<SessionWork<Item, Result>>,
): Promise<RunSummary> {
  const { session, loaded, now, today } = start;
  const { settings } = loaded;
  const { run, ledger } = session;
  const startedAt = now();
  tuneEngine();
  const emit = (event: UnstampedEvent) => start.onEvent({ ...event, run, at: now() - startedAt });
  const budgetStop = new AbortController();
  const drain = AbortSignal.any([start.drain, budgetStop.signal]);
  const signal = AbortSignal.any([start.signal, ledger.broken]);
  const meaning =
    settings.reuseSimilar === undefined ? undefined : await openMeaning(settings, signal);
  const recall = recallOf(session, settings, today, meaning);
  const learned = await freshLimits(ledger, today());
  const lanes = chooseLanes(settings, learned, session.todo.length, start.cores);
  const { gateway, enter } = openGateway({ ...start, recall, learned, lanes, drain, emit });
  const memory = rememberSteps(ledger, { ...recall, today });
  const opening = AbortSignal.any([signal, drain]);
  const work = await open({ gateway, memory, opening, signal }).catch(async (error: unknown) => {
    await meaning?.close();
    return recordRefusal(error, session, now() - startedAt);
  });
  const nextTurn = createEventLoopTurns();
  try {
    const result = await runItems<Item, Result>({
      ...session,
      unit: work.unit,
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
        return work.process(scope);
      },
    });
    const finished = (await work.finish?.(result)) ?? result;
    const ended = await recordEnd(finished, session);
    return {
      run,
      command: session.command,
      createdAt: session.createdAt,
      dryRun: session.dryRun,
      outputDirectory: settings.outputDir,
      writer: settings.writer,
      research: settings.research,
      ...ended,
      items: ended.items.map(toldOutcome),
      ...(settings.maxCostUsd === undefined ? {} : { maxCostUsd: settings.maxCostUsd }),
      ...work.tell?.(ended),
    };
  } finally {
    await work.close();
    await meaning?.close();
  }
}

/** A session that could not begin its work has stopped: the ledger keeps why, where it can. */
async function recordRefusal(
  error: unknown,
  { ledger, run }: Pick<RunSession, 'ledger' | 'run'>,
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
async function recordEnd<Result extends ItemRunResult & { site?: SiteSummary }>(
  result: Result,
  session: Pick<RunSession, 'ledger' | 'run' | 'workedMs'>,
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
