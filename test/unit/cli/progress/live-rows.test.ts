import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { createPaint } from '../../../../src/cli/create-paint.ts';
import { liveRows } from '../../../../src/cli/progress/live-rows.ts';
import { createRunState, type RunState } from '../../../../src/cli/progress/run-state.ts';
import { SOME_USAGE } from '../../../support/run-events.ts';

const paint = createPaint(false);

function stateWith(keywords: string[], change: Partial<RunState> = {}): RunState {
  const lanes = keywords.map((keyword, item) => ({
    item,
    keyword,
    step: 'research' as const,
    done: 2,
    total: 5,
    startedAt: 1000,
    waitsUntil: 0,
    isRateLimited: false,
  }));
  return { ...createRunState(), total: 10_000, lanes, ...change };
}

test('a row tells step, inner calls, time and keyword; the last row tells of the run', () => {
  const state = stateWith(['heat pump'], {
    succeeded: 1222,
    failed: 12,
    usage: SOME_USAGE,
    completions: [100_000],
  });
  state.lanes.push(undefined);
  expect(liveRows(state, { columns: 100, rows: 24, at: 100_000, paint })).toEqual([
    '▸ research 2/5      1m 39s  heat pump',
    '· idle',
    '██░░░░░░░░░░░░░░░░░░ 1,234/10,000 done · 12 failed · 1m 40s · 10d 03h left · 15K tokens · $0.25',
  ]);
});

test('a lane that waits for its next attempt says why and how long', () => {
  const state = stateWith(['limited', 'retried']);
  Object.assign(state.lanes[0] ?? {}, { waitsUntil: 13_000, isRateLimited: true });
  Object.assign(state.lanes[1] ?? {}, { waitsUntil: 5000 });
  const rows = liveRows(state, { columns: 80, rows: 24, at: 1000, paint });
  expect(rows[0]).toContain('rate limit 12s');
  expect(rows[1]).toContain('retry in 4s');
});

test('where room is short the figures that matter most stay', () => {
  const state = stateWith([], { failed: 1, succeeded: 9, usage: SOME_USAGE, completions: [5000] });
  const runRow = (columns: number): string | undefined =>
    liveRows(state, { columns, rows: 24, at: 50_000, paint }).at(-1);
  expect(runRow(41)).toBe('10/10,000 done · 1 failed · 5d 18h left');
  expect(runRow(28)).toBe('10/10,000 done · 1 failed');
  expect(runRow(10)).toBe('10/10,00…');
});

test('more lanes than rows are counted, and a very low terminal shows the run alone', () => {
  const state = stateWith(Array.from({ length: 30 }, (_, lane) => `k${lane}`));
  const rows = liveRows(state, { columns: 80, rows: 10, at: 2000, paint });
  expect(rows).toHaveLength(8);
  expect(rows[6]).toBe('  … and 24 more lanes, 24 working');
  expect(liveRows(state, { columns: 80, rows: 3, at: 2000, paint })).toHaveLength(1);
});

test('property: never wider than the terminal and never as high, whatever the keywords', () => {
  const keyword = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.constantFrom('電動自転車 バッテリー おすすめ 比較', '👩‍👩‍👧‍👦 👍🏽 🇩🇪', 'a'.repeat(200)),
  );
  fc.assert(
    fc.property(
      fc.array(keyword, { maxLength: 40 }),
      fc.integer({ min: 8, max: 200 }),
      fc.integer({ min: 2, max: 60 }),
      fc.boolean(),
      (keywords, columns, rows, color) => {
        const state = stateWith(keywords, { succeeded: 17, failed: 3, usage: SOME_USAGE });
        const lines = liveRows(state, { columns, rows, at: 3_600_000, paint: createPaint(color) });
        expect(lines.length).toBeLessThan(rows);
        for (const line of lines) {
          expect(stringWidth(line)).toBeLessThan(columns);
          expect(line === stripVTControlCharacters(line) || color).toBe(true);
        }
      },
    ),
  );
});
