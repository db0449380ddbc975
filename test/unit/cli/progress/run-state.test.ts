import { expect, test } from 'vitest';
import {
  applyEvent,
  createRunState,
  finishedCount,
  timeLeft,
} from '../../../../src/cli/progress/run-state.ts';
import type { UnstampedEvent } from '../../../../src/core/events.ts';
import { NOTHING_FOUND, SOME_USAGE, stamp } from '../../../support/run-events.ts';

const call = { call: 1, provider: 'p', operation: 'search', item: 0, step: 'research' } as const;

function play(...events: [number, UnstampedEvent][]): ReturnType<typeof createRunState> {
  const state = createRunState();
  for (const [at, event] of events) applyEvent(state, stamp(at, event));
  return state;
}

const begin = (total: number, lanes: number): [number, UnstampedEvent] => [
  0,
  { type: 'run-start', command: 'batch', total, lanes },
];
const end = (at: number, item: number): [number, UnstampedEvent] => [
  at,
  { type: 'item-end', item, keyword: 'k', lane: 0, files: [], milliseconds: 1, usage: SOME_USAGE },
];

test('a lane follows its keyword through steps, inner calls and waits', () => {
  const state = play(
    begin(5, 2),
    [100, { type: 'item-start', item: 0, keyword: 'k\u001b[2J', lane: 1 }],
    [110, { type: 'step-start', item: 0, keyword: 'k', step: 'research' }],
    [200, { type: 'step-progress', item: 0, keyword: 'k', step: 'research', done: 2, total: 5 }],
    [
      300,
      {
        type: 'call-retry',
        ...call,
        attempt: 1,
        delayMs: 4000,
        error: { code: 'RATE_LIMITED', message: '', suggestions: [] },
      },
    ],
  );
  expect(state.lanes).toEqual([
    undefined,
    {
      item: 0,
      keyword: 'k',
      step: 'research',
      done: 2,
      total: 5,
      startedAt: 100,
      waitsUntil: 4300,
      isRateLimited: true,
    },
  ]);
});

test('fates are counted, lanes become free, usage is that of the calls', () => {
  const failed = { lane: 0, error: NOTHING_FOUND, milliseconds: 1, usage: SOME_USAGE };
  const state = play(
    begin(4, 1),
    [0, { type: 'item-start', item: 0, keyword: 'a', lane: 0 }],
    [9, { type: 'call-end', ...call, ok: true, attempts: 1, milliseconds: 9, usage: SOME_USAGE }],
    end(10, 0),
    [20, { type: 'item-error', item: 1, keyword: 'b', status: 'failed', ...failed }],
    [30, { type: 'item-error', item: 2, keyword: 'c', status: 'cancelled', ...failed }],
  );
  expect([state.succeeded, state.failed, state.cancelled, finishedCount(state)]).toEqual([
    1, 1, 1, 3,
  ]);
  expect(state.lanes).toEqual([undefined]);
  expect(state.usage).toEqual(SOME_USAGE);
});

test('the forecast follows the pace of the last completions', () => {
  const state = play(begin(1000, 1));
  expect(timeLeft(state, 50)).toBeUndefined();
  for (let item = 0; item < 200; item += 1) applyEvent(state, stamp(...end((item + 1) * 10, item)));
  expect(timeLeft(state, 2000)).toBe(8000);
  // The pace halves; after a window of slower ends the old pace is forgotten.
  for (let item = 0; item < 100; item += 1)
    applyEvent(state, stamp(...end(2000 + (item + 1) * 20, 200 + item)));
  expect(timeLeft(state, 4000)).toBe(14_000);
});

test('no time is left when all is done', () => {
  expect(timeLeft(play(begin(1, 1), end(10, 0)), 20)).toBeUndefined();
});

test('what is kept does not grow with the number of keywords', () => {
  const state = play(begin(10_000, 4));
  for (let item = 0; item < 10_000; item += 1) {
    applyEvent(
      state,
      stamp(item, { type: 'item-start', item, keyword: `k${item}`, lane: item % 4 }),
    );
    applyEvent(state, stamp(...end(item, item)));
  }
  expect(state.laneOf.size).toBe(0);
  expect(state.lanes).toHaveLength(4);
  expect(state.completions.length).toBeLessThan(200);
});
