import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import { Workplace } from '../support/cli.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

const ARTICLE = ['generate', 'heat pumps', '--writer', 'extractive'];
const readDossier = async (place: Workplace): Promise<Dossier> =>
  JSON.parse(await place.read('content/research/heat-pumps.json')) as Dossier;

describe('works as sources of articles', () => {
  it('are cited with what a reference needs, and never when they are retracted', async () => {
    await using place = await Workplace.openWith(server);
    const styled = ['--research', 'openalex', '--citation-style', 'apa', '--bibliography'];
    const { exitCode } = await place.run([...ARTICLE, ...styled]);
    expect(exitCode).toBe(0);
    const dossier = await readDossier(place);
    expect(dossier.providers).toEqual(['openalex']);
    for (const { work, url } of dossier.sources) {
      expect(work?.authors.length).toBeGreaterThan(0);
      expect(work?.year).toBeGreaterThan(1900);
      expect(work?.venue).toBeTypeOf('string');
      expect(url).toMatch(/^https:\/\/(?:doi\.org\/10\.|openalex\.org\/W)/);
    }
    // The double gives every question a retracted work among its best: it is asked to leave them out.
    const asked = server.callsTo('works').map(({ query }) => query?.['filter'] ?? '');
    expect(asked.every((filter) => filter.includes('is_retracted:false'))).toBe(true);
    const article = await place.read('content/heat-pumps.md');
    const list = article.slice(article.indexOf('## Sources'));
    const cited = dossier.sources.filter(({ url }) => url !== undefined && list.includes(url));
    expect(cited.length).toBeGreaterThan(1);
    expect(list).toMatch(/^\[\^1\]: [A-Z][^,]+, [A-Z]\..* \(\d{4}\)\./m);
    const bibliography = await place.read('content/references.bib');
    expect(bibliography.match(/^@/gm)).toHaveLength(cited.length);
    const dois = cited.flatMap(({ work }) => work?.doi ?? []);
    expect(dois.filter((doi) => !bibliography.includes(`doi = {${doi}}`))).toEqual([]);
  });

  it('stand beside web pages in one dossier', async () => {
    await using place = await Workplace.openWith(server);
    const { exitCode } = await place.run([...ARTICLE, '--research', 'tavily,openalex']);
    expect(exitCode).toBe(0);
    const { sources, providers } = await readDossier(place);
    expect(new Set(providers)).toEqual(new Set(['tavily', 'openalex']));
    expect(new Set(sources.map(({ provider }) => provider))).toEqual(
      new Set(['tavily', 'openalex']),
    );
    for (const { provider, work } of sources) {
      expect(work !== undefined).toBe(provider === 'openalex');
    }
  });
});
