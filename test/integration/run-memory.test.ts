import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addUsage, NO_USAGE, type Usage } from '../../src/core/usage.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { ItemScope } from '../../src/pipeline/item-scope.ts';
import type { StepInput } from '../../src/pipeline/step-memory.ts';
import { AppError } from '../../src/core/errors.ts';
import type { UnstampedEvent } from '../../src/core/events.ts';
import type { ItemOutcome } from '../../src/core/summary.ts';
import { alikeByWords } from '../../src/research/keyword-similarity.ts';
import { beginRun } from '../../src/run/begin-run.ts';
import { freshLimits } from '../../src/run/fresh-limits.ts';
import { rememberSteps, type StepMemoryOptions } from '../../src/run/remember-steps.ts';
import { resumeRun } from '../../src/run/resume-run.ts';
import { notStarted } from '../../src/run/run-item.ts';

let folder: string;
let ledger: Ledger;
/** Wall clock of a test. */
let wall: Date;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seo-content-'));
  ledger = await openLedger(join(folder, 'ledger.db'), { create: true });
  wall = new Date('2026-03-02T08:00:00Z');
});

afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const PAID: Usage = { ...NO_USAGE, calls: 5, credits: 5, costUsd: 0.04 };
const today = () => wall;

function items(...keywords: string[]) {
  return keywords.map((keyword, index) => ({
    index,
    keyword,
    slug: `item-${index}`,
    priority: 0,
    extra: {},
  }));
}

function begin(run: string, ...keywords: string[]) {
  const facts = { command: 'batch', dryRun: false, createdAt: wall.toISOString(), settings: {} };
  return beginRun(ledger, { run, ...facts }, items(...keywords));
}

function memoryOf(run: string, more: Partial<StepMemoryOptions> = {}) {
  const researchNotBefore = new Date(wall.getTime() - WEEK).toISOString();
  return rememberSteps(ledger, { run, researchNotBefore, ownOnly: false, today, ...more });
}

function inputOf(subject: string, more: Partial<StepInput> = {}): StepInput {
  return { version: 1, settings: { places: ['web'] }, subject, isShared: true, ...more };
}

/** Runs the research step of an item, which costs `PAID` when it is made. */
async function research(
  run: string,
  item: number,
  input: StepInput,
  more: Partial<StepMemoryOptions> = {},
) {
  const events: UnstampedEvent[] = [];
  const [planned] = items(input.subject);
  if (planned === undefined) throw new Error('no item');
  const scope = new ItemScope({
    item: { ...planned, index: item },
    signal: new AbortController().signal,
    emit: (event) => events.push(event),
    now: () => 0,
    today,
    memory: memoryOf(run, more),
  });
  let made = false;
  const output = await scope.step(
    'research',
    async ({ calls }) => {
      made = true;
      calls.onUsage?.(PAID);
      return { about: input.subject };
    },
    input,
  );
  const end = events.find((event) => event.type === 'step-end');
  return { output, made, usage: scope.usage, saved: scope.saved, reused: end?.reused };
}

