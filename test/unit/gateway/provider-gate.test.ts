import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { LearnedLimits } from '../../../src/core/learned-limits.ts';
import { ProviderGate, type ProviderGateOptions } from '../../../src/gateway/provider-gate.ts';
import type { CallAnswer } from '../../../src/providers/call.ts';
import { failureOf } from '../batch/failure-of.ts';
import { ManualClock } from '../batch/manual-clock.ts';

function answer(limits?: LearnedLimits, tokens = 0): CallAnswer<number> {
  const consumed = { inputTokens: tokens, cachedInputTokens: 0, outputTokens: 0, credits: 0 };
  return { value: 1, consumed, status: 200, ...(limits === undefined ? {} : { limits }) };
}

const { signal } = new AbortController();

function setUp(more: Partial<ProviderGateOptions> = {}) {
  const clock = new ManualClock();
  const told: LearnedLimits[] = [];
  const pauses: number[] = [];
  const gate = new ProviderGate({
    limits: { requestsPerMinute: 600, concurrency: 4 },
    clock,
    onLimits: (limits) => told.push(limits),
    onThrottled: (pauseMs) => pauses.push(pauseMs),
    ...more,
  });
  const sentAt: number[] = [];
  /** Sends so many calls at once, and tells when they went out after that much time. */
  const send = async (
    calls: number,
    during: number,
    attempt: () => Promise<CallAnswer<number>> = async () => answer(),
    tokens = 0,
  ): Promise<number[]> => {
    const from = clock.now();
    const before = sentAt.length;
    for (let index = 0; index < calls; index++) {
      void gate
        .pass(tokens, signal, () => {
          sentAt.push(clock.now());
          return attempt();
        })
        .catch(() => undefined);
    }
    // Lets those go that can go at once, however many turns it takes.
    for (let step = 0; step < 100; step++) await clock.advance(during / 100);
    return sentAt.slice(before).map((at) => at - from);
  };
  return { clock, gate, told, pauses, send };
}

describe('the gate of a provider', () => {
  it('goes down to told limits, and up again with them, never above the configured', async () => {
    const { told, send } = setUp();
    const tell = (requestsPerMinute: number) => async () => answer({ requestsPerMinute });
    expect(await send(1, 10_000, tell(60))).toHaveLength(1);
    const slow = await send(30, 20_000, tell(60));
    expect(slow.length).toBeGreaterThanOrEqual(20);
    expect(slow.length).toBeLessThanOrEqual(6 + 20 + 1);
    await send(30, 60_000, tell(6000));
    const fast = await send(200, 15_000, tell(6000));
    expect(fast.length).toBeGreaterThanOrEqual(10 * 15 * 0.97);
    expect(fast.length).toBeLessThanOrEqual(10 * 15 + 10);
    expect(told).toEqual([{ requestsPerMinute: 60 }, { requestsPerMinute: 6000 }]);
  });

  it('begins with what was told in an earlier session', async () => {
    const { send } = setUp({ known: { requestsPerMinute: 60 } });
    expect((await send(100, 10_000)).length).toBeLessThanOrEqual(6 + 10 + 1);
  });

  it('refuses no request for what was told in an earlier session', async () => {
    const limits = { requestsPerMinute: 600, tokensPerMinute: 100_000, concurrency: 4 };
    const { gate, send } = setUp({ limits, known: { tokensPerMinute: 1000 } });
    const told = async () => answer({ tokensPerMinute: 2000 }, 1500);
    expect(await send(1, 5000, told, 5000)).toHaveLength(1);
    // What this session was told does.
    const failure = await failureOf(gate.pass(5000, signal, told));
    expect(failure).toMatchObject({ code: 'REQUEST_REJECTED' });
  });

  it('sends nothing while nothing is left, and the next when one more fits', async () => {
    const { send } = setUp();
    const empty = { requestsPerMinute: 60, remainingRequests: 0, requestsResetMs: 60_000 };
    await send(1, 0, async () => answer(empty));
    const [first, second] = await send(3, 2500, async () => answer());
    expect(first).toBeCloseTo(1000);
    expect(second).toBeCloseTo(2000);
  });

  it('believes a server that counts more tokens than the answers tell', async () => {
    const limits = { requestsPerMinute: 600, tokensPerMinute: 6000, concurrency: 4 };
    const { send } = setUp({ limits });
    const charged = { tokensPerMinute: 6000, remainingTokens: 200, tokensResetMs: 58_000 };
    // Of 200, two hundredths of the 6,000 stay where they are.
    await send(1, 0, async () => answer(charged, 10), 1000);
    expect((await send(1, 20_000, undefined, 1000))[0]).toBeCloseTo(9200);
  });

  it('uses nearly all tokens of a steady load, and no more in any minute', async () => {
    const limits = { requestsPerMinute: 6000, tokensPerMinute: 100_000, concurrency: 16 };
    const { send } = setUp({ limits });
    const sent = await send(1200, 300_000, async () => answer({}, 500), 500);
    const taken = (from: number): number =>
      sent.filter((at) => at >= from && at < from + 60_000).length * 500;
    expect(Math.max(...sent.map(taken))).toBeLessThanOrEqual(100_000);
    const used = (sent.filter((at) => at >= 60_000 && at < 300_000).length * 500) / 400_000;
    expect(used).toBeGreaterThanOrEqual(0.97);
  });

  it('tells of "too many requests" once for each episode, and slows down', async () => {
    const { pauses, send } = setUp();
    const refused = new AppError('RATE_LIMITED', 'slow down', {
      status: 429,
      retryable: true,
      retryAfterMs: 2000,
    });
    await send(4, 1000, async () => {
      throw refused;
    });
    expect(pauses).toEqual([2000]);
    const next = await send(20, 3000);
    expect(next[0]).toBeCloseTo(1000);
    // One after the other, at seven tenths of ten a second.
    expect((next[1] ?? 0) - (next[0] ?? 0)).toBeCloseTo(1000 / 7, 0);
  });

  it('makes an attempt that meets an outage again, and fails only when it has lasted too long', async () => {
    const { clock, gate } = setUp({ maxWaitMs: 20_000 });
    const failure = new AppError('PROVIDER_UNAVAILABLE', 'It is down.', { retryable: true });
    let isDown = true;
    const attempt = async (): Promise<CallAnswer<number>> => {
      if (isDown) throw failure;
      return answer();
    };
    for (let index = 0; index < 4; index++) {
      await expect(gate.pass(0, signal, attempt)).rejects.toBe(failure);
    }
    const saved = gate.pass(0, signal, attempt);
    await clock.advance(12_000);
    isDown = false;
    await clock.advance(3000);
    await expect(saved).resolves.toMatchObject({ value: 1 });
    isDown = true;
    for (let index = 0; index < 4; index++) {
      await expect(gate.pass(0, signal, attempt)).rejects.toBe(failure);
    }
    const lost = failureOf(gate.pass(0, signal, attempt));
    await clock.advance(20_000);
    expect(await lost).toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      retryable: false,
      message: expect.stringContaining('It is down. No call has got through for 20 s') as string,
    });
  });
});
