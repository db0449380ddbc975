import { expect, test } from 'vitest';
import {
  createReporter,
  REPORTER_NAMES,
  type ReporterName,
} from '../../../../src/cli/reporters/create-reporter.ts';
import type { Reporter, ReporterOptions } from '../../../../src/cli/reporters/reporter.ts';
import type { RunEvent } from '../../../../src/core/events.ts';
import { NO_USAGE } from '../../../../src/core/usage.ts';
import { createFakeTerminal, type FakeTerminal } from '../../../support/fake-terminal.ts';
import { NOTHING_FOUND, SOME_USAGE, stamp } from '../../../support/run-events.ts';

function start(
  name: ReporterName,
  change: Partial<ReporterOptions> = {},
): { reporter: Reporter; terminal: FakeTerminal } {
  const terminal = createFakeTerminal();
  const reporter = createReporter(name, {
    stderr: terminal.stream,
    isTTY: false,
    columns: undefined,
    color: false,
    now: () => 0,
    quiet: false,
    debug: false,
    env: {},
    ...change,
  });
  return { reporter, terminal };
}

const item = (index: number, keyword: string): { item: number; keyword: string; lane: number } => ({
  item: index,
  keyword,
  lane: 0,
});

const EVENTS: RunEvent[] = [
  stamp(0, { type: 'run-start', command: 'batch', total: 3, lanes: 2 }),
  stamp(10, { type: 'item-start', ...item(0, 'heat pump') }),
  stamp(10, { type: 'step-start', ...item(0, 'heat pump'), step: 'research' }),
  stamp(11, {
    type: 'call-start',
    call: 1,
    provider: 'tavily',
    operation: 'search',
    detail: 'POST /search \u001b[2J',
  }),
  stamp(5000, {
    type: 'call-retry',
    call: 1,
    provider: 'tavily',
    operation: 'search',
    attempt: 1,
    delayMs: 12_000,
    error: { code: 'RATE_LIMITED', message: 'Tavily asks to wait.', suggestions: [] },
  }),
  stamp(17_000, {
    type: 'call-end',
    call: 1,
    provider: 'tavily',
    operation: 'search',
    ok: true,
    attempts: 2,
    status: 200,
    milliseconds: 350,
    usage: SOME_USAGE,
  }),
  stamp(61_000, {
    type: 'item-end',
    ...item(0, 'heat pump'),
    files: ['content/heat-pump.md'],
    milliseconds: 60_990,
    usage: SOME_USAGE,
  }),
  stamp(62_000, {
    type: 'item-error',
    ...item(1, 'x\u001b[31m\ny'),
    status: 'failed',
    error: NOTHING_FOUND,
    milliseconds: 5,
    usage: NO_USAGE,
  }),
  stamp(62_001, {
    type: 'item-error',
    ...item(2, 'third'),
    status: 'cancelled',
    error: { code: 'CANCELLED', message: 'The run stopped.', suggestions: [] },
    milliseconds: 5,
    usage: NO_USAGE,
  }),
  stamp(62_002, {
    type: 'run-end',
    exitCode: 1,
    totals: {
      total: 3,
      succeeded: 1,
      failed: 1,
      cancelled: 1,
      notStarted: 0,
      milliseconds: 62_002,
      usage: SOME_USAGE,
      saved: NO_USAGE,
    },
  }),
];

async function outputOf(
  name: ReporterName,
  change: Partial<ReporterOptions> = {},
): Promise<string> {
  const { reporter, terminal } = start(name, change);
  reporter.note('A note.');
  for (const event of EVENTS) reporter.onEvent(event);
  await reporter.close();
  return terminal.text();
}

test('lines: one plain line for each event that is worth one', async () => {
  expect(await outputOf('lines')).toBe(
    [
      'A note.',
      '[0:00] batch: 3 keywords, 2 at a time',
      '[0:00] ▸ heat pump',
      '[0:05] ↻ tavily search: Tavily asks to wait. Attempt 2 in 12s',
      '[1:01] ✔ 1/3 heat pump → content/heat-pump.md (1m 01s, 15K tokens, $0.25)',
      '[1:02] ✖ 2/3 x y: Research found nothing. (NO_SOURCES)',
      '[1:02] ■ 3/3 third: cancelled',
      '[1:02] finished: 1 of 3 succeeded in 1m 02s, exit code 1',
      '',
    ].join('\n'),
  );
});

test('lines: --quiet leaves the failures alone', async () => {
  expect(await outputOf('lines', { quiet: true })).toBe(
    '[1:02] ✖ 2/3 x y: Research found nothing. (NO_SOURCES)\n',
  );
});

test('lines: --debug adds steps and calls with their outcome', async () => {
  const output = await outputOf('lines', { debug: true });
  expect(output).toContain('[0:00]   heat pump: research\n');
  expect(output).toContain('[0:00]     call 1 tavily search POST /search\n');
  expect(output).toContain(
    '[0:17]     call 1 tavily search ok: HTTP 200, 2 attempts, 350 ms, 15K tokens, $0.25 POST /search\n',
  );
});