describe('the memory of a run', () => {
  it('has what the run made for the item, at no cost and no saving', async () => {
    await begin('a', 'compost');
    await expect(research('a', 0, inputOf('compost'))).resolves.toMatchObject({ made: true });
    await expect(research('a', 0, inputOf('compost'))).resolves.toMatchObject({
      made: false,
      reused: 'run',
      output: { about: 'compost' },
      saved: NO_USAGE,
    });
  });

  it('has what an equal keyword of another run made, which counts as saved', async () => {
    await begin('a', 'compost');
    await research('a', 0, inputOf('compost'));
    await begin('b', 'worms', 'compost');
    await expect(research('b', 1, inputOf('compost'))).resolves.toEqual({
      output: { about: 'compost' },
      made: false,
      reused: 'exact',
      usage: NO_USAGE,
      saved: PAID,
    });
  });

  it.each([
    ['another version', { version: 2 }],
    ['other settings', { settings: { places: ['library'] } }],
    ['a source of its own', { isShared: false }],
  ])('has nothing for %s', async (_name, change) => {
    await begin('a', 'compost');
    await research('a', 0, inputOf('compost'));
    await begin('b', 'compost');
    await expect(research('b', 0, inputOf('compost', change))).resolves.toMatchObject({
      made: true,
    });
  });

  it('uses nothing of other runs when it is told so, and its own all the same', async () => {
    await begin('a', 'compost');
    await research('a', 0, inputOf('compost'));
    await begin('b', 'compost');
    const own = { ownOnly: true };
    await expect(research('b', 0, inputOf('compost'), own)).resolves.toMatchObject({ made: true });
    await expect(research('b', 0, inputOf('compost'), own)).resolves.toMatchObject({
      reused: 'run',
    });
  });

  it('lets research grow old, from when it was first made', async () => {
    await begin('a', 'compost');
    await research('a', 0, inputOf('compost'));
    wall = new Date(wall.getTime() + WEEK - HOUR);
    await begin('b', 'compost');
    await expect(research('b', 0, inputOf('compost'))).resolves.toMatchObject({ reused: 'exact' });
    wall = new Date(wall.getTime() + 2 * HOUR);
    await begin('c', 'compost');
    await expect(research('c', 0, inputOf('compost'))).resolves.toMatchObject({ made: true });
  });

  it('is not deceived by a clock that is set back and forth by an hour', async () => {
    await begin('a', 'compost');
    await research('a', 0, inputOf('compost'));
    for (const hours of [1, -2, 1]) {
      wall = new Date(wall.getTime() + hours * HOUR);
      await expect(research('a', 0, inputOf('compost'))).resolves.toMatchObject({ reused: 'run' });
      const run = `jump-${hours}-${wall.getTime()}`;
      await begin(run, 'compost');
      await expect(research(run, 0, inputOf('compost'))).resolves.toMatchObject({
        reused: 'exact',
      });
    }
  });

  it('shares the research of similar keywords when asked to, the most similar first', async () => {
    await begin('a', 'heat pump cost', 'heat pump running cost');
    await research('a', 0, inputOf('heat pump cost'));
    await research('a', 1, inputOf('heat pump running cost'));
    await begin('b', 'running costs of a heat pump', 'heat pump noise');
    const similar = { similar: { threshold: 0.8, language: 'en', findAlike: alikeByWords() } };
    const asked = inputOf('running costs of a heat pump');
    await expect(research('b', 0, asked, similar)).resolves.toMatchObject({
      reused: 'similar',
      output: { about: 'heat pump running cost' },
      saved: PAID,
    });
    await expect(research('b', 1, inputOf('heat pump noise'), similar)).resolves.toMatchObject({
      made: true,
    });
    await expect(research('b', 0, asked)).resolves.toMatchObject({ made: true });
  });
});

describe('a step that failed', () => {
  it.each([
    ['ANSWER_INVALID', undefined, undefined],
    ['ANSWER_INVALID', 'compost', undefined],
    ['ANSWER_INVALID', 'something else', { about: 'compost' }],
    ['NO_SOURCES', undefined, undefined],
    ['PROVIDER_UNAVAILABLE', undefined, { about: 'compost' }],
  ] as const)(
    'with %s about %s leaves answers that are %j to the next try',
    async (code, about, kept) => {
      await begin('a', 'compost');
      await ledger.saveCall({
        run: 'a',
        item: 0,
        step: 'research',
        key: 'k',
        provider: 'tavily',
        operation: 'search',
        detail: 'https://example.com/search compost',
        ok: true,
        answer: { about: 'compost' },
        usage: PAID,
        attempts: 1,
        startedAt: wall.toISOString(),
        milliseconds: 5,
      });
      const [item] = items('compost');
      if (item === undefined) throw new Error('no item');
      const scope = new ItemScope({
        item,
        signal: new AbortController().signal,
        emit: () => {},
        now: () => 0,
        today,
        memory: memoryOf('a'),
      });
      const options = about === undefined ? {} : { about };
      const failing = () => Promise.reject(new AppError(code, 'of no use', options));
      await expect(scope.step('research', failing, inputOf('compost'))).rejects.toMatchObject({
        code,
      });
      const found = await ledger.findAnswer('k', { run: 'a', item: 0 });
      expect(found?.answer).toEqual(kept);
      // It was paid for all the same.
      expect((await ledger.paidUsage('a')).get(0)).toEqual(PAID);
    },
  );
});

