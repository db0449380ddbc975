import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLiveDisplay } from '../../../../src/cli/progress/live-display.ts';
import type { Reporter } from '../../../../src/cli/reporters/reporter.ts';
import { NO_USAGE } from '../../../../src/core/usage.ts';
import {
  createFakeTerminal,
  emulateScreen,
  type FakeTerminal,
} from '../../../support/fake-terminal.ts';
import { NOTHING_FOUND, stamp } from '../../../support/run-events.ts';

const HIDE_CURSOR = '\u001b[?25l';
let time = 0;

beforeEach(() => {
  time = 0;
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Starts a run and waits until the display has taken over the terminal. */
async function start(terminal: FakeTerminal = createFakeTerminal()): Promise<Reporter> {
  const reporter = createLiveDisplay({
    stderr: terminal.stream,
    isTTY: true,
    columns: undefined,
    color: false,
    now: () => time,
    quiet: false,
    debug: false,
    env: {},
  });
  reporter.note('The extractive writer is used.');
  reporter.onEvent(stamp(0, { type: 'run-start', command: 'batch', total: 3, lanes: 2 }));
  await vi.waitFor(() => expect(terminal.text()).toContain(HIDE_CURSOR));
  return reporter;
}

function startItem(reporter: Reporter, item: number, keyword: string): void {
  const base = { item, keyword };
  reporter.onEvent(stamp(time, { type: 'item-start', ...base, lane: item % 2 }));
  reporter.onEvent(stamp(time, { type: 'step-start', ...base, step: 'write' }));
}

function fail(reporter: Reporter, item: number, keyword: string): void {
  const end = { item, keyword, lane: item % 2, milliseconds: 1, usage: NO_USAGE };
  reporter.onEvent(
    stamp(time, { type: 'item-error', ...end, status: 'failed', error: NOTHING_FOUND }),
  );
}

function tick(milliseconds: number): void {
  time += milliseconds;
  vi.advanceTimersByTime(milliseconds);
}

test('shows lanes and the run, keeps failures above them and leaves a clean screen', async () => {
  const terminal = createFakeTerminal();
  const reporter = await start(terminal);
  startItem(reporter, 0, 'heat pump');
  startItem(reporter, 1, '電動自転車');
  fail(reporter, 0, 'heat pump');
  tick(2000);
  const shown = emulateScreen(terminal.text());
  expect(shown.rows).toEqual([
    'The extractive writer is used.',
    '✖ heat pump: Research found nothing. (NO_SOURCES)',
    '· idle',
    '▸ write                 2s  電動自転車',
    '██████░░░░░░░░░░░░░░ 1/3 done · 1 failed · 2s · 4s left',
  ]);
  expect(shown.cursorVisible).toBe(false);
  fail(reporter, 1, '電動自転車');
  await reporter.close();
  expect(emulateScreen(terminal.text())).toEqual({
    rows: [
      'The extractive writer is used.',
      '✖ heat pump: Research found nothing. (NO_SOURCES)',
      '✖ 電動自転車: Research found nothing. (NO_SOURCES)',
    ],
    cursorVisible: true,
  });
});

test('draws at most ten times a second, however many events there are', async () => {
  const terminal = createFakeTerminal();
  const reporter = await start(terminal);
  const before = terminal.writes.length;
  for (let event = 0; event < 1000; event += 1) {
    startItem(reporter, event % 3, `keyword ${event}`);
    tick(1);
  }
  expect(terminal.writes.length - before).toBeLessThanOrEqual(10);
  await reporter.close();
});

test('what others write to the stream meanwhile is kept above the rows', async () => {
  const terminal = createFakeTerminal();
  const reporter = await start(terminal);
  terminal.stream.write('(node) Warning: something\u001b[2J\n');
  reporter.note('Interrupted: waiting for 2 calls.');
  tick(100);
  expect(emulateScreen(terminal.text()).rows.slice(0, 4)).toEqual([
    'The extractive writer is used.',
    'Interrupted: waiting for 2 calls.',
    '(node) Warning: something',
    '· idle',
  ]);
  await reporter.close();
});

test('lanes that a run adds later are counted, and the row of the run stays', async () => {
  const terminal = createFakeTerminal();
  const reporter = await start(terminal);
  for (let lane = 0; lane < 5; lane += 1) {
    const base = { item: lane, keyword: `keyword ${lane}` };
    reporter.onEvent(stamp(time, { type: 'item-start', ...base, lane }));
  }
  tick(100);
  const { rows } = emulateScreen(terminal.text());
  expect(rows.slice(-2)).toEqual([
    '  … and 4 more lanes, 4 working',
    '░░░░░░░░░░░░░░░░░░░░ 0/3 done · 0 failed · 0s',
  ]);
  await reporter.close();
});

test('follows the width of the terminal', async () => {
  const terminal = createFakeTerminal(80, 24);
  const reporter = await start(terminal);
  startItem(reporter, 0, 'a keyword that is far too long for a narrow terminal');
  terminal.resize(30, 24);
  tick(100);
  expect(emulateScreen(terminal.text()).rows).toContain('▸ write           a keyword …');
  await reporter.close();
});

test('a note that is wider than the terminal is broken between words', async () => {
  const terminal = createFakeTerminal(32, 24);
  const reporter = await start(terminal);
  reporter.note('A provider asks for a pause, and all wait for it.');
  tick(100);
  expect(emulateScreen(terminal.text()).rows.slice(1, 3)).toEqual([
    'A provider asks for a pause,',
    '  and all wait for it.',
  ]);
  await reporter.close();
});

test('gives the stream, the signals and the exit hook back', async () => {
  const terminal = createFakeTerminal();
  const listeners = (): number[] =>
    ['exit', 'SIGINT', 'SIGTSTP'].map((name) => process.listenerCount(name));
  const before = listeners();
  const reporter = await start(terminal);
  await reporter.close();
  expect(listeners()).toEqual(before);
  terminal.stream.write('after');
  expect(terminal.writes.at(-1)).toBe('after');
});

test('a run that ends before the display is there still says its failures', async () => {
  const terminal = createFakeTerminal();
  const reporter = createLiveDisplay({
    stderr: terminal.stream,
    isTTY: true,
    columns: undefined,
    color: false,
    now: () => time,
    quiet: false,
    debug: false,
    env: {},
  });
  reporter.onEvent(stamp(0, { type: 'run-start', command: 'batch', total: 1, lanes: 1 }));
  fail(reporter, 0, 'heat pump');
  await reporter.close();
  expect(emulateScreen(terminal.text())).toEqual({
    rows: ['✖ heat pump: Research found nothing. (NO_SOURCES)'],
    cursorVisible: true,
  });
});
