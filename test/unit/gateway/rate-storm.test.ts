import { describe, expect, it } from 'vitest';
import { sendLoad, type Load } from './send-load.ts';
import type { SimulatedServer } from './simulated-server.ts';

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
    const { server, failed } = await sendLoad(load);
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
    const { server, failed, endedAt } = await sendLoad(load);
    const ratio = endedAt / earliestEnd(server, load.server);
    expect(failed).toBe(0);
    expect(server.count(429)).toBeLessThanOrEqual(10);
    expect(ratio).toBeLessThanOrEqual(1.1);
  });
});
