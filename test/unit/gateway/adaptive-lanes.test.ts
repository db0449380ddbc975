import { expect, it } from 'vitest';
import { AdaptiveLanes } from '../../../src/gateway/adaptive-lanes.ts';
import { ManualClock, settlePromises } from '../batch/manual-clock.ts';

function succeed(lanes: AdaptiveLanes, times: number): void {
  for (let count = 0; count < times; count++) lanes.itemSucceeded();
}

it('begins with two and takes one more for three keywords done, up to the maximum', () => {
  const lanes = new AdaptiveLanes({ maximum: 4, clock: new ManualClock() });
  expect(lanes.limit).toBe(2);
  succeed(lanes, 2);
  expect(lanes.limit).toBe(2);
  succeed(lanes, 1);
  expect(lanes.limit).toBe(3);
  succeed(lanes, 100);
  expect(lanes.limit).toBe(4);
  expect(new AdaptiveLanes({ maximum: 1, clock: new ManualClock() }).limit).toBe(1);
});

it('halves once for an episode of any provider, and never to none', async () => {
  const clock = new ManualClock();
  const lanes = new AdaptiveLanes({ maximum: 8, clock });
  succeed(lanes, 100);
  expect(lanes.limit).toBe(8);
  lanes.throttled(1000);
  lanes.throttled(3000);
  expect(lanes.limit).toBe(4);
  await clock.advance(2000);
  lanes.throttled(4000);
  expect(lanes.limit).toBe(4);
  for (const end of [5000, 6000, 7000]) {
    await clock.advance(end - 1000 - clock.now());
    lanes.throttled(end);
  }
  expect(lanes.limit).toBe(1);
});

it('lets a keyword in when another leaves its lane', async () => {
  const lanes = new AdaptiveLanes({ maximum: 2, clock: new ManualClock() });
  const { signal } = new AbortController();
  const entered: number[] = [];
  const leaves = await Promise.all([lanes.enter(signal), lanes.enter(signal)]);
  void lanes.enter(signal).then(() => entered.push(3));
  await settlePromises();
  expect(entered).toEqual([]);
  leaves[0]?.();
  await settlePromises();
  expect(entered).toEqual([3]);
});
