import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunSummary } from '../../src/core/summary.ts';
import { breakAnswers, brokenCases } from '../support/broken-cases.ts';
import { Workplace } from '../support/cli.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_OPENAI_KEY,
  TEST_TAVILY_KEY,
} from '../support/loopback/server.ts';
import { noteFigures } from '../support/processes/note-figures.ts';

const CONCURRENCY = 8;
const CONFIG = {
  template: './short-guide.md',
  parallel: 12,
  mode: 'continue',
  formats: ['json'],
  limits: {
    tavily: { requestsPerMinute: 100_000, concurrency: CONCURRENCY },
    openai: { requestsPerMinute: 100_000, tokensPerMinute: 100_000_000, concurrency: CONCURRENCY },
  },
  timeouts: { attemptMs: 5000, idleMs: 2500 },
  retries: { attempts: 2 },
};

/** As short as an article can be whose parts are written at the same time: a plan, three sections, a FAQ, a closing. */
const TEMPLATE = `---
name: short-guide
description: A short guide in parts
title: "{{ keyword }}: A Short Guide"
sections:
  minimum: 3
  maximum: 3
words:
  minimum: 610
  maximum: 700
questions:
  - "How does {{ keyword }} work?"
  - "How long does {{ keyword }} take?"
  - "What goes wrong with {{ keyword }}?"
headings: topic
faq: 2
schema: Article
---
Explain the subject to a reader who meets it for the first time.
`;

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

it('300 broken answers: a whole article or a typed error each, nothing left open, no key told', async () => {
  await using place = await Workplace.openWith(server, { SEO_CONTENT_LOG: 'debug' });
  const cases = brokenCases(2);
  await place.write('seo-content.config.json', JSON.stringify(CONFIG));
  await place.write('short-guide.md', TEMPLATE);
  await place.write('keywords.txt', cases.map(({ keyword }) => keyword).join('\n'));
  const breaking = breakAnswers(cases);
  let mostSockets = 0;
  server.setFault((call) => {
    mostSockets = Math.max(mostSockets, server.openSockets);
    return breaking.fault(call);
  });

  const { stdout, stderr, exitCode } = await place.run([
    'batch',
    '--from-file',
    'keywords.txt',
    '--json',
  ]);
  expect(exitCode).toBe(1);
  const { items } = JSON.parse(stdout) as RunSummary;
  const fates = items.map(({ keyword, status, error }) => ({
    keyword,
    fate: error?.code ?? status,
  }));
  expect(fates).toEqual(
    cases.map(({ keyword, kind, isForGood }) => ({
      keyword,
      fate: !isForGood && kind.isRetried ? 'succeeded' : kind.code,
    })),
  );
  const attempts = cases.map((one) => ({ ...one, count: breaking.countOf(one.keyword) }));
  const once = attempts.filter(({ isForGood, kind }) => !isForGood || !kind.isRetried);
  expect(once.filter(({ count }) => count !== 1)).toEqual([]);
  const forGood = attempts.filter(({ isForGood, kind }) => isForGood && kind.isRetried);
  expect(forGood.filter(({ count }) => count < 2)).toEqual([]);
  expect(breaking.total()).toBeGreaterThanOrEqual(300);

  const written = items.filter(({ status }) => status === 'succeeded');
  const articles = (await place.list('content')).filter((name) => name.endsWith('.json'));
  expect(articles).toEqual(written.map(({ slug }) => `${slug}.json`));
  for (const name of articles) expectWhole(await place.read(`content/${name}`));

  noteFigures(
    `${cases.length} keywords, ${breaking.total()} broken answers: ${written.length} whole articles, ${items.length - written.length} typed errors; ${server.count()} calls, ${mostSockets} sockets at most`,
  );
  await server.waitForNoSockets();
  expect(server.inFlight).toBe(0);
  expect(server.maxConcurrentOn('search')).toBeLessThanOrEqual(CONCURRENCY);
  expect(server.maxConcurrentOn('chat')).toBeLessThanOrEqual(CONCURRENCY);
  // The server notices the end of a connection a moment after the client that has ended it.
  expect(mostSockets).toBeLessThanOrEqual(2 * CONCURRENCY + 4);

  expect(stderr).toMatch(/call \d+ tavily search http:\/\/\S+\/search "compost heap 001"/);
  expect(stderr).toMatch(/attempt 1 failed \(ANSWER_INVALID, HTTP 200\)/);
  expect(stderr).toMatch(/openai complete ok: HTTP 200, 2 attempts, \d+ ms/);
  expect(longestLine(stdout + stderr)).toBeLessThan(2000);
  for (const text of [stdout, stderr, ...(await allFiles(place.folder))]) {
    expect(text.includes(TEST_TAVILY_KEY) || text.includes(TEST_OPENAI_KEY)).toBe(false);
  }
});

/** Every part of an article is there, and every sentence of it ends. */
function expectWhole(text: string): void {
  const { article, sources, words } = JSON.parse(text) as {
    article: Record<'title' | 'description', string> &
      Record<'introduction' | 'conclusion' | 'faq', unknown[]> & {
        sections: { heading: string; paragraphs: unknown[] }[];
      };
    sources: unknown[];
    words: number;
  };
  expect(article.title).not.toBe('');
  expect(article.description).not.toBe('');
  expect(article.introduction.length).toBeGreaterThan(0);
  expect(article.conclusion.length).toBeGreaterThan(0);
  expect(article.faq.length).toBeGreaterThan(0);
  expect(article.sections.length).toBeGreaterThan(2);
  expect(article.sections.every(({ paragraphs }) => paragraphs.length > 0)).toBe(true);
  expect(sources.length).toBeGreaterThan(0);
  expect(words).toBeGreaterThan(300);
}

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

/** The bytes of all files below a folder, one character each. */
async function allFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
}
