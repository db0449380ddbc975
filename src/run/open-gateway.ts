import type { LoadedSettings } from '../config/load-settings.ts';
import type { PublishTarget } from '../config/settings.ts';
import { systemClock } from '../batch/clock.ts';
import type { UnstampedEvent } from '../core/events.ts';
import type { PriceList } from '../core/price.ts';
import { AdaptiveLanes } from '../gateway/adaptive-lanes.ts';
import { Budget } from '../gateway/budget.ts';
import { createGateway } from '../gateway/create-gateway.ts';
import { keptAnswersOf } from '../gateway/kept-answers.ts';
import type { ProviderLimits } from '../gateway/provider-limits.ts';
import type { StoredLimits } from '../ledger/records.ts';
import type { Gateway } from '../providers/call.ts';
import type { Recall } from './recall.ts';
import type { EnterItem } from './run-items.ts';
import type { RunSession } from './run-session.ts';

export interface RunGateway {
  gateway: Gateway;
  /** For `--parallel auto`: the turns of the items. */
  enter: EnterItem | undefined;
}

/** The gateway of a run: with the answers and limits of the ledger, the budget, and lanes that adapt. */
export function openGateway(options: {
  session: Pick<RunSession, 'ledger' | 'spentUsd'>;
  loaded: LoadedSettings;
  prices: PriceList;
  recall: Recall;
  /** What the providers said about their limits in earlier runs. */
  learned: readonly StoredLimits[];
  lanes: number;
  drain: AbortSignal;
  today: () => Date;
  note: (text: string) => void;
  emit: (event: UnstampedEvent) => void;
}): RunGateway {
  const { session, prices, recall, learned, drain, today, note, emit } = options;
  const { settings } = options.loaded;
  const { ledger, spentUsd } = session;
  const clock = systemClock;
  const adaptive =
    settings.parallel === 'auto' ? new AdaptiveLanes({ maximum: options.lanes, clock }) : undefined;
  const gateway = createGateway({
    limits: { ...CONTENT_SYSTEMS, ...settings.limits },
    known: Object.fromEntries(learned.map((limits) => [limits.provider, limits])),
    prices,
    retries: settings.retries,
    drain,
    kept: keptAnswersOf(ledger, recall),
    ...(settings.maxCostUsd === undefined
      ? {}
      : { budget: new Budget({ limitUsd: settings.maxCostUsd, spentUsd }) }),
    onLimits: (provider, { requestsPerMinute, tokensPerMinute }) =>
      ledger.saveLimits({
        provider,
        ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
        ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
        learnedAt: today().toISOString(),
      }),
    onThrottled: (provider, pauseMs) => {
      adaptive?.throttled(clock.now() + pauseMs);
      if (pauseMs >= LONG_PAUSE_MS) note(pauseNote(provider, pauseMs));
    },
    onOutage: (provider, isDown) => note(outageNote(provider, isDown)),
    clock,
    wallClock: today,
    emit,
  });
  return { gateway, enter: adaptive && enterBy(adaptive) };
}

/** Sites of one's own are small servers. A call to them is two requests: the look for the draft, and its writing. */
const CONTENT_SYSTEMS = {
  wordpress: { requestsPerMinute: 30, concurrency: 2 },
  ghost: { requestsPerMinute: 30, concurrency: 2 },
} satisfies Record<PublishTarget, ProviderLimits>;

/** Without a word the run would look as if it hung. */
const LONG_PAUSE_MS = 60_000;

function pauseNote(provider: string, pauseMs: number): string {
  return `${provider} asks for a pause of ${Math.round(pauseMs / 1000)} s: until then no call to it starts.`;
}

function outageNote(provider: string, isDown: boolean): string {
  return isDown
    ? `The calls to ${provider} fail one after the other: all wait, and one tries every 5 s.`
    : `${provider} is back.`;
}

function enterBy(adaptive: AdaptiveLanes): EnterItem {
  return async (signal) => {
    const leave = await adaptive.enter(signal);
    return (succeeded) => {
      if (succeeded) adaptive.itemSucceeded();
      leave();
    };
  };
}
