import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/config/settings.ts';
import type { PriceList } from '../../../src/core/price.ts';
import { NO_USAGE } from '../../../src/core/usage.ts';
import type { StoredItem, StoredRun } from '../../../src/ledger/records.ts';
import { storedSummary } from '../../../src/run/stored-summary.ts';
import { NOTHING_FOUND, outcome, SOME_USAGE } from '../../support/run-events.ts';
import { storedItem, storedRun } from '../../support/stored-run.ts';

const PRICES: PriceList = {
  date: '2026-03-01',
  models: { m: { input: 1, cachedInput: 1, output: 10 } },
  credits: {},
};

function summarise(run: StoredRun, items: StoredItem[], paid = new Map([[1, SOME_USAGE]])) {
  return storedSummary(run, items, { baseDirectory: '/site', paid, loadPrices: () => PRICES });
}

test('items without a known end are not started, or cancelled with what they have cost', () => {
  const done = outcome({ index: 0, keyword: 'keyword 0', words: 900 });
  const summary = summarise(storedRun({ total: 4 }), [
    storedItem(0, { status: 'succeeded', attempts: 1, outcome: done }),
    storedItem(1, { status: 'running', attempts: 1 }),
    storedItem(2),
    storedItem(3, {
      status: 'running',
      attempts: 2,
      outcome: outcome({ index: 3, status: 'failed', error: NOTHING_FOUND, usage: SOME_USAGE }),
    }),
  ]);
  expect(summary.items[0]).toEqual(done);
  expect(summary.items[1]).toMatchObject({ status: 'cancelled', usage: SOME_USAGE, files: [] });
  expect(summary.items[2]).toEqual({
    index: 2,
    keyword: 'keyword 2',
    slug: 'keyword-2',
    status: 'not-started',
    files: [],
    usage: NO_USAGE,
    saved: NO_USAGE,
    milliseconds: 0,
  });
  expect(summary.items[3]).toMatchObject({ status: 'cancelled', usage: SOME_USAGE });
  expect(summary.items[3]).not.toHaveProperty('error');
  expect(summary.totals).toMatchObject({ total: 4, succeeded: 1, cancelled: 2, notStarted: 1 });
});

test('the figures of the whole are those of the run, calls without an item included', () => {
  const saved = { ...NO_USAGE, calls: 7 };
  const run = storedRun({ usage: SOME_USAGE, saved, milliseconds: 5, exitCode: 0 });
  const { totals } = summarise(run, [storedItem(0, { status: 'succeeded', outcome: outcome({}) })]);
  expect(totals).toMatchObject({ usage: SOME_USAGE, saved, milliseconds: 5 });
});

test('settings come from the run, and its folder counts from the base', () => {
  const settings = { ...DEFAULT_SETTINGS, outputDir: './out', maxCostUsd: 2, writer: 'openai' };
  const stop = { stoppedBy: 'budget', stopError: NOTHING_FOUND, exitCode: 3 } as const;
  expect(summarise(storedRun({ settings, ...stop }), [])).toMatchObject({
    run: '20260302-080000-aaaa',
    outputDirectory: '/site/out',
    writer: 'openai',
    research: ['library'],
    maxCostUsd: 2,
    ...stop,
  });
});

test.each([
  [{ exitCode: 3 }, 3],
  [{}, 1],
])('a run that recorded %j has exit code %i', (change, exitCode) => {
  expect(summarise(storedRun(change), [storedItem(0)]).exitCode).toBe(exitCode);
});

test('a dry run tells what the writing would cost', () => {
  const settings = { ...DEFAULT_SETTINGS, writer: 'openai', openai: { model: 'm' } };
  const writing = { calls: 1, inputTokens: 100_000, outputTokens: 20_000 };
  const items = [0, 1].map((index) =>
    storedItem(index, { status: 'succeeded', outcome: outcome({ index, writing }) }),
  );
  const { estimate } = summarise(storedRun({ dryRun: true, settings }), [...items, storedItem(2)]);
  expect(estimate).toEqual({
    calls: 2,
    inputTokens: 200_000,
    outputTokens: 40_000,
    costUsd: expect.closeTo(0.6),
    model: 'm',
  });
  const unknown = { ...settings, openai: { model: 'other' } };
  const unpriced = summarise(storedRun({ dryRun: true, settings: unknown }), items).estimate;
  expect(unpriced).toEqual({ ...estimate, model: 'other', costUsd: undefined });
  expect(summarise(storedRun({ settings }), items)).not.toHaveProperty('estimate');
});

test.each([undefined, null, 'text', {}, { ...DEFAULT_SETTINGS, research: 'library' }])(
  'settings like %j are damage, not an invented result',
  (settings) => {
    expect(() => summarise(storedRun({ settings }), [])).toThrow(
      expect.objectContaining({ code: 'LEDGER_DAMAGED' }),
    );
  },
);
