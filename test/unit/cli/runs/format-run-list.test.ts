import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { formatRunList } from '../../../../src/cli/runs/format-run-list.ts';
import { runEntry } from '../../../../src/cli/runs/run-entry.ts';
import { NO_USAGE } from '../../../../src/core/usage.ts';
import type { StoredRun } from '../../../../src/ledger/records.ts';
import { SOME_USAGE } from '../../../support/run-events.ts';
import { storedRun } from '../../../support/stored-run.ts';

const NOW = new Date('2026-03-02T08:03:30.000Z');

const RUNS: StoredRun[] = [
  storedRun({ run: 'r5', state: 'running', ownerPid: 4711, total: 500, counts: { succeeded: 12 } }),
  storedRun({ run: 'r4', state: 'running', createdAt: '2026-03-02T05:00:00.000Z' }),
  storedRun({
    run: 'r3',
    state: 'stopped',
    stoppedBy: 'budget',
    total: 1500,
    counts: { succeeded: 1200, failed: 3 },
    usage: SOME_USAGE,
    saved: { ...NO_USAGE, calls: 9, costUsd: 0.072 },
  }),
  storedRun({ run: 'r2', command: 'research', dryRun: true }),
  storedRun({ run: 'r1', dryRun: true }),
];

test('a line a run in the given order, how it stands and what it has cost', () => {
  expect(formatRunList(RUNS.map(runEntry), { now: NOW }).split('\n')).toEqual([
    'Run  Command      When       State                      Done  Failed   Cost  Saved',
    'r5   batch        3 min ago  running (pid 4711)       12/500          $0.00',
    'r4   batch        3 h ago    died                        1/1          $0.00',
    'r3   batch        3 min ago  stopped: budget     1,200/1,500       3  $0.25  $0.07',
    'r2   research     3 min ago  finished                    1/1          $0.00',
    'r1   batch (dry)  3 min ago  finished                    1/1          $0.00',
  ]);
});

test('a narrow terminal gets lines of its own for each run, none wider than it', () => {
  const lines = formatRunList(RUNS.map(runEntry), { now: NOW, columns: 60 }).split('\n');
  expect(lines.slice(4, 7)).toEqual([
    'r3  batch, 3 min ago',
    '  stopped: budget · 1,200/1,500 done · 3 failed · cost $0.25',
    '  · saved $0.07',
  ]);
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(60);
});

test('names from outside are clipped and tame', () => {
  const run = storedRun({ run: `r\u001b[31m\n${'x'.repeat(500)}`, command: '電動\u202E自転車' });
  const text = formatRunList([runEntry(run)], { now: NOW, columns: 80 });
  expect(text).not.toMatch(/[\u001b\u202e]/);
  const widths = text.split('\n').map((line) => stringWidth(line));
  expect(widths.length).toBeGreaterThan(1);
  expect(Math.max(...widths)).toBeLessThanOrEqual(80);
});
