import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { UnstampedEvent } from '../../../src/core/events.ts';
import type { PriceList } from '../../../src/core/price.ts';
import { NO_USAGE, type Usage } from '../../../src/core/usage.ts';
import { createGateway, type GatewayOptions } from '../../../src/gateway/create-gateway.ts';
import type { CallAnswer, CallRequest } from '../../../src/providers/call.ts';
import { ManualClock } from '../batch/manual-clock.ts';

const prices: PriceList = {
  date: '2026-01-01',
  models: { small: { input: 1, cachedInput: 0.1, output: 10 } },
  credits: { tavily: 0.008 },
};

const consumed = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits: 1 };

function setUp(more: Partial<GatewayOptions> = {}) {
  const clock = new ManualClock();
  const events: UnstampedEvent[] = [];
  const usages: Usage[] = [];
  const drain = new AbortController();
  const gateway = createGateway({
    limits: { tavily: { requestsPerMinute: 1000, concurrency: 4 } },
    prices,
    retries: { attempts: 3, maxElapsedMs: 60_000 },
    drain: drain.signal,
    clock,
    emit: (event) => events.push(event),
    ...more,
  });
  const scope = {
    signal: new AbortController().signal,
    item: 7,
    onUsage: (usage: Usage) => usages.push(usage),
  };
  return { clock, events, usages, drain, gateway, scope };
}

function request<T>(
  attempt: () => Promise<CallAnswer<T>>,
  more: Partial<CallRequest<null, T>> = {},
): CallRequest<null, T> {
  return { provider: 'tavily', operation: 'search', body: null, detail: 'query', attempt, ...more };
}

const good = async () => ({ value: 'found', consumed, status: 200 });

describe('the gateway', () => {
  it('gives the answer, prices it, and tells start and end', async () => {
    const { gateway, scope, events, usages } = setUp();
    await expect(gateway.call(request(good), scope)).resolves.toBe('found');
    expect(usages).toEqual([{ ...NO_USAGE, calls: 1, credits: 1, costUsd: 0.008 }]);
    expect(events.map(({ type }) => type)).toEqual(['call-start', 'call-end']);
    expect(events[1]).toMatchObject({ ok: true, attempts: 1, status: 200, item: 7 });
  });

  it('prices tokens, the cached ones lower, and calls an unknown model unpriced instead of free', async () => {
    const { gateway, scope, usages } = setUp();
    const tokens = {
      inputTokens: 1_000_000,
      cachedInputTokens: 500_000,
      outputTokens: 100_000,
      credits: 0,
    };
    const answer = async () => ({ value: 1, consumed: tokens, status: 200 });
    await gateway.call(request(answer, { provider: 'openai', model: 'small-2026-02-03' }), scope);
    await gateway.call(request(answer, { provider: 'openai', model: 'unheard-of' }), scope);
    expect(usages[0]?.costUsd).toBeCloseTo(0.5 + 0.05 + 1);
    expect(usages[1]).toMatchObject({ costUsd: 0, unpricedCalls: 1 });
  });

  it('repeats what may succeed later and not what never will', async () => {
    const { gateway, scope, events, clock } = setUp();
    let attempts = 0;
    const flaky = async () => {
      attempts++;
      if (attempts < 3) throw new AppError('PROVIDER_UNAVAILABLE', 'down', { retryable: true });
      return good();
    };
    const result = gateway.call(request(flaky), scope);
    await clock.advance(60_000);
    await expect(result).resolves.toBe('found');
    expect(events.filter(({ type }) => type === 'call-retry')).toHaveLength(2);

    let terminal = 0;
    const rejected = async () => {
      terminal++;
      throw new AppError('KEY_REJECTED', 'wrong key', { status: 401 });
    };
    await expect(gateway.call(request(rejected), scope)).rejects.toMatchObject({
      code: 'KEY_REJECTED',
    });
    expect(terminal).toBe(1);
    expect(events.at(-1)).toMatchObject({ type: 'call-end', ok: false, status: 401 });
  });

  it('never has more calls under way than the provider allows', async () => {
    const { gateway, scope, clock } = setUp();
    let running = 0;
    let most = 0;
    const slow = async () => {
      running++;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return good();
    };
    const done: string[] = [];
    const calls = Array.from({ length: 20 }, async () => {
      done.push(await gateway.call(request(slow), scope));
    });
    while (done.length < 20) await clock.advance(100);
    await Promise.all(calls);
    expect(most).toBe(4);
  });

  it('lets a "too many requests" pause every call to that provider', async () => {
    const { gateway, scope, clock } = setUp();
    const startedAt: number[] = [];
    let first = true;
    const limited = async () => {
      startedAt.push(clock.now());
      if (first) {
        first = false;
        throw new AppError('RATE_LIMITED', 'slow down', { retryable: true, retryAfterMs: 7000 });
      }
      return good();
    };
    const one = gateway.call(request(limited), scope);
    await clock.advance(0);
    const other = gateway.call(request(limited), scope);
    await clock.advance(6999);
    expect(startedAt).toEqual([0]);
    await clock.advance(1);
    expect(startedAt).toEqual([0, 7000]);
    // Those who waited come one after the other, at the rate that is left.
    await clock.advance(1000);
    await Promise.all([one, other]);
    expect(startedAt).toHaveLength(3);
    expect(startedAt[2]).toBeGreaterThan(7000);
  });

  it('tells which provider has asked for a pause, and how long all wait', async () => {
    const told: unknown[] = [];
    const { gateway, scope } = setUp({ onThrottled: (...pause) => told.push(pause) });
    const busy = async () => {
      throw new AppError('RATE_LIMITED', 'slow', { retryable: true, retryAfterMs: 3_600_000 });
    };
    await expect(gateway.call(request(busy), scope)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
    // Nobody waits for longer than a call may take: the next one asks again.
    expect(told).toEqual([['tavily', 60_000]]);
  });

  it('counts what a failed attempt has cost', async () => {
    const { gateway, scope, usages } = setUp();
    const usage = { ...NO_USAGE, inputTokens: 1_000_000, outputTokens: 0 };
    const cut = async () => {
      throw new AppError('ANSWER_INVALID', 'cut', { usage });
    };
    await expect(
      gateway.call(request(cut, { provider: 'openai', model: 'small' }), scope),
    ).rejects.toMatchObject({ code: 'ANSWER_INVALID' });
    expect(usages[0]).toMatchObject({ calls: 1, inputTokens: 1_000_000, costUsd: 1 });
  });

  it('starts nothing once it drains, and lets what is under way end', async () => {
    const { gateway, scope, drain } = setUp();
    const started = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const slow = gateway.call(
      request(async () => {
        started.resolve();
        await gate.promise;
        return good();
      }),
      scope,
    );
    await started.promise;
    drain.abort(new DOMException('Interrupted.', 'AbortError'));
    await expect(gateway.call(request(good), scope)).rejects.toMatchObject({ name: 'AbortError' });
    gate.resolve();
    await expect(slow).resolves.toBe('found');
  });
});
