import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import { Workplace } from '../support/cli.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback/server.ts';
import { WebSite } from '../support/web-site.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const pageOf = (name: string) =>
  `<!doctype html><html lang="en"><head><title>Worm towers by ${name}</title></head><body><main>
  <h1>Worm towers</h1><p>A worm tower by ${name} holds forty litres of kitchen scraps and leaves.</p>
  <p>Worms of ${name} turn the scraps into soil within eleven weeks of a warm summer.</p></main></body></html>`;

async function dossierOf(place: Workplace): Promise<Dossier> {
  return JSON.parse(await place.read('content/research/worm-towers.json')) as Dossier;
}

describe('--research searxng', () => {
  const open = () => Workplace.open({ SEARXNG_BASE_URL: server.searxngUrl });
  const tell = (urls: readonly string[]) => {
    const results = urls.map((url, index) => ({
      title: `Worm towers, told ${index}`,
      url,
      content: `Worm towers are told of here in the lines of result ${index}.`,
      score: 10 - index,
    }));
    server.configure({ searxng: { results: () => results } });
  };

  it('reads the best pages itself, tells the lines of the others, and costs nothing', async () => {
    await using site = await WebSite.open({ '/a': pageOf('Anna'), '/b': pageOf('Ben') });
    await using place = await open();
    tell([site.url('/a'), site.url('/gone'), site.url('/b')]);
    const args = ['research', 'worm towers', '--research', 'searxng', '--allow-private'];
    const { summary, exitCode } = await place.runForData(args);
    expect(exitCode).toBe(0);
    expect(summary.totals.usage).toMatchObject({ credits: 0, costUsd: 0, unpricedCalls: 0 });
    const { sources } = await dossierOf(place);
    const texts = sources.map((source) => [
      source.url,
      source.passages.map(({ text }) => text).join(' '),
    ]);
    expect(Object.fromEntries(texts)).toMatchObject({
      [site.url('/a')]: expect.stringContaining('forty litres') as string,
      [site.url('/b')]: expect.stringContaining('Worms of Ben') as string,
      [site.url('/gone')]: expect.stringContaining('told of here in the lines') as string,
    });
    expect(server.calls.every(({ route }) => route === 'searxng')).toBe(true);

    // Searches and pages are kept, and another depth is another research of the same answers.
    const [searches, requests] = [server.count(), site.requests.length];
    expect((await place.run(args)).exitCode).toBe(0);
    expect([server.count(), site.requests.length]).toEqual([searches, requests]);
    expect((await place.run([...args, '--depth', 'quick'])).exitCode).toBe(0);
    expect(site.requests).toHaveLength(requests);
    const quick = await dossierOf(place);
    expect(JSON.stringify(quick)).not.toContain('forty litres');
  });

  it('says which setting of the server is the remedy where it gives no JSON', async () => {
    await using place = await open();
    server.configure({ searxng: { formats: ['html'] } });
    const args = ['research', 'worm towers', '--research', 'searxng', '--fan-out', '1'];
    const { exitCode, all } = await place.run(args);
    expect(exitCode).toBe(1);
    expect(all).toContain('SearXNG gives no results as JSON (HTTP 403)');
    expect(all).toContain('Add json to search.formats in the settings.yml');
    expect(server.count()).toBe(1);
  });

  it('needs an address', async () => {
    await using place = await Workplace.open();
    const { exitCode, stderr } = await place.run(['research', 'x', '--research', 'searxng']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('SEARXNG_BASE_URL');
  });
});

describe('filters of pages', () => {
  it('reach the searches, and the sources keep to them', async () => {
    await using place = await Workplace.openWith(server, { SEARXNG_BASE_URL: server.searxngUrl });
    const domains = ['garden.example', 'farm.example'];
    const args = ['research', 'worm towers', '--depth', 'quick', '--time-range', 'year'];
    const places = ['--research', 'tavily,searxng', '--country', 'Germany'];
    const hostsWanted = ['--include-domains', domains.join(',')];
    const hostsUnwanted = ['--exclude-domains', 'old.garden.example'];
    const { exitCode, stderr } = await place.run([
      ...args,
      ...places,
      ...hostsWanted,
      ...hostsUnwanted,
    ]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('country holds for a part of the research: SearXNG knows no country.');
    expect(server.callsTo('search')[0]).toMatchObject({
      status: 200,
      body: {
        include_domains: domains.toSorted(),
        exclude_domains: ['old.garden.example'],
        time_range: 'year',
        country: 'germany',
      },
    });
    expect(server.callsTo('searxng')[0]?.query).toMatchObject({
      q: expect.stringContaining('(site:garden.example OR site:farm.example)') as string,
      time_range: 'year',
    });
    const hosts = (await dossierOf(place)).sources.map(({ url = '' }) => new URL(url).host);
    expect(hosts.length).toBeGreaterThan(0);
    expect(domains).toEqual(expect.arrayContaining([...new Set(hosts)]));

    // Another wish is another research.
    const calls = server.count('search');
    const again = ['--research', 'tavily', '--include-domains', 'garden.example'];
    expect((await place.run([...args, ...again])).exitCode).toBe(0);
    expect(server.count('search')).toBeGreaterThan(calls);
  });

  it('that can have no effect are refused before anything is asked', async () => {
    await using place = await Workplace.openWith(server);
    const args = ['research', 'worm towers', '--research', 'library'];
    const idle = ['--country', 'germany', '--site', 'garden.example'];
    const { exitCode, stderr } = await place.run([...args, ...idle]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--country has no effect');
    expect(stderr).toContain('--site has no effect: only deep research explores sites');
    expect(server.count()).toBe(0);
  });
});

describe('--site', () => {
  it('reads pages of the site on the keyword, and tells of one that may not be explored', async () => {
    await using place = await Workplace.openWith(server);
    server.configure({
      site: (host) =>
        ['', 'about', 'worm-towers-for-beginners'].map((path) => `https://${host}/${path}`),
    });
    const args = ['research', 'worm towers', '--research', 'tavily', '--depth', 'deep'];
    const sites = ['--site', 'garden.example', '--site', 'closed.example'];
    const { exitCode, stderr } = await place.run([...args, ...sites]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('closed.example is left out. Tavily may not explore the site');
    expect(server.callsTo('map').map(({ body }) => (body as { url: string }).url)).toEqual(
      expect.arrayContaining(['garden.example', 'closed.example']),
    );
    const { sources } = await dossierOf(place);
    expect(sources.map(({ url }) => url)).toContain(
      'https://garden.example/worm-towers-for-beginners',
    );
  });
});
