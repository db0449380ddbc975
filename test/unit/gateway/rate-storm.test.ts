import { describe, expect, it } from 'vitest';
import { retry } from '../../../src/batch/retry.ts';
import { ProviderGate, type ProviderLimits } from '../../../src/gateway/provider-gate.ts';
import { ManualClock } from '../batch/manual-clock.ts';
import { SimulatedServer, type SimulatedLimits } from './simulated-server.ts';

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

interface Load {
  limits: ProviderLimits;
  server: Omit<SimulatedLimits, 'latencyMs'>;
  latencyMs?: readonly [number, number];
  calls: number;
  tokens?: readonly [number, number];
  /** Of the tokens that the server charges, what the answer says was used. */
  used?: number;
}

/** Sends all calls through a gate at once, as the gateway does, and waits until the last has ended. */
async function send(load: Load) {
  const clock = new ManualClock();
  const random = randomNumbers(7);
  const between = ([low, high]: readonly [number, number]): number => low + random() * (high - low);
  const latencyMs = (): number => between(load.latencyMs ?? [100, 300]);
  const server = new SimulatedServer({ ...load.server, latencyMs }, clock);
  const gate = new ProviderGate({ limits: load.limits, clock });
  const signal = new AbortController().signal;
  const ends: number[] = [];
  let failed = 0;
  const call = async (): Promise<void> => {
    const tokens = Math.round(between(load.tokens ?? [0, 0]));
    const attempt = () => server.attempt(tokens, tokens * (load.used ?? 1));
    try {
      await retry(() => gate.pass(tokens, signal, attempt), {
        attempts: 5,
        baseDelayMs: 500,
        maxDelayMs: 30_000,
        signal,
        clock,
        random,
      });
    } catch {
      failed++;
    }
    ends.push(clock.now());
  };
  for (let index = 0; index < load.calls; index++) void call();
  while (ends.length < load.calls) await clock.advance(1000);
  return { server, failed, endedAt: Math.max(...ends) };
}

/** When a server that starts full could have served all at the earliest, in milliseconds. */
function earliestEnd(server: SimulatedServer, limits: Load['server']): number {
  const served = server.arrivals.filter(({ status }) => status === 200);
  let requests = served.length - limits.requests;
  let tokens = served.reduce((sum, arrival) => sum + arrival.tokens, 0) - (limits.tokens ?? 0);
  let now = 0;
  for (; requests > 0 || (limits.tokens !== undefined && tokens > 0); now++) {
    const phase = limits.phases?.find(({ fromMs, toMs }) => now >= fromMs && now < toMs);
    const quota = phase?.down === true ? 0 : (phase?.quota ?? 1);
    requests -= (limits.requests * quota) / limits.windowMs;
    tokens -= ((limits.tokens ?? 0) * quota) / limits.windowMs;
  }
  return now;
}

describe('a steady load at 60 requests a minute', () => {
  it.each(['bucket', 'window'] as const)('uses what a server with a %s allows', async (counts) => {
    const load = {
      limits: { requestsPerMinute: 60, concurrency: 16 },
      server: { windowMs: 60_000, requests: 60, counts, tells: false },
      calls: 400,
    };
    const { server, failed } = await send(load);
    const used = server.arrivals.filter(({ at }) => at < 180_000).length / 180;
    const later = server.arrivals.filter(({ at }) => at >= 120_000 && at < 360_000).length / 240;
    expect(failed).toBe(0);
    expect(server.count(429)).toBe(0);
    expect(used).toBeGreaterThanOrEqual(0.97);
    expect(later).toBeGreaterThanOrEqual(0.97);
  });
});

const phases = [
  { fromMs: 15_000, toMs: 20_000, quota: 0.5 },
  { fromMs: 35_000, toMs: 37_000, down: true },
];

describe('a storm: half the quota for five seconds, and nothing but 503 for two', () => {
  it.each([
    { name: 'tells', tells: true, used: 1 },
    { name: 'tells and charges more than it says is used', tells: true, used: 0.5 },
    { name: 'does not tell', tells: false, used: 1 },
  ])('loses no call and little time when the server $name its limits', async ({ tells, used }) => {
    const load: Load = {
      limits: { requestsPerMinute: 1200, tokensPerMinute: 300_000, concurrency: 16 },
      server: { windowMs: 1000, requests: 20, tokens: 5000, counts: 'bucket', phases, tells },
      calls: 1300,
      tokens: [100, 400],
      used,
    };
    const { server, failed, endedAt } = await send(load);
    const ratio = endedAt / earliestEnd(server, load.server);
    expect(failed).toBe(0);
    expect(server.count(429)).toBeLessThanOrEqual(10);
    expect(ratio).toBeLessThanOrEqual(1.1);
  });
});
