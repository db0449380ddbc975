import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import type { Workplace } from '../support/cli.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { topicPages } from '../support/loopback/topic-pages.ts';
import { callsOfArticles } from '../support/processes/calls-of-articles.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';
import { readTree } from '../support/processes/read-tree.ts';
import { TOPICS, writeArticles } from '../support/topic-articles.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer({ search: () => topicPages(TOPICS) });
});
afterEach(() => server.reset());
afterAll(() => server.close());

const open = () => prepareWorkplace(server, { keywords: 0 });

/** What short articles on these take when nothing is shared. */
const searchesFor = async (...keywords: string[]) =>
  (await callsOfArticles(keywords, 'glossary')).search;

const articles = async (place: Workplace) =>
  (await place.list('content')).filter((name) => name !== 'research');

const COST = 'heat pump costs';
const RIVAL = 'how much does a heat pump cost';

describe('keywords of a list that compete', () => {
  it('warn: are named before the first call, each gets its article, and they are researched once', async () => {
    await using place = await open();
    const { exitCode, stderr, stdout } = await writeArticles(
      place,
      [COST, 'heat pump noise', RIVAL],
      '--debug',
    );
    expect(exitCode).toBe(0);
    const told = stderr.indexOf(`"${RIVAL}" competes with "${COST}" (100 % alike)`);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(stderr.indexOf('tavily search http'));
    expect(stderr).toContain('One keyword would compete with other pages for the same searches.');
    expect(await articles(place)).toEqual([
      'heat-pump-costs.md',
      'heat-pump-noise.md',
      'how-much-does-a-heat-pump-cost.md',
    ]);
    const queries = server.callsTo('search').map(({ body }) => (body as { query: string }).query);
    expect(queries).toHaveLength(await searchesFor(COST, 'heat pump noise'));
    expect(queries.filter((query) => query.includes('how much'))).toEqual([]);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes(`✔ ${RIVAL}`));
    expect(lines[at + 1]).toContain(`Competes with "${COST}" for searches.`);
  });

  it('are also those that ask for the same in other words, compared by meaning', async () => {
    await using place = await open();
    const pair = ['heat pump noise level', 'how loud is a heat pump'];
    const careful = ['--on-duplicate', 'fail'];
    const byMeaning = await writeArticles(place, pair, ...careful, '--similarity', 'meaning');
    expect(byMeaning.exitCode).toBe(2);
    expect(byMeaning.stderr).toMatch(
      /"how loud is a heat pump" competes with "heat pump noise level" \(\d\d % alike\)/,
    );
    expect(server.count()).toBe(0);
    expect((await writeArticles(place, pair, ...careful)).exitCode).toBe(0);
  });

  it('skip: leaves the less important one out, whatever the order', async () => {
    await using place = await open();
    await place.write('rows.csv', `keyword,priority\n${COST},1\n${RIVAL},5\n`);
    const { exitCode, stderr } = await writeArticles(
      place,
      [],
      '-f',
      'rows.csv',
      '--on-duplicate',
      'skip',
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`"${COST}" competes with "${RIVAL}"`);
    expect(stderr).toContain('They are left out.');
    expect(await articles(place)).toEqual(['how-much-does-a-heat-pump-cost.md']);
    expect(server.count('search')).toBe(await searchesFor(RIVAL));
  });

  it('fail: lists every pair and spends nothing', async () => {
    await using place = await open();
    const keywords = [COST, RIVAL, 'heat pump noise', 'the noise of a heat pump'];
    const { exitCode, stdout, stderr } = await writeArticles(
      place,
      keywords,
      '--on-duplicate',
      'fail',
    );
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('2 keywords would compete');
    expect(stderr).toContain(`"${RIVAL}" competes with "${COST}"`);
    expect(stderr).toContain('"the noise of a heat pump" competes with "heat pump noise"');
    expect(stderr).toContain('INPUT_INVALID');
    expect(server.count()).toBe(0);
    expect(await place.list()).toEqual(['keywords.txt', 'seo-content.config.json']);
  });

  it('merge: one article treats both, and its research asks for both', async () => {
    await using place = await open();
    const { exitCode } = await writeArticles(place, [COST, RIVAL], '--on-duplicate', 'merge');
    expect(exitCode).toBe(0);
    expect(await articles(place)).toEqual(['heat-pump-costs.md']);
    const text = await place.read('content/research/heat-pump-costs.json');
    expect((JSON.parse(text) as Dossier).questions).toContain(RIVAL);
    const queries = server.callsTo('search').map(({ body }) => (body as { query: string }).query);
    expect(queries).toContain(RIVAL);
    expect(queries).toHaveLength((await searchesFor(COST)) + 1);
  });
});