test('lines: --debug tells the status of every attempt, and which answers were kept', async () => {
  const { reporter, terminal } = start('lines', { debug: true });
  const call = { call: 7, provider: 'tavily', operation: 'search' };
  const error = { code: 'ANSWER_INVALID', message: 'It is a web page.', suggestions: [] } as const;
  const retry = { type: 'call-retry', ...call, delayMs: 500, error } as const;
  const end = { type: 'call-end', ...call, ok: true, attempts: 0, milliseconds: 0 } as const;
  const step = { type: 'step-end', item: 0, keyword: 'heat pump', milliseconds: 200 } as const;
  for (const event of [
    { type: 'call-start', ...call, detail: 'http://x/search "heat pump"' } as const,
    { ...retry, attempt: 1, status: 200 },
    { ...retry, attempt: 2 },
    { ...end, reused: 'run', usage: NO_USAGE } as const,
    { ...end, call: 8, reused: 'cache', usage: NO_USAGE } as const,
    { ...step, step: 'research', reused: 'exact' } as const,
    { ...step, step: 'write' } as const,
  ]) {
    reporter.onEvent(stamp(0, event));
  }
  await reporter.close();
  expect(terminal.text().trimEnd().split('\n')).toEqual([
    '[0:00]     call 7 tavily search http://x/search "heat pump"',
    '[0:00] ↻ call 7 tavily search: attempt 1 failed (ANSWER_INVALID, HTTP 200): It is a web page. Attempt 2 in 0.5s',
    '[0:00] ↻ call 7 tavily search: attempt 2 failed (ANSWER_INVALID): It is a web page. Attempt 3 in 0.5s',
    '[0:00]     call 7 tavily search kept answer, paid for by this run http://x/search "heat pump"',
    '[0:00]     call 8 tavily search kept answer, from the cache',
    '[0:00]   heat pump: research took 0.2s (kept, of an equal keyword)',
    '[0:00]   heat pump: write took 0.2s',
  ]);
});

test('lines: a storm of retries is one line in ten seconds for each provider', async () => {
  const { reporter, terminal } = start('lines');
  for (let call = 0; call < 500; call += 1) {
    reporter.onEvent(
      stamp(call * 21, {
        type: 'call-retry',
        call,
        provider: 'openai',
        operation: 'complete',
        attempt: 1,
        delayMs: 1000,
        error: { code: 'RATE_LIMITED', message: 'Slow down.', suggestions: [] },
      }),
    );
  }
  await reporter.close();
  expect(terminal.writes.filter((line) => line !== '')).toEqual([
    '[0:00] ↻ openai complete: Slow down. Attempt 2 in 1.0s\n',
    '[0:10] ↻ openai complete: Slow down. Attempt 2 in 1.0s, after 476 more waits\n',
  ]);
});

test('lines: of many keywords only the ends are told', async () => {
  const { reporter, terminal } = start('lines');
  reporter.onEvent(stamp(0, { type: 'run-start', command: 'batch', total: 10_000, lanes: 16 }));
  reporter.onEvent(stamp(1, { type: 'item-start', ...item(0, 'heat pump') }));
  await reporter.close();
  expect(terminal.text()).toBe('[0:00] batch: 10,000 keywords, 16 at a time\n');
});

test('ndjson: exactly the events, one a line, and nothing that a terminal acts on', async () => {
  const { reporter, terminal } = start('ndjson', { quiet: true });
  reporter.note('A note.');
  const hostile = '\u001b[2J\u009b31m\u202e\u2028##[error]\u007f"\n';
  const events = [...EVENTS, stamp(70_000, { type: 'item-start', ...item(9, hostile) })];
  for (const event of events) reporter.onEvent(event);
  await reporter.close();
  const lines = terminal.text().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(events);
  expect(terminal.text().replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u202e]|##\[/u);
});

test('silent: nothing at all', async () => {
  expect(await outputOf('silent')).toBe('');
});

test.each([
  [{ isTTY: false }],
  [{ isTTY: true, env: { CI: 'true' } }],
  [{ isTTY: true, env: { TERM: 'dumb' } }],
  [{ isTTY: true, debug: true }],
])('default falls back to lines with %o', async (change) => {
  const output = await outputOf('default', change);
  expect(output).toContain('[0:00] batch: 3 keywords, 2 at a time\n');
  expect(output).not.toContain('\u001b');
});

test.each(REPORTER_NAMES.filter((name) => name !== 'silent'))(
  '%s survives a stream that breaks',
  async (name) => {
    const { reporter, terminal } = start(name, { isTTY: true });
    reporter.onEvent(stamp(0, { type: 'run-start', command: 'batch', total: 3, lanes: 2 }));
    terminal.stream.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    reporter.note('A note.');
    for (const event of EVENTS) reporter.onEvent(event);
    await expect(reporter.close()).resolves.toBeUndefined();
  },
);
