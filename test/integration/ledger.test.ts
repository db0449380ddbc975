import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addUsage, NO_USAGE } from '../../src/core/usage.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import {
  AT,
  callOf,
  itemsOf,
  outcomeOf,
  runOf,
  stepOf,
  usageOf,
} from '../unit/ledger/sample-records.ts';

const LATER = '2026-11-02T10:00:00.000Z';
const NOW = '2026-11-03T10:00:00.000Z';

let folder: string;
let path: string;
let ledger: Ledger;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  path = join(folder, '.seo-content', 'ledger.db');
  ledger = await openLedger(path, { create: true, now: () => new Date(NOW) });
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everything that follows has to come from the disk. */
async function reopen(): Promise<void> {
  await ledger.close();
  ledger = await openLedger(path, { create: false, now: () => new Date(NOW) });
}

async function begin(run: string, items = 3, createdAt = AT): Promise<void> {
  const claim = await ledger.createRun(runOf(run, createdAt), itemsOf(items));
  claim.release();
}

describe('runs', () => {
  it('keeps what a run is made of, and its end', async () => {
    const claim = await ledger.createRun(runOf('run-1'), itemsOf(3));
    expect(await ledger.findRun('run-1')).toEqual({
      ...runOf('run-1'),
      state: 'running',
      updatedAt: AT,
      sessions: 1,
      milliseconds: 0,
      changes: [],
      total: 3,
      counts: { succeeded: 0, failed: 0, cancelled: 0, notStarted: 3, running: 0 },
      usage: NO_USAGE,
      saved: NO_USAGE,
      ownerPid: process.pid,
    });
    const stopError = {
      code: 'QUOTA_EXHAUSTED' as const,
      message: 'No credits.',
      suggestions: ['Buy.'],
    };
    await ledger.endRun('run-1', {
      state: 'stopped',
      stoppedBy: 'credentials-or-quota',
      stopError,
      exitCode: 3,
      milliseconds: 1500,
    });
    claim.release();
    await reopen();
    expect(await ledger.findRun('run-1')).toMatchObject({
      state: 'stopped',
      updatedAt: NOW,
      stoppedBy: 'credentials-or-quota',
      stopError,
      exitCode: 3,
      milliseconds: 1500,
    });
  });

  it('records what a further session changes, and forgets how the last one ended', async () => {
    await begin('run-1');
    const end = {
      state: 'stopped',
      stoppedBy: 'budget',
      exitCode: 3,
      milliseconds: 5,
    } as const;
    await ledger.endRun('run-1', end);
    const claim = await ledger.claimRun('run-1');
    const change = { at: LATER, flags: { maxCost: 5 } };
    await ledger.resumeRun('run-1', { settings: { parallel: 9 }, change });
    await ledger.resumeRun('run-1', { settings: { parallel: 8 } });
    await reopen();
    const run = await ledger.findRun('run-1');
    expect(run).toMatchObject({ state: 'running', sessions: 3, settings: { parallel: 8 } });
    expect(run).toMatchObject({ changes: [change], milliseconds: 5, ownerPid: process.pid });
    expect(Object.keys(run)).not.toEqual(expect.arrayContaining(['stoppedBy']));
    claim.release();
    expect((await ledger.findRun('run-1')).ownerPid).toBeUndefined();
  });

  it('sums up calls and items of a run as they come', async () => {
    await begin('run-1', 4);
    for (const item of [0, 1, 2]) ledger.startItem('run-1', item);
    await ledger.saveCall(callOf('run-1', 0));
    await ledger.saveCall(callOf('run-1', 1, { ok: false, usage: usageOf(0.5) }));
    const { item: _item, step: _step, ...ofTheRun } = callOf('run-1', 0, { usage: usageOf(1) });
    await ledger.saveCall(ofTheRun);
    ledger.endItem('run-1', outcomeOf(0, { status: 'failed', saved: usageOf(2) }));
    ledger.endItem('run-1', outcomeOf(1, { status: 'cancelled' }));
    ledger.startItem('run-1', 0);
    ledger.endItem('run-1', outcomeOf(0, { saved: usageOf(8) }));
    const [run] = await ledger.listRuns();
    expect(run?.counts).toEqual({
      succeeded: 1,
      failed: 0,
      cancelled: 1,
      notStarted: 1,
      running: 1,
    });
    expect(run?.usage).toEqual([0.25, 0.5, 1].map(usageOf).reduce(addUsage));
    expect(run?.saved).toEqual(usageOf(8));
    expect(await ledger.paidUsage('run-1')).toEqual(
      new Map([
        [0, usageOf(0.25)],
        [1, usageOf(0.5)],
      ]),
    );
  });

  it('lists the newest first', async () => {
    await begin('b', 1, LATER);
    await begin('a', 1, AT);
    await begin('c', 1, LATER);
    expect((await ledger.listRuns()).map(({ run }) => run)).toEqual(['c', 'b', 'a']);
    expect((await ledger.listRuns({ limit: 1 })).map(({ run }) => run)).toEqual(['c']);
  });

  it('finds a run by the beginning of its name', async () => {
    await begin('2026-11-01-amber', 1, AT);
    await begin('2026-11-02-birch', 1, LATER);
    await begin('2026-11-02-birch.2', 1, LATER);
    expect((await ledger.findRun('2026-11-01')).run).toBe('2026-11-01-amber');
    expect((await ledger.findRun('2026-11-02-birch')).run).toBe('2026-11-02-birch');
    await expect(ledger.findRun('2026-11-02')).rejects.toMatchObject({
      code: 'RUN_UNKNOWN',
      suggestions: ['Give more of the name: 2026-11-02-birch.2, 2026-11-02-birch'],
    });
    await expect(ledger.findRun('2026-11-01-ambre')).rejects.toMatchObject({
      code: 'RUN_UNKNOWN',
      suggestions: [
        'The nearest: 2026-11-01-amber, 2026-11-02-birch.2, 2026-11-02-birch',
        'See all: seo-content runs list',
      ],
    });
  });

  it.each(['../../ledger', '..\\x', '', '%', '_', 'a/b', '\u001b[31m', 'x'.repeat(5000)])(
    'knows no run of a name that is none: %j',
    async (name) => {
      await begin('only');
      for (const attempt of [ledger.findRun(name), ledger.claimRun(name)]) {
        await expect(attempt).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
      }
      const error = await ledger.findRun(name).catch((caught: Error) => caught);
      expect((error as Error).message.length).toBeLessThan(150);
      expect((error as Error).message).not.toContain('\u001b');
    },
  );

  it('says that there are none yet', async () => {
    await expect(ledger.findRun('x')).rejects.toMatchObject({
      code: 'RUN_UNKNOWN',
      message: 'No run has been recorded here yet.',
    });
  });

  it('refuses a name that is taken, and goes on', async () => {
    await begin('run-1');
    await expect(begin('run-1')).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' });
    await begin('run-2');
    expect(await ledger.listRuns()).toHaveLength(2);
  });
});