describe('a resumed run', () => {
  async function ended() {
    const session = await begin('a', 'done', 'bad', 'cut', 'new', 'left');
    const end = (index: number, status: ItemOutcome['status']) => {
      const item = session.items[index];
      if (item === undefined) throw new Error('no item');
      ledger.startItem('a', index);
      ledger.endItem('a', { ...notStarted(item), status, milliseconds: 10 });
    };
    end(0, 'succeeded');
    end(1, 'failed');
    end(2, 'cancelled');
    ledger.startItem('a', 4);
    await ledger.flush();
    session.claim.release();
    return ledger.findRun('a');
  }

  it('takes up what has no result, failures last', async () => {
    const stored = await ended();
    const session = await resumeRun(ledger, stored, { scope: 'unfinished', settings: {} });
    expect(session.todo.map(({ keyword }) => keyword)).toEqual(['cut', 'new', 'left', 'bad']);
    expect(session.items).toHaveLength(5);
    expect(session.earlier.get(0)?.status).toBe('succeeded');
    session.claim.release();
  });

  it('takes up only what failed when it is asked to', async () => {
    const stored = await ended();
    const session = await resumeRun(ledger, stored, { scope: 'failed', settings: {} });
    expect(session.todo.map(({ keyword }) => keyword)).toEqual(['bad']);
    session.claim.release();
  });

  it('is left as it is when its items cannot be worked on', async () => {
    const stored = await ended();
    const check = async () => {
      throw new AppError('CONFIG_INVALID', 'There is no such template.');
    };
    await expect(
      resumeRun(ledger, stored, { scope: 'unfinished', settings: {}, check }),
    ).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    const { updatedAt: _updatedAt, ...before } = stored;
    await expect(ledger.findRun('a')).resolves.toMatchObject({ ...before, sessions: 1 });
    // Others may have it.
    (await ledger.claimRun('a')).release();
  });

  it('takes a failed one up again when work on it was cut short', async () => {
    await ended();
    ledger.startItem('a', 1);
    const stored = await ledger.findRun('a');
    const failed = await resumeRun(ledger, stored, { scope: 'failed', settings: {} });
    expect(failed.todo.map(({ keyword }) => keyword)).toEqual(['bad']);
    failed.claim.release();
    const all = await resumeRun(ledger, stored, { scope: 'unfinished', settings: {} });
    expect(all.todo.map(({ keyword }) => keyword)).toEqual(['cut', 'new', 'left', 'bad']);
    all.claim.release();
  });

  it('keeps what a retry of its failures needs when the cache is cleared', async () => {
    const session = await begin('a', 'bad');
    await research('a', 0, inputOf('bad'));
    const [item] = session.items;
    if (item === undefined) throw new Error('no item');
    ledger.startItem('a', 0);
    ledger.endItem('a', { ...notStarted(item), status: 'failed' });
    await ledger.endRun('a', { state: 'finished', exitCode: 1, milliseconds: 5 });
    session.claim.release();
    const choice = { dryRun: false, all: false };
    await expect(ledger.clearCache(choice)).resolves.toMatchObject({ entries: 0, needed: 1 });
    await expect(ledger.clearCache({ ...choice, all: true })).resolves.toMatchObject({
      entries: 1,
    });
  });

  it('knows the limits that providers told in the last day', async () => {
    const told = (provider: string, hours: number) =>
      ledger.saveLimits({
        provider,
        requestsPerMinute: 60,
        learnedAt: new Date(wall.getTime() - hours * HOUR).toISOString(),
      });
    told('openai', 1);
    told('tavily', 25);
    const fresh = await freshLimits(ledger, wall);
    expect(fresh.map(({ provider }) => provider)).toEqual(['openai']);
  });

  it('records what its flags change, and knows what was paid', async () => {
    const stored = await ended();
    const paid = addUsage(PAID, PAID);
    for (const key of ['k1', 'k2']) {
      await ledger.saveCall({
        run: 'a',
        item: 2,
        step: 'research',
        key,
        provider: 'tavily',
        operation: 'search',
        detail: key,
        ok: key === 'k1',
        usage: PAID,
        attempts: 1,
        startedAt: wall.toISOString(),
        milliseconds: 5,
      });
    }
    const change = { at: wall.toISOString(), flags: { parallel: '4' } };
    const session = await resumeRun(ledger, stored, { scope: 'unfinished', settings: {}, change });
    expect(session.paid.get(2)).toEqual(paid);
    session.claim.release();
    await expect(ledger.findRun('a')).resolves.toMatchObject({ sessions: 2, changes: [change] });
  });
});