describe('keywords that compete with articles that are there', () => {
  /** With an article on costs, and a page that somebody else has written. */
  async function openSite(): Promise<{ place: Workplace; before: Map<string, string> }> {
    const place = await open();
    expect((await writeArticles(place, [COST])).exitCode).toBe(0);
    await place.write('content/about.md', '---\ntitle: "About us"\n---\n\n# About us\n\nNobody.\n');
    server.reset();
    return { place, before: await readTree(join(place.folder, 'content')) };
  }

  /** Which of the files that were there are other than they were. */
  async function changedFiles(place: Workplace, before: ReadonlyMap<string, string>) {
    const now = await readTree(join(place.folder, 'content'));
    return [...before].filter(([path, text]) => now.get(path) !== text).map(([path]) => path);
  }

  it('warn: names the file, writes the new one beside it, and leaves the old one as it is', async () => {
    const { place, before } = await openSite();
    await using _ = place;
    const { exitCode, stderr, stdout } = await writeArticles(place, [RIVAL, 'heat pump noise']);
    expect(exitCode).toBe(0);
    const named = `"${RIVAL}" competes with "${COST}", which is there as heat-pump-costs.md (100 % alike)`;
    expect(stderr).toContain(named);
    expect(stderr.indexOf(named)).toBeLessThan(stderr.indexOf('batch: 2 keywords'));
    expect(stdout).toContain(`Competes with "${COST}" for searches.`);
    expect(await articles(place)).toContain('how-much-does-a-heat-pump-cost.md');
    expect(await changedFiles(place, before)).toEqual([]);
  });

  it('skip: writes only what is new, and nothing when nothing is', async () => {
    const { place, before } = await openSite();
    await using _ = place;
    const skip = ['--on-duplicate', 'skip'];
    const nothing = await writeArticles(place, [COST, RIVAL], ...skip);
    expect(nothing.exitCode).toBe(0);
    expect(nothing.stderr).toContain('nothing is left to do');
    expect(server.count()).toBe(0);
    const some = await writeArticles(place, [COST, 'heat pump noise'], ...skip);
    expect(some.exitCode).toBe(0);
    expect(some.stderr).toContain(
      'One keyword has an article in the output folder and is left out.',
    );
    expect(await articles(place)).toEqual(['about.md', 'heat-pump-costs.md', 'heat-pump-noise.md']);
    expect(await changedFiles(place, before)).toEqual([]);
  });

  it('fail: names the file and spends nothing; the very keyword is no rival of its own article', async () => {
    const { place, before } = await openSite();
    await using _ = place;
    const { exitCode, stderr } = await writeArticles(place, [RIVAL], '--on-duplicate', 'fail');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('which is there as heat-pump-costs.md');
    expect(server.count()).toBe(0);
    expect(await changedFiles(place, before)).toEqual([]);
    const again = await writeArticles(place, [COST], '--on-duplicate', 'fail', '--no-cache');
    expect(again.exitCode).toBe(0);
    expect(server.count('search')).toBe(await searchesFor(COST));
  });

  it('merge: takes the place of the article and serves both keywords', async () => {
    const { place, before } = await openSite();
    await using _ = place;
    const { exitCode } = await writeArticles(place, [RIVAL], '--on-duplicate', 'merge');
    expect(exitCode).toBe(0);
    expect(await articles(place)).toEqual(['about.md', 'heat-pump-costs.md']);
    expect(await place.read('content/heat-pump-costs.md')).toContain(`keyword: "${RIVAL}"`);
    const text = await place.read('content/research/heat-pump-costs.json');
    expect((JSON.parse(text) as Dossier).questions).toEqual(expect.arrayContaining([RIVAL, COST]));
    expect(await changedFiles(place, before)).toEqual([
      'heat-pump-costs.md',
      'research/heat-pump-costs.json',
    ]);
  });
});