describe('items, steps and calls', () => {
  it('keeps items in input order with their outcomes', async () => {
    await begin('run-1', 12);
    const error = { code: 'TIMEOUT' as const, message: 'Slow \ud800.', suggestions: [] };
    const failed = outcomeOf(11, { status: 'failed', error, title: 'T', words: 5 });
    ledger.startItem('run-1', 11);
    ledger.startItem('run-1', 11);
    ledger.endItem('run-1', failed);
    ledger.startItem('run-1', 2);
    await reopen();
    const items = await ledger.readItems('run-1');
    expect(items.map(({ item }) => item)).toEqual(itemsOf(12));
    expect(items[11]).toEqual({
      item: itemsOf(12)[11],
      status: 'failed',
      attempts: 2,
      outcome: failed,
    });
    expect(items[2]).toEqual({ item: itemsOf(12)[2], status: 'running', attempts: 1 });
    expect(items[3]).toEqual({ item: itemsOf(12)[3], status: 'not-started', attempts: 0 });
    expect(await ledger.readItems('none')).toEqual([]);
  });

  it('keeps the last end of a step, and the output of the last good one', async () => {
    await begin('run-1');
    ledger.saveStep(stepOf('run-1', 1));
    ledger.saveStep(stepOf('run-1', 0, { output: 'first' }));
    ledger.saveStep(stepOf('run-1', 0, { output: 'second', usage: usageOf(3), saved: usageOf(4) }));
    const error = { code: 'NO_SOURCES' as const, message: 'None.', suggestions: [] };
    const { output: _output, ...bad } = stepOf('run-1', 0, { ok: false, error, milliseconds: 7 });
    ledger.saveStep(bad);
    const {
      input: _input,
      family: _family,
      subject: _subject,
      ...plain
    } = stepOf('run-1', 0, {
      step: 'render',
    });
    ledger.saveStep(plain);
    await reopen();
    const { output: _kept, ...first } = stepOf('run-1', 1);
    const { output: _unkept, ...rendered } = plain;
    expect(await ledger.readSteps('run-1')).toEqual([
      { ...bad, attempts: 3 },
      { ...rendered, attempts: 1 },
      { ...first, attempts: 1 },
    ]);
    const scope = { run: 'run-1', item: 0, step: 'research' } as const;
    expect(await ledger.findOutput('input 0', scope)).toEqual({
      output: 'second',
      usage: usageOf(3),
      saved: usageOf(4),
      isOwn: true,
      madeAt: AT,
    });
  });

  it('keeps calls in the order in which they ended', async () => {
    await begin('run-1');
    const error = { code: 'RATE_LIMITED' as const, message: 'Slow down.', suggestions: ['Wait.'] };
    const { answer: _none, ...failed } = callOf('run-1', 2, { ok: false, error, status: 429 });
    const { answer, ...answered } = callOf('run-1', 0, { model: 'gpt', operation: 'complete' });
    await Promise.all([ledger.saveCall(failed), ledger.saveCall({ ...answered, answer })]);
    const { item: _item, step: _step, status: _status, ...bare } = failed;
    await ledger.saveCall(bare);
    await reopen();
    expect(await ledger.readCalls('run-1')).toEqual([
      { ...failed, isKept: false },
      { ...answered, isKept: true },
      { ...bare, isKept: false },
    ]);
  });

  it('keeps limits by provider, the last ones', async () => {
    ledger.saveLimits({ provider: 'openai', requestsPerMinute: 500, learnedAt: AT });
    ledger.saveLimits({ provider: 'openai', tokensPerMinute: 1e6, learnedAt: LATER });
    await reopen();
    expect(await ledger.readLimits()).toEqual([
      { provider: 'openai', tokensPerMinute: 1e6, learnedAt: LATER },
    ]);
  });
});

