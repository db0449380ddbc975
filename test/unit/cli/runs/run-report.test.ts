import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { formatRunReport } from '../../../../src/cli/runs/format-run-report.ts';
import { reportRun } from '../../../../src/cli/runs/run-report.ts';
import { NO_USAGE } from '../../../../src/core/usage.ts';
import type { Ledger } from '../../../../src/ledger/ledger.ts';
import type {
  StoredCall,
  StoredItem,
  StoredRun,
  StoredStep,
} from '../../../../src/ledger/records.ts';
import { NOTHING_FOUND, outcome, SOME_USAGE } from '../../../support/run-events.ts';
import { storedCall, storedItem, storedRun, storedStep } from '../../../support/stored-run.ts';

const NOW = new Date('2026-03-02T08:03:30.000Z');
const OPTIONS = { now: NOW, color: false };

interface Kept {
  items?: StoredItem[];
  steps?: StoredStep[];
  calls?: StoredCall[];
}

function report(run: StoredRun, { items = [], steps = [], calls = [] }: Kept) {
  const ledger = {
    readItems: async () => items,
    readSteps: async () => steps,
    readCalls: async () => calls,
    paidUsage: async () => new Map(),
  };
  return reportRun(ledger as unknown as Ledger, run, '/site');
}

const STOPPED = storedRun({
  state: 'stopped',
  stoppedBy: 'budget',
  stopError: {
    code: 'BUDGET_EXHAUSTED',
    message: 'The budget is spent.',
    suggestions: ['Raise it: seo-content batch --resume --max-cost 4'],
  },
  sessions: 2,
  changes: [
    { at: '2026-03-02T08:01:00.000Z', flags: { 'max-cost': '2', cache: false, json: true } },
  ],
  total: 4,
  counts: { succeeded: 1, failed: 1, running: 1, notStarted: 1 },
  usage: { ...SOME_USAGE, calls: 14 },
  saved: { ...NO_USAGE, calls: 2, costUsd: 0.016 },
});

const ITEMS = [
  storedItem(0, {
    status: 'succeeded',
    attempts: 2,
    outcome: outcome({ keyword: 'tea', words: 1240, files: ['content/tea.md'], usage: SOME_USAGE }),
  }),
  storedItem(1, {
    status: 'failed',
    attempts: 1,
    outcome: outcome({ index: 1, keyword: 'x', status: 'failed', error: NOTHING_FOUND }),
  }),
  storedItem(2, { status: 'running', attempts: 1 }),
  storedItem(3),
];

const STEPS = [
  storedStep(0, { madeAt: '2026-02-27T08:00:00.000Z' }),
  storedStep(0, { step: 'write', attempts: 2, milliseconds: 12_400 }),
  storedStep(1, { ok: false, error: NOTHING_FOUND, milliseconds: 300 }),
];

const CALLS = [
  storedCall(),
  storedCall({ ok: false, attempts: 3, usage: NO_USAGE }),
  storedCall({ provider: 'openai', operation: 'complete', model: 'm', usage: SOME_USAGE }),
];

test('a run with its changes, keywords, steps, calls and what to do next', async () => {
  const text = formatRunReport(
    await report(STOPPED, { items: ITEMS, steps: STEPS, calls: CALLS }),
    OPTIONS,
  );
  expect(text).toBe(`Run 20260302-080000-aaaa · batch · stopped: budget
  Begun 3 min ago, 2 sessions, 1m 00s at work
  1 of 4 keywords done, 1 failed, 1 cut off, 1 not started
  14 calls · cost $0.25 · saved 2 calls and $0.02
  Output in /site/content
  Changed 2 min ago: --max-cost 2 --no-cache --json
  The budget is spent. (BUDGET_EXHAUSTED)
    → Raise it: seo-content batch --resume 20260302-080000-aaaa --max-cost 4

✔ tea → content/tea.md (2 attempts, 1,240 words, 3 calls, $0.25)
    research reused · write 12s, 2 attempts
✖ x
    Research found nothing. (NO_SOURCES)
    → Add documents with --library
    research failed after 0.3s
■ keyword 2 (cut off)
· keyword 3 (not started)

Calls to           Calls  Failed  Sent  Tokens in  Tokens out  Credits     Cost
tavily search          2       1     4                               1  $0.0080
openai complete m      1             1     12,000       3,000        4    $0.25

→ Go on with a higher limit: seo-content batch --resume 20260302-080000-aaaa --max-cost USD
→ Try again what failed: seo-content runs retry 20260302-080000-aaaa
→ Have it as a table: seo-content runs export 20260302-080000-aaaa --format csv`);
});

