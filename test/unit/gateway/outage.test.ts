import { expect, it } from 'vitest';
import { sendLoad, type Load } from './send-load.ts';

const DOWN_FROM = 10_000;
const DOWN_TO = 40_000;

const load = (more: Partial<Load>): Load => ({
  limits: { requestsPerMinute: 1200, concurrency: 16 },
  server: {
    windowMs: 1000,
    requests: 20,
    counts: 'bucket',
    tells: false,
    phases: [{ fromMs: DOWN_FROM, toMs: DOWN_TO, down: true }],
  },
  calls: 800,
  ...more,
});

it.each([
  ['quick', [20, 60] as const, 16],
  ['slow', [400, 900] as const, 16],
  ['alone', [20, 60] as const, 1],
])(
  'loses no call in an outage of 30 s, and leaves the provider alone (%s)',
  async (_, latencyMs, lanes) => {
    const { server, failed } = await sendLoad(load({ latencyMs, lanes }));
    const failures = server.arrivals.filter(({ status }) => status === 503).map(({ at }) => at);
    const probes = failures.filter((at, index) => at - (failures[index - 1] ?? at) >= 4999);
    const before = failures.length - probes.length;
    const back = server.arrivals.find(({ at, status }) => at >= DOWN_TO && status === 200)?.at ?? 0;
    const rate = (from: number, to: number): number =>
      server.arrivals.filter(({ at }) => at >= from && at < to).length / ((to - from) / 1000);
    const full = rate(2000, DOWN_FROM);
    expect(failed).toBe(0);
    // What is on its way before the first failure is known cannot be held back.
    expect(before).toBeLessThanOrEqual(lanes === 16 && latencyMs[0] > 100 ? 16 : 10);
    expect(probes.length).toBeLessThanOrEqual(6);
    expect(back).toBeLessThan(DOWN_TO + 5500);
    expect(rate(DOWN_TO + 10_000, DOWN_TO + 15_000)).toBeGreaterThanOrEqual(full * 0.95);
  },
);