describe('what may be used again', () => {
  beforeEach(async () => {
    await begin('old');
    await begin('run-1');
    await begin('run-2');
  });

  const answerOf = async (scope: Parameters<Ledger['findAnswer']>[1]) => {
    const found = await ledger.findAnswer('key', scope);
    return found && [found.answer, found.isOwn];
  };

  it('prefers an answer of the item, then of the run, then the newest of any run', async () => {
    const save = (run: string, item: number, answer: string, startedAt: string) =>
      ledger.saveCall(callOf(run, item, { key: 'key', answer, startedAt }));
    expect(await answerOf({ run: 'run-1', item: 0 })).toBeUndefined();
    await save('old', 0, 'oldest', AT);
    await save('run-2', 0, 'newest', NOW);
    await save('old', 0, 'older', LATER);
    expect(await answerOf({ run: 'run-1', item: 0 })).toEqual(['newest', false]);
    expect(await answerOf({ run: 'run-1', item: 0, ownOnly: true })).toBeUndefined();
    await save('run-1', 1, 'neighbour', AT);
    expect(await answerOf({ run: 'run-1', item: 0, ownOnly: true })).toEqual(['neighbour', false]);
    await save('run-1', 0, 'own', AT);
    expect(await answerOf({ run: 'run-1', item: 0 })).toEqual(['own', true]);
  });

  it('finds answers of other runs only as long as they are not too old, and its own always', async () => {
    await ledger.saveCall(callOf('old', 0, { key: 'key', answer: 'other', startedAt: LATER }));
    expect(await answerOf({ run: 'run-1', notBefore: NOW })).toBeUndefined();
    expect(await answerOf({ run: 'run-1', notBefore: LATER })).toEqual(['other', false]);
    expect(await answerOf({ run: 'old', notBefore: NOW })).toEqual(['other', false]);
    expect(await answerOf({ run: 'old', item: 0, notBefore: NOW })).toEqual(['other', true]);
  });

  it('takes a call of the run itself for its own where no item is asked for', async () => {
    const { item: _item, ...call } = callOf('run-1', 0, { key: 'key', answer: 'run' });
    await ledger.saveCall(call);
    expect(await answerOf({ run: 'run-1' })).toEqual(['run', true]);
    expect(await answerOf({ run: 'run-1', item: 0 })).toEqual(['run', false]);
  });

  it('never uses a rejected answer again, and still counts it', async () => {
    const write = { key: 'key', step: 'write' } as const;
    await ledger.saveCall(callOf('run-1', 0, { ...write, answer: 'bad' }));
    await ledger.saveCall(callOf('run-1', 0, { key: 'key', answer: 'found' }));
    await ledger.saveCall(callOf('run-1', 1, { ...write, answer: 'other item' }));
    ledger.rejectAnswers('run-1', 0, 'write');
    expect(await answerOf({ run: 'run-1', item: 0 })).toEqual(['found', true]);
    expect((await ledger.readCalls('run-1')).map(({ isKept }) => isKept)).toEqual([
      false,
      true,
      true,
    ]);
    expect((await ledger.paidUsage('run-1')).get(0)).toEqual(
      addUsage(usageOf(0.25), usageOf(0.25)),
    );
  });

  it('rejects only what was asked about one thing where that is named, at first or once more', async () => {
    const asked = ['sections.1', 'sections.1 again', 'sections.10', 'faq.0 sections.1', 'closing'];
    for (const about of asked) {
      const detail = `https://example.com/v1/chat/completions model-1 ${about}`;
      const model = 'model-1';
      const call = { key: about, step: 'write', model, detail, answer: about } as const;
      await ledger.saveCall(callOf('run-1', 0, call));
    }
    ledger.rejectAnswers('run-1', 0, 'write', 'sections.1');
    const calls = await ledger.readCalls('run-1');
    expect(calls.flatMap(({ isKept }, index) => (isKept ? [asked[index]] : []))).toEqual([
      'sections.10',
      'faq.0 sections.1',
      'closing',
    ]);
  });

  it('never finds failed calls and answers that were not kept', async () => {
    await ledger.saveCall(callOf('run-1', 0, { key: 'key', ok: false }));
    const { answer: _answer, ...unkept } = callOf('run-1', 0, { key: 'key' });
    await ledger.saveCall(unkept);
    expect(await answerOf({ run: 'run-1', item: 0 })).toBeUndefined();
  });

  it('finds outputs alike, by step, with all that they would cost', async () => {
    const save = (run: string, item: number, output: string, madeAt: string) =>
      ledger.saveStep(
        stepOf(run, item, { input: 'same', output, madeAt, usage: usageOf(1), saved: usageOf(2) }),
      );
    const find = async (scope: Omit<Parameters<Ledger['findOutput']>[1], 'step'>) => {
      const found = await ledger.findOutput('same', { ...scope, step: 'research' });
      return found && [found.output, found.isOwn, found.usage.costUsd, found.saved.costUsd];
    };
    save('old', 0, 'old', AT);
    save('run-2', 0, 'new', LATER);
    expect(await find({ run: 'run-1', item: 0 })).toEqual(['new', false, 3, 2]);
    expect(await find({ run: 'run-1', item: 0, notBefore: NOW })).toBeUndefined();
    expect(await find({ run: 'run-1', item: 0, ownOnly: true })).toBeUndefined();
    save('run-1', 1, 'neighbour', AT);
    expect(await find({ run: 'run-1', item: 0, notBefore: NOW })).toEqual([
      'neighbour',
      false,
      3,
      2,
    ]);
    expect(await find({ run: 'run-1', item: 1, notBefore: NOW })).toEqual([
      'neighbour',
      true,
      1,
      2,
    ]);
    expect(await ledger.findOutput('same', { run: 'run-1', step: 'write' })).toBeUndefined();
  });

  it('lists the subjects of a family that may be used', async () => {
    ledger.saveStep(stepOf('old', 0, { input: 'a', subject: 'first' }));
    ledger.saveStep(stepOf('run-2', 0, { input: 'b', subject: 'second', madeAt: LATER }));
    ledger.saveStep(stepOf('run-2', 1, { input: 'b', subject: 'second', madeAt: LATER }));
    ledger.saveStep(stepOf('run-2', 2, { family: 'other' }));
    const first = { subject: 'first', input: 'a' };
    const second = { subject: 'second', input: 'b' };
    expect(await ledger.findSubjects('family', { run: 'run-1' })).toEqual([second, first]);
    expect(await ledger.findSubjects('family', { run: 'run-1', notBefore: LATER })).toEqual([
      second,
    ]);
    expect(await ledger.findSubjects('family', { run: 'old', notBefore: NOW })).toEqual([first]);
    expect(await ledger.findSubjects('family', { run: 'run-1', ownOnly: true })).toEqual([]);
  });
});

