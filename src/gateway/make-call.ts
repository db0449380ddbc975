import type { Clock } from '../batch/clock.ts';
import { retry } from '../batch/retry.ts';
import { AppError } from '../core/errors.ts';
import { reportError } from '../core/report-error.ts';
import { NO_USAGE } from '../core/usage.ts';
import type { KeptAnswer } from '../ledger/records.ts';
import type { CallAnswer, CallRequest, CallScope } from '../providers/call.ts';
import { callKey } from './call-key.ts';
import { CallMeter } from './call-meter.ts';
import type { GatewayOptions } from './create-gateway.ts';
import { payWithin } from './pay-within.ts';
import type { ProviderGate } from './provider-gate.ts';
import type { SingleFlight } from './single-flight.ts';

export interface CallOptions extends GatewayOptions {
  /** Its number in the run. */
  call: number;
  gate: ProviderGate;
  flights: SingleFlight;
  clock: Clock;
  wallClock: () => Date;
}

const BASE_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/**
 * One call through all its stages: a kept answer, or else budget, limits, attempts and retries; then the record, and
 * only then the answer. Equal calls at the same time wait for the first.
 */
export async function makeCall<Body, T>(
  request: CallRequest<Body, T>,
  scope: CallScope,
  options: CallOptions,
): Promise<T> {
  const { kept, flights } = options;
  const { provider, operation, detail, keep } = request;
  const about = { call: options.call, provider, operation, ...itemOf(scope) };
  options.emit({ type: 'call-start', ...about, detail });
  if (kept === undefined || keep === undefined) return sendCall(request, scope, options, about);
  const key = callKey(request);
  return flights.run(key, scope.signal, async () => {
    const answer = await kept.find(key, keep, scope);
    return answer === undefined
      ? sendCall(request, scope, options, about, key)
      : (useKept(answer, scope, options, about) as T);
  });
}

type CallFacts = Pick<CallScope, 'item' | 'step'> & {
  call: number;
  provider: string;
  operation: string;
};

/** What this run has paid for the same item counts as its own, so that a resumed run comes to the same totals. */
function useKept(
  { answer, usage, isOwn }: KeptAnswer,
  scope: CallScope,
  { emit }: CallOptions,
  about: CallFacts,
): unknown {
  if (isOwn) scope.onUsage?.(usage, true);
  else scope.onSaved?.(usage);
  const reused = isOwn ? 'run' : 'cache';
  const nothing = { attempts: 0, milliseconds: 0, usage: NO_USAGE };
  emit({ type: 'call-end', ...about, ok: true, reused, ...nothing });
  return answer;
}

async function sendCall<Body, T>(
  request: CallRequest<Body, T>,
  scope: CallScope,
  options: CallOptions,
  about: CallFacts,
  key = '',
): Promise<T> {
  const { clock, kept } = options;
  const meter = new CallMeter(request, options.prices);
  const startedAt = clock.now();
  const startedOn = options.wallClock().toISOString();
  let attempts = 0;
  const end = async (outcome: { ok: boolean; status?: number; answer?: T; error?: unknown }) => {
    const { ok, answer } = outcome;
    const facts = {
      ok,
      attempts,
      milliseconds: clock.now() - startedAt,
      usage: meter.usage,
      ...(outcome.status === undefined ? {} : { status: outcome.status }),
      ...(outcome.error === undefined ? {} : { error: reportError(outcome.error) }),
    };
    // A call that never left is none.
    if (attempts > 0) {
      const { call: _number, ...place } = about;
      const { model, detail, keep } = request;
      await kept?.save({
        ...place,
        ...facts,
        key,
        detail,
        ...(model === undefined ? {} : { model }),
        ...(keep === undefined || answer === undefined ? {} : { answer }),
        startedAt: startedOn,
      });
    }
    scope.onUsage?.(meter.usage, false);
    options.emit({ type: 'call-end', ...about, ...facts });
  };
  let answer: CallAnswer<T>;
  try {
    answer = await attemptUntilAnswered(request, scope, { ...options, about, meter }, (attempt) => {
      attempts = attempt;
    });
  } catch (error) {
    // What cannot be recorded now is told by the next call; this one has its own reason to fail.
    await end({ ok: false, error, ...statusOf(error) }).catch(() => {});
    throw error;
  }
  await end({ ok: true, status: answer.status, answer: answer.value });
  return answer.value;
}

function attemptUntilAnswered<Body, T>(
  request: CallRequest<Body, T>,
  scope: CallScope,
  options: CallOptions & { about: CallFacts; meter: CallMeter },
  onAttempt: (attempt: number) => void,
): Promise<CallAnswer<T>> {
  const { about, meter, gate, budget, clock, retries } = options;
  // A drain ends all waiting at once; an attempt under way goes on until its own signal says otherwise.
  const waiting = AbortSignal.any([scope.signal, options.drain]);
  return retry(
    ({ attempt }) =>
      payWithin(budget, request.worstCase, meter, waiting, (spend) =>
        gate.pass(request.estimatedTokens ?? 0, waiting, () => {
          onAttempt(attempt);
          meter.started();
          return spend(() => request.attempt(request.body, scope.signal));
        }),
      ),
    {
      ...retries,
      baseDelayMs: BASE_DELAY_MS,
      maxDelayMs: LONGEST_DELAY_MS,
      signal: waiting,
      clock,
      onRetry: ({ attempt, delayMs, error }) =>
        options.emit({
          type: 'call-retry',
          ...about,
          attempt,
          delayMs,
          ...statusOf(error),
          error: reportError(error),
        }),
    },
  );
}

/** The HTTP status of a failed attempt, where there was an answer. */
function statusOf(error: unknown): { status?: number } {
  const status = error instanceof AppError ? error.status : undefined;
  return status === undefined ? {} : { status };
}

function itemOf(scope: CallScope): Pick<CallScope, 'item' | 'step'> {
  return {
    ...(scope.item === undefined ? {} : { item: scope.item }),
    ...(scope.step === undefined ? {} : { step: scope.step }),
  };
}
