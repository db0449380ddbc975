import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import type { Usage } from '../../src/core/usage.ts';
import { searchResults } from '../support/loopback/search-results.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { callsOfArticles } from '../support/processes/calls-of-articles.ts';
import { keywordList } from '../support/processes/keywords.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';
import { readTree } from '../support/processes/read-tree.ts';
import { readFile } from 'node:fs/promises';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

const BATCH = ['batch', '--from-file', 'keywords.txt', '--parallel', '3'];
const KEYWORDS = 4;
/** Articles are short here: their length is nothing that reuse would depend on. */
const TEMPLATE = 'glossary';
const needed = await callsOfArticles(keywordList(KEYWORDS), TEMPLATE);
const CHATS_EACH = needed.chat / KEYWORDS;

const amounts = ({ calls, inputTokens, outputTokens, credits, costUsd }: Usage) => ({
  calls,
  inputTokens,
  outputTokens,
  credits,
  cost: costUsd.toFixed(6),
});
const NOTHING = { calls: 0, inputTokens: 0, outputTokens: 0, credits: 0, cost: '0.000000' };

/** A workplace in which all keywords have been paid for; the server begins to count anew. */
async function paidWorkplace() {
  const place = await prepareWorkplace(server, {
    keywords: KEYWORDS,
    config: { template: TEMPLATE },
  });
  const { exitCode, summary } = await place.runForData(BATCH);
  expect(exitCode).toBe(0);
  expect(server.count('search')).toBe(needed.search);
  expect(server.count('chat')).toBe(needed.chat);
  server.reset();
  return { place, first: summary };
}

describe('what was paid for once', () => {
  it('is not paid for again by a further run, which says what that saved', async () => {
    const { place, first } = await paidWorkplace();
    await using _ = place;
    const files = await readTree(join(place.folder, 'content'));
    const { exitCode, summary } = await place.runForData([...BATCH, '-o', 'again']);
    expect(exitCode).toBe(0);
    expect(server.count()).toBe(0);
    expect(amounts(summary.totals.usage)).toEqual(NOTHING);
    expect(amounts(summary.totals.saved)).toEqual(amounts(first.totals.usage));
    expect([...(await readTree(join(place.folder, 'again'))).keys()]).toEqual([...files.keys()]);
    const { stdout } = await place.run(BATCH);
    expect(stdout).toContain(`saved ${needed.all} calls`);
    expect(server.count()).toBe(0);
  });

  it('costs nothing when there is no money at all, and not even with a key that is not good any more', async () => {
    const { place } = await paidWorkplace();
    await using _ = place;
    const env = { OPENAI_API_KEY: 'sk-another', TAVILY_API_KEY: 'tvly-another' };
    const { exitCode } = await place.run([...BATCH, '--max-cost', '0'], { env });
    expect(exitCode).toBe(0);
    expect(server.count()).toBe(0);
  });

  it('is paid for again with --no-cache', async () => {
    const { place, first } = await paidWorkplace();
    await using _ = place;
    const { exitCode, summary } = await place.runForData([...BATCH, '--no-cache']);
    expect(exitCode).toBe(0);
    expect(server.count('search')).toBe(needed.search);
    expect(server.count('chat')).toBe(needed.chat);
    expect(amounts(summary.totals.usage)).toEqual(amounts(first.totals.usage));
    expect(amounts(summary.totals.saved)).toEqual(NOTHING);
  });

  it('is paid for again once it is cleared', async () => {
    const { place } = await paidWorkplace();
    await using _ = place;
    const dry = await place.run(['cache', 'clear', '--dry-run']);
    expect(dry.exitCode).toBe(0);
    await place.run(BATCH);
    expect(server.count()).toBe(0);
    expect((await place.run(['cache', 'clear'])).exitCode).toBe(0);
    expect((await place.run(BATCH)).exitCode).toBe(0);
    expect(server.count()).toBe(needed.all);
  });
});

describe('a changed wish', () => {
  it('for the text of a template writes anew, and researches nothing', async () => {
    const { place } = await paidWorkplace();
    await using _ = place;
    const shipped = join(packageRoot(), 'templates', 'articles', `${TEMPLATE}.md`);
    await place.write('ours.md', `${await readFile(shipped, 'utf8')}\nNever use the word delve.\n`);
    const { exitCode, summary, events } = await place.runForData([
      ...BATCH,
      '--template',
      './ours.md',
    ]);
    expect(exitCode).toBe(0);
    expect(server.count('search')).toBe(0);
    expect(server.count('chat')).toBe(needed.chat);
    expect(JSON.stringify(server.calls[0]?.body)).toContain('delve');
    expect(summary.totals.saved).toMatchObject({ calls: needed.search, credits: needed.search });
    const research = events.filter(
      (event) => event.type === 'step-end' && event.step === 'research',
    );
    expect(research.map((event) => 'reused' in event && event.reused)).toEqual(
      Array(KEYWORDS).fill('exact'),
    );
  });

  it('for another format neither writes nor researches', async () => {
    const { place } = await paidWorkplace();
    await using _ = place;
    expect((await place.run([...BATCH, '--format', 'html'])).exitCode).toBe(0);
    expect(server.count()).toBe(0);
    expect((await place.list('content')).filter((name) => name.endsWith('.html'))).toHaveLength(
      KEYWORDS,
    );
  });

  it('for fresh research (--research-ttl 0) searches anew, and writes anew where something else was found', async () => {
    const { place } = await paidWorkplace();
    await using _ = place;
    // One keyword finds something else than before.
    server.configure({
      search: ({ query }) => (query.includes('repair') ? searchResults(`new ${query}`) : undefined),
    });
    const { exitCode } = await place.run([...BATCH, '--research-ttl', '0']);
    expect(exitCode).toBe(0);
    expect(server.count('search')).toBe(needed.search);
    expect(server.count('chat')).toBe(CHATS_EACH);
  });

  it('for keywords that are nearly equal takes the research of the others with --reuse-similar alone', async () => {
    const { place } = await paidWorkplace();
    await using _ = place;
    const similar = ['prices of heat pumps', 'the repair of a heat pump'];
    const { exitCode, summary } = await place.runForData([
      'batch',
      ...similar,
      '--reuse-similar',
      '0.9',
    ]);
    expect(exitCode).toBe(0);
    expect(server.count('search')).toBe(0);
    expect(server.count('chat')).toBe(similar.length * CHATS_EACH);
    const [prices = '', repair = ''] = keywordList(2);
    const { search } = await callsOfArticles([prices, repair], TEMPLATE);
    expect(summary.totals.saved).toMatchObject({ calls: search, credits: search });
    const dossier = JSON.parse(await place.read('content/research/prices-of-heat-pumps.json'));
    expect(dossier.keyword).toBe('prices of heat pumps');
    server.reset();
    const reworded = ['mending of heat pumps'];
    const byMeaning = ['--reuse-similar', '0.9', '--similarity', 'meaning'];
    await place.run(['batch', ...reworded, ...byMeaning]);
    expect(server.count('search')).toBe(0);
    server.reset();
    await place.run(['batch', ...similar, '--no-cache']);
    expect(server.count('search')).toBe((await callsOfArticles(similar, TEMPLATE)).search);
  });
});