describe('the cache', () => {
  beforeEach(async () => {
    await begin('done');
    await begin('open');
    for (const run of ['done', 'open']) {
      await ledger.saveCall(callOf(run, 0, { startedAt: run === 'done' ? AT : LATER }));
      ledger.saveStep(stepOf(run, 1, { subject: '100 % Wolle_Ärmel', saved: usageOf(1) }));
      ledger.endItem(run, outcomeOf(1, { saved: usageOf(1) }));
    }
    await ledger.endRun('done', { state: 'finished', exitCode: 0, milliseconds: 1 });
  });

  it('says what is kept, and what reuse has saved', async () => {
    const stats = await ledger.cacheStats();
    expect(stats.saved.costUsd).toBe(2);
    expect(stats.fileBytes).toBeGreaterThan(10_000);
    const groups = stats.groups.map(({ bytes, usage, ...group }) => ({
      ...group,
      costUsd: usage.costUsd,
      hasBytes: bytes > 0,
    }));
    const common = { entries: 2, hasBytes: true, oldest: AT };
    expect(groups).toHaveLength(2);
    expect(groups).toEqual(
      expect.arrayContaining([
        { ...common, kind: 'answer', source: 'tavily search', newest: LATER, costUsd: 0.5 },
        { ...common, kind: 'output', source: 'research', newest: AT, costUsd: 2.5 },
      ]),
    );
  });

  it('searches for all words, whatever their case, and takes text for text', async () => {
    const find = async (text: string) =>
      (await ledger.searchCache({ text, limit: 10 })).map(({ kind, run }) => `${kind} ${run}`);
    expect(await find('ÄRMEL wolle')).toEqual(['output open', 'output done']);
    expect(await find('KEYWORD 0')).toContain('answer open');
    expect(await find('% wolle_')).toHaveLength(2);
    expect(await find('w%')).toEqual([]);
    expect(await find('keyword_0')).toEqual([]);
    expect(await find(`' OR 1=1 --`)).toEqual([]);
    const [newest] = await ledger.searchCache({ limit: 1 });
    expect(newest).toEqual({
      kind: 'answer',
      run: 'open',
      source: 'tavily search',
      keyword: 'keyword 0',
      detail: 'POST /search keyword 0',
      madeAt: LATER,
      bytes: expect.any(Number),
      costUsd: 0.25,
    });
    expect(await ledger.searchCache({ before: LATER, limit: 10 })).toHaveLength(3);
  });

  it('forgets all but what keywords need that are not done yet, and keeps the accounts', async () => {
    const before = [await ledger.listRuns(), await ledger.paidUsage('done')];
    const clear = { dryRun: false, all: false };
    const planned = await ledger.clearCache({ ...clear, dryRun: true });
    expect(planned).toEqual({ entries: 3, bytes: expect.any(Number), needed: 1 });
    expect(await ledger.searchCache({ limit: 10 })).toHaveLength(4);
    expect(await ledger.clearCache(clear)).toEqual(planned);
    await reopen();
    const left = await ledger.searchCache({ limit: 10 });
    expect(left.map(({ kind, run }) => `${kind} ${run}`)).toEqual(['answer open']);
    expect(await ledger.findAnswer('key 0', { run: 'done', ownOnly: true })).toBeUndefined();
    expect((await ledger.readCalls('done'))[0]?.isKept).toBe(false);
    expect(await ledger.readSteps('done')).toHaveLength(1);
    expect([await ledger.listRuns(), await ledger.paidUsage('done')]).toEqual(before);
    expect(await ledger.clearCache({ ...clear, all: true, text: 'keyword' })).toMatchObject({
      entries: 1,
      needed: 0,
    });
    expect(await ledger.clearCache({ ...clear, all: true, before: AT })).toMatchObject({
      entries: 0,
    });
  });

  it('gives the space of many forgotten answers back to the disk', async () => {
    const noise = (seed: number) =>
      Array.from({ length: 3000 }, (_, index) => Math.sin(seed * 9973 + index)).join(' ');
    await Promise.all(
      Array.from({ length: 250 }, (_, seed) =>
        ledger.saveCall(callOf('done', 0, { answer: noise(seed) })),
      ),
    );
    const { fileBytes } = await ledger.cacheStats();
    const { bytes } = await ledger.clearCache({ dryRun: false, all: false });
    expect(bytes).toBeGreaterThan(2_000_000);
    expect((await ledger.cacheStats()).fileBytes).toBeLessThan(fileBytes - bytes * 0.8);
  });
});

it('answers with errors of its own after it was closed', async () => {
  await ledger.close();
  await expect(ledger.listRuns()).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' });
  await expect(ledger.saveCall(callOf('a', 0))).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' });
  ledger.startItem('a', 0);
  await expect(ledger.close()).resolves.toBeUndefined();
});
