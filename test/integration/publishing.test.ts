import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/config/load-settings.ts';
import type { ArticleTemplate } from '../../src/core/article-template.ts';
import type { Article } from '../../src/core/article.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import type { UnstampedEvent } from '../../src/core/events.ts';
import type { SupportScore } from '../../src/core/summary.ts';
import { createGateway } from '../../src/gateway/create-gateway.ts';
import { keptAnswersOf } from '../../src/gateway/kept-answers.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { makeArticle, type ArticleTools } from '../../src/pipeline/article.ts';
import type { CheckedArticle } from '../../src/pipeline/check-article.ts';
import { beginRun } from '../../src/run/begin-run.ts';
import { openPublishers } from '../../src/run/open-publishers.ts';
import { rememberSteps } from '../../src/run/remember-steps.ts';
import { resumeRun, type ResumeScope } from '../../src/run/resume-run.ts';
import { runItems } from '../../src/run/run-items.ts';
import type { RunSession } from '../../src/run/run-session.ts';
import { TEST_GHOST_KEY } from '../support/loopback/ghost-site.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback/server.ts';
import { TEST_WORDPRESS_PASSWORD } from '../support/loopback/wordpress-site.ts';

let folder: string;
let ledger: Ledger;
let server: LoopbackServer;
let writings: string[];

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.reset();
  writings = [];
  folder = await mkdtemp(join(tmpdir(), 'publishing-'));
  ledger = await openLedger(join(folder, 'ledger.db'), { create: true });
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const today = () => new Date('2026-11-05T10:00:00Z');
const START = today().toISOString();

function load(publish: string) {
  return loadSettings({
    cwd: folder,
    flags: { publish },
    environment: {
      WORDPRESS_URL: server.url,
      WORDPRESS_USER: 'anna',
      WORDPRESS_APPLICATION_PASSWORD: TEST_WORDPRESS_PASSWORD,
      GHOST_URL: server.url,
      GHOST_ADMIN_API_KEY: TEST_GHOST_KEY,
    },
  });
}

const SHARED = { version: 1, settings: {}, isShared: true };
const SUPPORT: SupportScore = {
  score: 1,
  sentences: 1,
  supported: 1,
  partly: 0,
  unsupported: 0,
  contradicted: 0,
  removed: 0,
};

/** Research and writing that make no calls; what is written is noted. */
const TOOLS: Omit<ArticleTools, 'publishers'> = {
  research: async () => ({ sources: [], questions: [] }) as unknown as Dossier,
  researchInput: ({ keyword }) => ({ ...SHARED, subject: keyword }),
  writer: {
    name: 'extractive',
    settings: {},
    write: async ({ item }) => {
      writings.push(item.keyword);
      const words = { title: `About ${item.keyword}`, description: `All on ${item.keyword}.` };
      return words as unknown as Article;
    },
  },
  writeInput: ({ item }) => ({ ...SHARED, subject: item.keyword }),
  outlineInput: ({ item }) => ({ ...SHARED, subject: item.keyword }),
  check: async (_request, article) => ({ article, support: SUPPORT }) as unknown as CheckedArticle,
  checkInput: ({ item }) => ({ ...SHARED, subject: item.keyword }),
  requireSupport: () => undefined,
  notesOn: () => [],
  findLinks: () => [],
  templateOf: () => ({}) as ArticleTemplate,
  languageOf: () => 'en',
  saveDossier: async ({ slug }) => `research/${slug}.json`,
  saveArticle: async (_article, { item }) => ({ files: [`${item.slug}.md`], words: 100, seo: [] }),
};

async function work(
  session: RunSession,
  { publish = 'wordpress,ghost', signal = new AbortController().signal } = {},
) {
  const { run } = session;
  const events: UnstampedEvent[] = [];
  const emit = (event: UnstampedEvent) => void events.push(event);
  const recall = { run, researchNotBefore: '', ownOnly: false };
  const gateway = createGateway({
    limits: {},
    prices: { date: '2026-11-05', models: {}, credits: {} },
    retries: { attempts: 2, maxElapsedMs: 10_000 },
    drain: signal,
    kept: keptAnswersOf(ledger, recall),
    emit,
  });
  const publishers = await openPublishers(
    { loaded: await load(publish), gateway, run, dryRun: false },
    {
      wordpress: ({ title }) => `<!-- wp:paragraph --><p>${title}</p><!-- /wp:paragraph -->`,
      ghost: ({ title }) => `<p>${title}</p>`,
    },
  );
  const result = await runItems({
    ...session,
    lanes: 2,
    mode: 'continue',
    signal,
    drain: signal,
    stopStarting: () => undefined,
    now: () => performance.now(),
    today,
    emit,
    memory: rememberSteps(ledger, { ...recall, today }),
    keeper: {
      startItem: (item) => ledger.startItem(run, item),
      endItem: (outcome) => ledger.endItem(run, outcome),
    },
    process: (scope) => makeArticle(scope, { ...TOOLS, publishers }),
  });
  session.claim.release();
  return { ...result, events };
}

function begin(run: string, ...keywords: string[]) {
  const items = keywords.map((keyword, index) => {
    return { index, keyword, slug: keyword.replaceAll(' ', '-'), priority: 0, extra: {} };
  });
  const facts = { command: 'batch', dryRun: false, createdAt: START, settings: {} };
  return beginRun(ledger, { run, ...facts }, items);
}

async function resume(run: string, scope: ResumeScope = 'unfinished') {
  return resumeRun(ledger, await ledger.findRun(run), { scope, settings: {} });
}

const drafts = () => ({
  wordpress: server.wordpress.posts.map(({ slug, status }) => `${slug} ${status}`).toSorted(),
  ghost: server.ghost.posts.map(({ slug, status }) => `${slug} ${status}`).toSorted(),
});

