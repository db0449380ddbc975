import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/core/summary.ts';
import { NO_USAGE } from '../../src/core/usage.ts';
import { DEFAULT_SETTINGS } from '../../src/config/settings.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { parseXml } from '../support/parse-xml.ts';
import { runSource } from '../support/run-source.ts';
import { NOTHING_FOUND, outcome, SOME_USAGE } from '../support/run-events.ts';
import { storedCall, storedItem, storedStep } from '../support/stored-run.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const program = (...args: string[]) => runSource(args, { cwd: folder });

const FINISHED = '20260301-080000-aaaa';
const DIED = '20260302-080000-bbbb';

/** A run that ended with a failure, and a later one whose process died under its first keyword. */
async function keepRuns(): Promise<void> {
  const ledger = await openLedger(join(folder, '.seo-content', 'ledger.db'), { create: true });
  const settings = { ...DEFAULT_SETTINGS, outputDir: './content' };
  const about = { command: 'batch', dryRun: false, settings };
  const items = [0, 1, 2].map((index) => storedItem(index).item);

  const first = await ledger.createRun(
    { ...about, run: FINISHED, createdAt: '2026-03-01T08:00:00.000Z' },
    items.slice(0, 2),
  );
  ledger.startItem(FINISHED, 0);
  await ledger.saveCall({
    ...storedCall({ usage: SOME_USAGE }),
    run: FINISHED,
    item: 0,
    step: 'research',
    answer: { results: ['tea'] },
  });
  ledger.saveStep({
    ...storedStep(0, { usage: SOME_USAGE }),
    run: FINISHED,
    input: 'i0',
    output: { sources: 1 },
  });
  const done = { usage: SOME_USAGE, title: '=Tea', words: 900, files: ['content/keyword-0.md'] };
  ledger.endItem(FINISHED, outcome({ ...items[0], ...done }));
  ledger.startItem(FINISHED, 1);
  ledger.endItem(FINISHED, outcome({ ...items[1], status: 'failed', error: NOTHING_FOUND }));
  await ledger.endRun(FINISHED, {
    state: 'finished',
    exitCode: 1,
    milliseconds: 60_000,
  });
  first.release();

  const second = await ledger.createRun(
    { ...about, run: DIED, createdAt: '2026-03-02T08:00:00.000Z' },
    items,
  );
  ledger.startItem(DIED, 0);
  await ledger.saveCall({
    ...storedCall({ key: 'k2' }),
    run: DIED,
    item: 0,
    answer: { results: [] },
  });
  second.release();
  await ledger.close();
}

