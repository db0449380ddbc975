import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { ProviderGate } from '../../../src/gateway/provider-gate.ts';
import type { CallAnswer } from '../../../src/providers/call.ts';
import { ManualClock } from '../batch/manual-clock.ts';
import { sendLoad } from './send-load.ts';

const { signal } = new AbortController();
const ANSWER: CallAnswer<number> = {
  value: 1,
  consumed: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits: 0 },
  status: 200,
};

function setUp(requestsPerSecond: number, concurrency = 1000) {
  const clock = new ManualClock();
  const gate = new ProviderGate({ limits: { requestsPerSecond, concurrency }, clock });
  const sentAt: number[] = [];
  const send = (calls: number, attempt: () => Promise<CallAnswer<number>> = async () => ANSWER) => {
    for (let index = 0; index < calls; index++)
      void gate
        .pass(0, signal, () => {
          sentAt.push(clock.now());
          return attempt();
        })
        .catch(() => undefined);
  };
  return { clock, sentAt, send };
}

/** The most requests that any stretch of so many milliseconds holds. */
function mostWithin(milliseconds: number, sentAt: readonly number[]): number {
  let most = 0;
  let first = 0;
  for (const [index, at] of sentAt.entries()) {
    while (at - (sentAt[first] ?? at) >= milliseconds) first++;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

describe('a limit of a second', () => {
  it.each([1, 2, 10, 100, 300])(
    'of %d is kept in every second, used well, and spread evenly',
    async (limit) => {
      const { clock, sentAt, send } = setUp(limit);
      send(limit * 8);
      await clock.advance(10_000);
      expect(sentAt).toHaveLength(limit * 8);
      expect(mostWithin(1000, sentAt)).toBeLessThanOrEqual(limit);
      const seconds = ((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)) / 1000;
      expect((limit * 8 - 1) / seconds).toBeGreaterThanOrEqual(limit * 0.93);
      // A tenth of a second takes little more than its part.
      expect(mostWithin(100, sentAt)).toBeLessThanOrEqual(
        Math.ceil(limit * 0.1) + Math.ceil(limit * 0.05) + 1,
      );
    },
  );

  it.each([10, 100])('of %d is kept after a pause of the work, too', async (limit) => {
    const { clock, sentAt, send } = setUp(limit);
    for (const calls of [limit, 3, limit * 2, 1, limit]) {
      send(calls);
      await clock.advance(1700);
    }
    await clock.advance(5000);
    expect(sentAt).toHaveLength(limit * 4 + 4);
    expect(mostWithin(1000, sentAt)).toBeLessThanOrEqual(limit);
  });

  it('lets a request of a quiet time go at once', async () => {
    const { clock, sentAt, send } = setUp(10);
    await clock.advance(5000);
    send(1);
    await clock.advance(0);
    expect(sentAt).toEqual([5000]);
  });

  it('goes with calls at a time, whichever is lower', async () => {
    const { clock, sentAt, send } = setUp(100, 2);
    send(20, async () => {
      await new Promise<void>((resolve) => clock.setTimer(resolve, 500));
      return ANSWER;
    });
    await clock.advance(4600);
    expect(sentAt).toHaveLength(20);
    expect(mostWithin(1000, sentAt)).toBeLessThanOrEqual(4);
  });

  it('is lowered by "too many requests", for everyone and once, and grows back', async () => {
    const { clock, sentAt, send } = setUp(100);
    const refused = new AppError('RATE_LIMITED', 'slow down', {
      status: 429,
      retryable: true,
      retryAfterMs: 1000,
    });
    send(3, async () => {
      throw refused;
    });
    await clock.advance(0);
    sentAt.length = 0;
    send(3000);
    await clock.advance(20_000);
    expect(sentAt[0]).toBeCloseTo(1000);
    const inSecond = (from: number): number =>
      sentAt.filter((at) => at >= from && at < from + 1000).length;
    expect(inSecond(1000)).toBeGreaterThanOrEqual(65);
    expect(inSecond(1000)).toBeLessThanOrEqual(85);
    expect(inSecond(10_000)).toBeGreaterThanOrEqual(93);
    expect(mostWithin(1000, sentAt)).toBeLessThanOrEqual(100);
  });

  it.each([10, 100])('of %d meets no refusal where the service counts alike', async (limit) => {
    const load = {
      limits: { requestsPerSecond: limit, concurrency: 24 },
      server: { windowMs: 1000, requests: limit, counts: 'window' as const, tells: false },
      calls: limit * 12,
    };
    const { server, failed, endedAt } = await sendLoad(load);
    expect([failed, server.count(429)]).toEqual([0, 0]);
    expect(endedAt).toBeLessThanOrEqual(14_000);
  });

  it('loses no call where the service allows half for a while', async () => {
    const { server, failed } = await sendLoad({
      limits: { requestsPerSecond: 100, concurrency: 24 },
      server: {
        windowMs: 1000,
        requests: 100,
        counts: 'bucket',
        tells: false,
        phases: [{ fromMs: 3000, toMs: 6000, quota: 0.5 }],
      },
      calls: 1500,
    });
    expect(failed).toBe(0);
    expect(server.count(200)).toBe(1500);
    expect(server.count(429)).toBeLessThanOrEqual(30);
  });
});
