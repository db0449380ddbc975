import type { LoadedSettings } from '../config/load-settings.ts';
import { priceNotes } from '../config/price-notes.ts';
import type { PriceList } from '../core/price.ts';
import { estimateRun } from '../run/estimate-run.ts';
import { freshLimits } from '../run/fresh-limits.ts';
import type { RunPlan } from '../run/plan-run.ts';
import type { RunSession } from '../run/run-session.ts';
import { describeRunEstimate } from './describe-run-estimate.ts';
import { formatCount, formatNumberOf } from './format-count.ts';
import { runWords } from './run-words.ts';

/** What the user should know before a session begins: who writes, what is left to do, what it may cost. */
export async function openingNotes(opening: {
  session: RunSession;
  plan: RunPlan;
  loaded: LoadedSettings;
  prices: PriceList;
}): Promise<string[]> {
  const { session, plan, loaded, prices } = opening;
  const { settings } = loaded;
  const { dryRun, todo, spentUsd, ledger } = session;
  const { templateOf } = plan;
  const learned = await freshLimits(ledger, new Date());
  const estimate = estimateRun({
    items: todo,
    templateOf,
    settings,
    prices,
    hasTavily: loaded.secrets.tavilyApiKey !== undefined,
    dryRun,
    learned,
    spentUsd,
  });
  return [
    ...sessionNote(session),
    ...(dryRun ? [] : [writerNote(loaded)]),
    ...priceNotes(settings, prices, dryRun),
    ...describeRunEstimate(estimate),
  ];
}

/** Where a session begins in the middle of a run. */
export function sessionNote({
  run,
  command,
  items,
  todo,
  earlier,
}: Pick<RunSession, 'run' | 'command' | 'earlier'> &
  Record<'items' | 'todo', readonly unknown[]>): string[] {
  if (earlier.size === 0 && todo.length === items.length) return [];
  const done = [...earlier.values()].filter(({ status }) => status === 'succeeded').length;
  return [
    `Going on with run ${run}: ${formatNumberOf(todo.length, runWords(command).item)} to do, ${formatCount(done)} done.`,
  ];
}

function writerNote({ settings }: LoadedSettings): string {
  return settings.writer === 'extractive'
    ? 'Writer: extractive. Articles are made of sentences of the sources, each cited; no model is used.'
    : `Writer: openai (${settings.openai.model}).`;
}