describe('where no run has been recorded', () => {
  it.each([
    [['runs', 'list'], /^No run yet/],
    [['runs', 'list', '--json'], /^\[\]$/],
    [['cache', 'stats'], /^Nothing is kept/],
    [['cache', 'search', 'tea'], /^Nothing is kept/],
    [['cache', 'clear'], /^Nothing to forget/],
  ])('%j says so and is no failure', async (args, text) => {
    const { stdout, stderr, exitCode } = await program(...args);
    expect(stdout).toMatch(text);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([[['runs', 'show']], [['runs', 'export', '--format', 'csv']]])(
    '%j has nothing to work on',
    async (args) => {
      const { stdout, stderr, exitCode } = await program(...args);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain('No run has been recorded here yet');
    },
  );
});

describe('a run that cannot begin', () => {
  it('is on record with what was wrong', async () => {
    const { exitCode, stderr } = await program('batch', 'tea', '--library', './nowhere');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('INPUT_INVALID');
    const [run] = JSON.parse((await program('runs', 'list', '--json')).stdout);
    expect(run).toMatchObject({ state: 'stopped', exitCode: 2, counts: { notStarted: 1 } });
    expect(run.stopError).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('is not recorded when the date of files is none', async () => {
    const environment = { SOURCE_DATE_EPOCH: 'soon' };
    const { exitCode, stderr } = await runSource(['batch', 'tea'], { cwd: folder, environment });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('SOURCE_DATE_EPOCH');
    expect(await readdir(folder)).not.toContain('.seo-content');
  });
});

describe('runs', () => {
  beforeEach(keepRuns);

  it('retry with nothing to do says so, and still tells and writes what the run came to', async () => {
    const report = join(folder, 'all.jsonl');
    const { stdout, stderr, exitCode } = await program(
      'runs',
      'retry',
      DIED,
      '--json',
      '--report',
      report,
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain('there is nothing to retry');
    expect(JSON.parse(stdout)).toMatchObject({ run: DIED, totals: { total: 3, failed: 0 } });
    expect((await readFile(report, 'utf8')).trim().split('\n')).toHaveLength(3);
  });

  it('list has the newest first, and tells which died', async () => {
    const { stdout } = await program('runs', 'list');
    const lines = stdout.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^20260302-080000-bbbb\s+batch\s+2026-03-02 \d\d:\d\d\s+died\s+0\/3/);
    expect(lines[2]).toMatch(/^20260301-080000-aaaa .*finished\s+1\/2\s+1\s+\$0\.25$/);
    const { stdout: json } = await program('runs', 'list', '--json', '--limit', '1');
    const runs = JSON.parse(json);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ run: DIED, state: 'died', counts: { running: 1 } });
    expect(runs[0]).not.toHaveProperty('settings');
  });

  it('show takes the newest, or one by the beginning of its name', async () => {
    const { stdout: newest } = await program('runs', 'show');
    expect(newest).toContain(`Run ${DIED} · batch · died`);
    expect(newest).toContain(`seo-content batch --resume ${DIED}`);
    const { stdout: named } = await program('runs', 'show', '20260301');
    expect(named).toContain('✔ keyword 0 → content/keyword-0.md (900 words, 3 calls, $0.25)');
    expect(named).toContain('Research found nothing. (NO_SOURCES)');
    expect(named).toContain(`seo-content runs retry ${FINISHED}`);
    const report = JSON.parse((await program('runs', 'show', '20260301', '--json')).stdout);
    expect(report.items[0]).toMatchObject({ status: 'succeeded', attempts: 1 });
    expect(report.items[0].steps).toMatchObject([{ step: 'research', ok: true, isReused: false }]);
    expect(report.providers).toMatchObject([{ provider: 'tavily', calls: 1 }]);
  });

  it('an unknown name exits with 2 and names what there is', async () => {
    for (const name of ['2025', '2026', '../ledger']) {
      const { exitCode, stderr, stdout } = await program('runs', 'show', name);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain('RUN_UNKNOWN');
      expect(stderr).toContain(FINISHED);
    }
  });

  it('export writes each format to stdout', async () => {
    const of = async (format: string) =>
      (await program('runs', 'export', FINISHED, '--format', format)).stdout;
    const summary: RunSummary = JSON.parse(await of('json'));
    expect(summary).toMatchObject({
      run: FINISHED,
      outputDirectory: join(folder, 'content'),
      totals: { total: 2, succeeded: 1, failed: 1, usage: SOME_USAGE, saved: NO_USAGE },
      exitCode: 1,
    });
    expect((await of('jsonl')).split('\n').map((line) => JSON.parse(line).keyword)).toEqual([
      'keyword 0',
      'keyword 1',
    ]);
    const rows: Record<string, string>[] = parse(await of('csv'), { columns: true });
    expect(rows.map((row) => row['title'])).toEqual(["'=Tea", '']);
    expect(parseXml(await of('junit')).attributes).toMatchObject({ tests: '2', failures: '1' });
    expect(await of('md')).toContain('### Failed (1)');
    expect(await of('html')).toContain('<!DOCTYPE html>');
  });

  it('export writes a file by its ending, and refuses what it does not know', async () => {
    const { stdout, stderr } = await program('runs', 'export', '-o', 'out/died.junit.xml');
    expect([stdout, stderr]).toEqual(['', 'Wrote out/died.junit.xml']);
    const xml = parseXml(await readFile(join(folder, 'out', 'died.junit.xml'), 'utf8'));
    expect(xml.attributes).toMatchObject({ tests: '3', failures: '0', skipped: '3' });
    const unknown = await program('runs', 'export', '-o', 'died.doc');
    expect(unknown.exitCode).toBe(2);
    expect(unknown.stderr).toContain('.junit.xml');
    const unwritable = await program('runs', 'export', '-o', '.seo-content/ledger.db/a.csv');
    expect(unwritable.exitCode).toBe(2);
    expect(unwritable.stderr).toContain('OUTPUT_UNWRITABLE');
  });

  it('a summary that was told is the one that is exported', async () => {
    const { stdout } = await program(
      'batch',
      'heat pump noise',
      'quantum blockchain llama',
      '--continue-on-error',
      '--json',
      '--reporter',
      'silent',
    );
    const { stdout: exported } = await program('runs', 'export', '--format', 'json');
    expect(JSON.parse(exported)).toEqual(JSON.parse(stdout));
  });
});

describe('cache', () => {
  beforeEach(keepRuns);

  it('stats and search tell what is kept', async () => {
    const stats = JSON.parse((await program('cache', 'stats', '--json')).stdout);
    expect(stats.groups).toMatchObject([
      { kind: 'answer', source: 'tavily search', entries: 2 },
      { kind: 'output', source: 'research', entries: 1 },
    ]);
    expect((await program('cache', 'stats')).stdout).toMatch(/^answers of tavily search +2 /m);
    const found = JSON.parse((await program('cache', 'search', 'HEAT', '--json')).stdout);
    expect(found.map(({ run }: { run: string }) => run).toSorted()).toEqual([FINISHED, DIED]);
    expect((await program('cache', 'search', 'heat%')).stdout).toMatch(/^Nothing is kept/);
  });

  it('clear counts first, then forgets, and leaves what an unfinished run needs', async () => {
    const count = async () => {
      const { groups } = JSON.parse((await program('cache', 'stats', '--json')).stdout);
      return groups.reduce((sum: number, group: { entries: number }) => sum + group.entries, 0);
    };
    const planned = JSON.parse((await program('cache', 'clear', '--dry-run', '--json')).stdout);
    expect(planned).toMatchObject({ entries: 2, needed: 1, dryRun: true });
    expect(await count()).toBe(3);
    expect((await program('cache', 'clear')).stdout).toMatch(/^Forgot 2 answers and outputs, /);
    expect(await count()).toBe(1);
    expect((await program('cache', 'clear', '--older-than', '0d', '--all')).stdout).toMatch(
      /^Forgot 1 answer or output/,
    );
    expect(await count()).toBe(0);
    expect((await program('runs', 'list')).stdout).toContain('$0.25');
  });

  it('clear refuses filters that say nothing', async () => {
    for (const args of [
      ['--older-than', 'soon'],
      ['--keyword', ''],
      ['--older-than', '-1d'],
    ]) {
      const { exitCode, stderr } = await program('cache', 'clear', ...args);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('Usage: seo-content cache clear');
    }
    expect((await program('cache', 'search', 'heat')).stdout.split('\n')).toHaveLength(3);
  });
});
