import { resolve } from 'node:path';
import type { PriceList } from '../core/price.ts';
import type { ItemOutcome, RunSummary } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';
import type { StoredItem, StoredRun } from '../ledger/records.ts';
import { priceEstimate } from './price-estimate.ts';
import { notStarted } from './run-item.ts';
import { storedSettings } from './stored-settings.ts';
import { toldOutcome } from './told-outcome.ts';
import { sumOutcomes, sumWriting } from './sum-outcomes.ts';

export interface StoredRunFacts {
  /** From where the run's relative paths count. Absolute. */
  baseDirectory: string;
  /** What the run has paid for items without a known end, by index. */
  paid: ReadonlyMap<number, Usage>;
  loadPrices: (changes: ReturnType<typeof storedSettings>['prices']) => PriceList;
}

/**
 * What a run came to so far, from the ledger. Items under work without a known end are `cancelled`; the figures of the
 * whole include calls that belong to no item.
 * @throws AppError `LEDGER_DAMAGED` when the run's settings cannot be used.
 */
export function storedSummary(
  run: StoredRun,
  items: readonly StoredItem[],
  facts: StoredRunFacts,
): RunSummary {
  const settings = storedSettings(run);
  const outcomes = items.map((item) => outcomeOf(item, facts.paid));
  const { usage, saved } = run;
  const totals = { ...sumOutcomes(outcomes, run.milliseconds), usage, saved };
  const { writer, research, maxCostUsd } = settings;
  return {
    run: run.run,
    command: run.command,
    createdAt: run.createdAt,
    dryRun: run.dryRun,
    outputDirectory: resolve(facts.baseDirectory, settings.outputDir),
    writer,
    research,
    items: outcomes,
    totals,
    exitCode: run.exitCode ?? Number(totals.succeeded < totals.total),
    ...(run.stoppedBy === undefined ? {} : { stoppedBy: run.stoppedBy }),
    ...(run.stopError === undefined ? {} : { stopError: run.stopError }),
    ...(maxCostUsd === undefined ? {} : { maxCostUsd }),
    ...(run.site === undefined ? {} : { site: run.site }),
    ...(run.dryRun ? { estimate: estimateOf(outcomes, settings, facts) } : {}),
  };
}

function outcomeOf(
  { item, status, outcome }: StoredItem,
  paid: ReadonlyMap<number, Usage>,
): ItemOutcome {
  const fresh = notStarted(item);
  const known = outcome
    ? toldOutcome(outcome)
    : { ...fresh, usage: paid.get(item.index) ?? fresh.usage };
  if (status !== 'running') return { ...known, status };
  // An earlier end, a failure perhaps, holds no more once work on the item has begun again.
  const { error: _error, ...begun } = known;
  return { ...begun, status: 'cancelled', usage: paid.get(item.index) ?? begun.usage };
}

function estimateOf(
  outcomes: readonly ItemOutcome[],
  { writer, openai, prices }: ReturnType<typeof storedSettings>,
  { loadPrices }: StoredRunFacts,
) {
  const model = writer === 'openai' ? openai.model : undefined;
  return priceEstimate(sumWriting(outcomes), { name: writer, model }, loadPrices(prices));
}
