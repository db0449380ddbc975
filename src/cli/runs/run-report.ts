import type { ItemOutcome } from '../../core/summary.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StoredItem, StoredRun, StoredStep } from '../../ledger/records.ts';
import { readStoredRun } from '../../run/read-stored-run.ts';
import { nextCommands } from './next-commands.ts';
import { sumProviderUse, type ProviderUse } from './provider-use.ts';
import { runEntry, type RunEntry } from './run-entry.ts';

/** The last end of a step of an item. */
export interface StepReport extends Pick<
  StoredStep,
  'step' | 'ok' | 'attempts' | 'milliseconds' | 'usage' | 'saved' | 'startedAt' | 'madeAt' | 'error'
> {
  /** Its output was there before the step began. */
  isReused: boolean;
}

export interface ItemReport extends Omit<ItemOutcome, 'status'> {
  status: StoredItem['status'];
  attempts: number;
  steps: StepReport[];
}

/** The one document of `runs show --json`. */
export interface RunReport {
  run: RunEntry & { settings: unknown };
  outputDirectory: string;
  items: ItemReport[];
  providers: ProviderUse[];
  /** What to do now, for people. */
  next: string[];
}

/** All that the ledger knows of a run but the answers and outputs themselves. */
export async function reportRun(
  ledger: Pick<Ledger, 'readItems' | 'readSteps' | 'readCalls' | 'paidUsage'>,
  run: StoredRun,
  baseDirectory: string,
): Promise<RunReport> {
  const { summary, items } = await readStoredRun(ledger, run, baseDirectory);
  const steps = Map.groupBy(await ledger.readSteps(run.run), ({ item }) => item);
  const entry = runEntry(run);
  return {
    run: { ...entry, settings: run.settings },
    outputDirectory: summary.outputDirectory,
    items: summary.items.map((outcome, place) => ({
      ...outcome,
      status: items[place]?.status ?? outcome.status,
      attempts: items[place]?.attempts ?? 0,
      steps: (steps.get(outcome.index) ?? []).map(reportStep),
    })),
    providers: sumProviderUse(await ledger.readCalls(run.run)),
    next: nextCommands(entry),
  };
}

function reportStep(stored: StoredStep): StepReport {
  const { step, ok, attempts, milliseconds, usage, saved, startedAt, madeAt, error } = stored;
  return {
    step,
    ok,
    attempts,
    milliseconds,
    usage,
    saved,
    startedAt,
    madeAt,
    isReused: ok && Date.parse(madeAt) < Date.parse(startedAt),
    ...(error === undefined ? {} : { error }),
  };
}
