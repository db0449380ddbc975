import type { LoadedSettings } from '../config/load-settings.ts';
import { loadPrices } from '../config/load-prices.ts';
import type { RunListener, UnstampedEvent } from '../core/events.ts';
import { priceOf } from '../core/price.ts';
import type { Estimate, RunSummary } from '../core/summary.ts';
import { createGateway } from '../gateway/create-gateway.ts';
import { makeArticle, makeDossier } from '../pipeline/article.ts';
import type { WriteEstimate } from '../writing/article-writer.ts';
import { chooseLanes } from './choose-lanes.ts';
import { createEventLoopTurns } from './event-loop-turns.ts';
import { openTools } from './open-tools.ts';
import type { RunPlan } from './plan-run.ts';
import { runKeywords } from './run-keywords.ts';
import { tuneEngine } from './tune-engine.ts';

export interface RunStart {
  /** Name of the run. */
  run: string;
  command: string;
  /** Research only. */
  dryRun: boolean;
  plan: RunPlan;
  loaded: LoadedSettings;
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

/** Opens what the run needs, takes every keyword through the pipeline, and sums up. */
export async function startRun(start: RunStart): Promise<RunSummary> {
  const { plan, loaded, dryRun, now } = start;
  const { settings } = loaded;
  const startedAt = now();
  tuneEngine();
  const emit = (event: UnstampedEvent) =>
    start.onEvent({ ...event, run: start.run, at: now() - startedAt });
  const prices = loadPrices();
  const gateway = createGateway({
    limits: settings.limits,
    prices,
    retries: settings.retries,
    drain: start.drain,
    emit,
  });
  // An interrupt while a library is being indexed ends that at once: nothing is under way yet.
  const opening = AbortSignal.any([start.signal, start.drain]);
  const tools = await openTools({ ...start, gateway, signal: opening });
  const nextTurn = createEventLoopTurns();
  const lanes = chooseLanes(settings, plan.items.length, start.cores);
  try {
    const result = await runKeywords({
      ...start,
      items: plan.items,
      lanes,
      mode: settings.mode,
      emit,
      process: async (scope) => {
        await nextTurn();
        return dryRun ? makeDossier(scope, tools) : makeArticle(scope, tools);
      },
    });
    const { estimate, ...rest } = result;
    return {
      run: start.run,
      command: start.command,
      createdAt: start.today().toISOString(),
      dryRun,
      outputDirectory: settings.outputDir,
      writer: settings.writer,
      research: settings.research,
      ...rest,
      ...(dryRun ? { estimate: pricedEstimate(estimate) } : {}),
    };
  } finally {
    tools.close();
  }

  function pricedEstimate(estimate: WriteEstimate): Estimate {
    const { model } = tools.writer;
    const consumed = { ...estimate, cachedInputTokens: 0, credits: 0 };
    const costUsd = priceOf(consumed, { provider: tools.writer.name, model }, prices);
    return {
      ...estimate,
      ...(costUsd === undefined ? {} : { costUsd }),
      ...(model === undefined ? {} : { model }),
    };
  }
}