describe('publishing', () => {
  it('puts every article at both places, and tells where', async () => {
    const { items, events, exitCode } = await work(await begin('a', 'heat pumps', 'compost'));
    expect(exitCode).toBe(0);
    expect(drafts()).toEqual({
      wordpress: ['compost draft', 'heat-pumps draft'],
      ghost: ['compost draft', 'heat-pumps draft'],
    });
    expect(items[0]?.published).toMatchObject([
      { target: 'wordpress', isNew: true, url: expect.stringContaining('/wp-admin/') as string },
      { target: 'ghost', isNew: true, url: expect.stringContaining('/ghost/#/') as string },
    ]);
    expect(server.wordpress.posts[0]?.content).toContain('<!-- wp:paragraph -->');
    expect(server.ghost.posts[0]?.html).toMatch(/^<p>About /);
    const end = events.find((event) => event.type === 'item-end' && event.item === 0);
    expect(end).toMatchObject({ published: items[0]?.published });
    const stored = await ledger.readItems('a');
    expect(stored[0]?.outcome?.published).toEqual(items[0]?.published);
    const calls = await ledger.readCalls('a');
    expect(calls.map(({ provider, operation, ok }) => [provider, operation, ok])).toEqual(
      expect.arrayContaining([
        ['wordpress', 'publish', true],
        ['ghost', 'publish', true],
      ]),
    );
    expect(items[0]?.usage).toMatchObject({ calls: 2, costUsd: 0, unpricedCalls: 0 });
  });

  it('keeps files and drafts when one place fails, and tries only that again', async () => {
    server.failNext('ghost-write', { status: 422, message: 'The title is not wanted.' });
    const first = await work(await begin('a', 'compost'));
    expect(first.items[0]).toMatchObject({
      status: 'failed',
      error: { code: 'REQUEST_REJECTED' },
      files: ['compost.md', 'research/compost.json'],
      title: 'About compost',
      published: [{ target: 'wordpress', isNew: true }],
    });
    const [post] = server.wordpress.posts;
    Object.assign(post ?? {}, { content: 'what an editor wrote since' });

    const second = await work(await resume('a', 'failed'));
    expect(second.items[0]).toMatchObject({ status: 'succeeded', published: [{}, {}] });
    expect(second.items[0]).not.toHaveProperty('error');
    expect(writings).toEqual(['compost']);
    expect(server.wordpress.posts).toMatchObject([{ content: 'what an editor wrote since' }]);
    expect(drafts().ghost).toEqual(['compost draft']);
  });

  it('finds the draft that it made before it was cut off, and makes no second one', async () => {
    const stop = new AbortController();
    // The site has made the draft, and nobody gets to know of it.
    server.failNext('wordpress-write', { break: 'hang' });
    const session = await begin('a', 'compost');
    const cut = work(session, { publish: 'wordpress', signal: stop.signal });
    await server.waitForCalls(1, 'wordpress-write');
    stop.abort(new DOMException('Killed.', 'AbortError'));
    expect((await cut).items[0]?.status).toBe('cancelled');
    expect(drafts().wordpress).toEqual(['compost draft']);

    const { items } = await work(await resume('a'), { publish: 'wordpress' });
    expect(items[0]).toMatchObject({ status: 'succeeded', published: [{ isNew: false }] });
    expect(drafts().wordpress).toEqual(['compost draft']);
    expect(writings).toEqual(['compost']);
  });

  it('sends nothing again that the run has put there, even when its end was lost', async () => {
    await work(await begin('a', 'compost'));
    const sent = server.count();
    ledger.startItem('a', 0);
    const { items } = await work(await resume('a'));
    expect(items[0]).toMatchObject({
      status: 'succeeded',
      published: [{ target: 'wordpress', isNew: true }, { target: 'ghost' }],
      usage: { calls: 2 },
    });
    expect(server.count()).toBe(sent);
  });

  it('looks anew in another run, and brings the draft up to date or makes it again', async () => {
    await work(await begin('a', 'compost'));
    server.ghost.posts.length = 0;
    const { items } = await work(await begin('b', 'compost'));
    expect(items[0]?.published).toMatchObject([
      { target: 'wordpress', isNew: false },
      { target: 'ghost', isNew: true },
    ]);
    expect(drafts()).toEqual({ wordpress: ['compost draft'], ghost: ['compost draft'] });
  });

  it('does not fail because an editor has published the article', async () => {
    server.wordpress.add({ slug: 'compost', status: 'publish', content: 'edited' });
    const { items, exitCode } = await work(await begin('a', 'compost'), { publish: 'wordpress' });
    expect(exitCode).toBe(0);
    expect(items[0]?.published).toMatchObject([
      { url: 'https://site.example/compost/', isNew: false, note: expect.any(String) as string },
    ]);
    expect(server.wordpress.posts).toMatchObject([{ status: 'publish', content: 'edited' }]);
  });

  it('ends the run when a key is rejected, and goes on with another one', async () => {
    server.ghost.key = `0123456789abcdef01234567:${'0'.repeat(64)}`;
    const { items, exitCode } = await work(await begin('a', 'compost'), { publish: 'ghost' });
    expect(exitCode).toBe(3);
    expect(items[0]).toMatchObject({
      error: { code: 'KEY_REJECTED' },
      files: ['compost.md', 'research/compost.json'],
    });
    server.ghost.key = TEST_GHOST_KEY;
    const second = await work(await resume('a'), { publish: 'ghost' });
    expect(second.items[0]?.status).toBe('succeeded');
    expect(writings).toEqual(['compost']);
  });
});