test('as data: the list entry, items with their steps, calls summed up', async () => {
  const data = await report(STOPPED, { items: ITEMS, steps: STEPS, calls: CALLS });
  expect(data.run).toMatchObject({ run: STOPPED.run, state: 'stopped', sessions: 2 });
  expect(data.run.settings).toBe(STOPPED.settings);
  expect(data.items.map(({ status, attempts, steps }) => [status, attempts, steps.length])).toEqual(
    [
      ['succeeded', 2, 2],
      ['failed', 1, 1],
      ['running', 1, 0],
      ['not-started', 0, 0],
    ],
  );
  expect(data.items[0]?.steps.map(({ step, isReused }) => [step, isReused])).toEqual([
    ['research', true],
    ['write', false],
  ]);
  expect(data.items[1]?.steps[0]?.error).toEqual(NOTHING_FOUND);
  expect(data.providers).toEqual([
    {
      provider: 'tavily',
      operation: 'search',
      calls: 2,
      failed: 1,
      attempts: 4,
      usage: { ...NO_USAGE, calls: 1, credits: 1, costUsd: 0.008 },
    },
    {
      provider: 'openai',
      operation: 'complete',
      model: 'm',
      calls: 1,
      failed: 0,
      attempts: 1,
      usage: SOME_USAGE,
    },
  ]);
});

test('who works on a run is named, and nothing else is advised meanwhile', async () => {
  const run = storedRun({ state: 'running', ownerPid: 4711, counts: { running: 1 } });
  const text = formatRunReport(await report(run, { items: [storedItem(0)] }), OPTIONS);
  expect(text).toContain('running (pid 4711)');
  expect(text.split('\n').filter((line) => line.startsWith('→'))).toEqual([
    '→ Process 4711 works on it now.',
  ]);
});

test('a run whose process died can be gone on with', async () => {
  const run = storedRun({ state: 'running', counts: { running: 1 } });
  const text = formatRunReport(await report(run, { items: [storedItem(0)] }), OPTIONS);
  expect(text).toContain('· died');
  expect(text).toContain('seo-content batch --resume 20260302-080000-aaaa');
});

test('what stopped the run is said once, not of every keyword that it cancelled', async () => {
  const { stopError } = STOPPED;
  const cancelled = (index: number, error: typeof stopError) =>
    storedItem(index, {
      status: 'cancelled',
      attempts: 1,
      outcome: outcome({ index, status: 'cancelled', ...(error ? { error } : {}) }),
    });
  const items = [
    cancelled(0, stopError),
    cancelled(1, { code: 'CANCELLED', message: 'Cancelled.', suggestions: [] }),
    cancelled(2, NOTHING_FOUND),
  ];
  const text = formatRunReport(await report(STOPPED, { items }), OPTIONS);
  expect(text.split('The budget is spent.')).toHaveLength(2);
  expect(text).not.toContain('Cancelled.');
  expect(text).toContain('Research found nothing.');
});

test('calls are told in lines where their table is too wide, and without columns that say nothing', async () => {
  const figures = { ...SOME_USAGE, credits: 0 };
  const calls = [
    storedCall({ provider: 'openai', operation: 'complete', model: 'a-model', usage: figures }),
  ];
  const shown = async (columns: number) =>
    formatRunReport(await report(STOPPED, { calls }), { ...OPTIONS, columns });
  expect(await shown(100)).toContain(
    'Calls to                 Calls  Sent  Tokens in  Tokens out   Cost\n' +
      'openai complete a-model      1     1     12,000       3,000  $0.25\n',
  );
  expect(await shown(40)).toContain(
    'Calls to\n  openai complete a-model\n    calls 1 · sent 1 · tokens in 12,000\n    · tokens out 3,000 · cost $0.25\n',
  );
});

test('no line is wider than the terminal, and texts from outside are tame', async () => {
  const evil = `${'電動自転車 '.repeat(30)}\u001b[2J\u202E`;
  const items = Array.from({ length: 230 }, (_, index) =>
    storedItem(index, {
      status: 'failed',
      attempts: 1,
      outcome: outcome({
        index,
        keyword: evil,
        status: 'failed',
        files: [evil],
        error: { code: 'INTERNAL', message: evil, suggestions: [evil] },
      }),
    }),
  );
  const calls = [storedCall({ provider: evil, operation: evil, model: evil })];
  const text = formatRunReport(await report(STOPPED, { items, calls }), {
    ...OPTIONS,
    columns: 50,
  });
  expect(text).not.toMatch(/[\u001b\u202e]/);
  expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(50);
  expect(text).toContain('and 30 more; --json lists them all');
});
