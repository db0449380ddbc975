import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import type { SearchCallBody } from '../support/loopback/loopback-types.ts';
import type { LoopbackResult } from '../support/loopback/search-results.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { nameOfRequest, tally } from '../support/processes/call-names.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';

const KEYWORD = 'rainwater tanks';

function page(host: string, text: string, score = 0.9): LoopbackResult {
  return {
    title: `On ${KEYWORD} (${host})`,
    url: `https://${host}/tanks`,
    content: text.slice(0, 200),
    score,
    raw_content: text,
  };
}

const FILLER =
  'Rainwater tanks stand in many gardens, and a fine filter keeps leaves out of them. A lid keeps light away, so that no algae grow. ';
const GENERAL = page(
  'garden.example.com',
  `# Rainwater tanks\n\n${FILLER.repeat(4)}\n\n## How they work\n\nRainwater tanks work with a pipe from the roof. Rainwater tanks cost between 300 and 900 euros. A plastic tank for rainwater lasts for 25 years.`,
);
const OTHER = page(
  'house.example.org',
  `# Water from the roof\n\n${FILLER.repeat(4)}\n\n## Figures\n\nRainwater tanks work best below ground, where it stays cool. Rainwater tanks cost around 700 euros. For rainwater, a plastic tank lasts for 10 years.`,
  0.8,
);
const CHOOSING = page(
  'buyers.example.net',
  `# How to choose\n\nTo choose rainwater tanks, count on 60 litres for each square metre of roof. Choose dark plastic, and choose a tank with a large lid. Rainwater tanks from this list have been tested for 3 years.`,
  0.7,
);
/** A search tells a few lines of it. */
const LINES = {
  ...page('lines.example.net', 'Rainwater tanks, in short.', 0.85),
  raw_content: null,
};

/** What is found depends on what is asked: how to choose is told nowhere else. */
function found({ query }: SearchCallBody): readonly LoopbackResult[] {
  if (/\bchoose\b/u.test(query)) return [GENERAL, CHOOSING];
  return query === KEYWORD ? [GENERAL, LINES, OTHER] : [GENERAL, OTHER];
}

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer({ search: found });
});
afterEach(() => server.reset());
afterAll(() => server.close());

async function research(...flags: string[]) {
  const place = await prepareWorkplace(server, { keywords: 1 });
  const run = await place.runForData(['research', KEYWORD, ...flags]);
  const path = 'content/research/rainwater-tanks.json';
  const read = async () => JSON.parse(await place.read(path)) as Dossier;
  return { place, run, read };
}

const hosts = ({ sources }: Dossier) => sources.map(({ url }) => new URL(url ?? '').host);

describe('--depth', () => {
  it('quick searches the keyword and one question', async () => {
    const { place, run, read } = await research('--depth', 'quick');
    await using _ = place;
    expect(run.exitCode).toBe(0);
    const dossier = await read();
    expect(dossier.questions).toHaveLength(2);
    expect(server.count()).toBe(2);
    expect(server.callsTo('search').every(({ body }) => Object(body).max_results === 3)).toBe(true);
  });

  it('standard asks five times and misses what only another question finds', async () => {
    const { place, run, read } = await research();
    await using _ = place;
    expect(run.exitCode).toBe(0);
    const dossier = await read();
    expect(server.count('search')).toBe(5);
    expect(server.count('extract')).toBe(0);
    expect(dossier.rounds).toBeUndefined();
    expect(hosts(dossier)).not.toContain('buyers.example.net');
  });

  it('deep finds it in its third round, reads short pages whole, and tells its rounds', async () => {
    const { place, run, read } = await research('--depth', 'deep');
    await using _ = place;
    expect(run.exitCode).toBe(0);
    const dossier = await read();
    expect(hosts(dossier)).toContain('buyers.example.net');
    const [first, second, third] = dossier.rounds ?? [];
    expect(first).toMatchObject({ newSources: 3 });
    expect(second).toMatchObject({ newSources: 0 });
    expect(third?.questions).toContain('How do you choose rainwater tanks?');
    expect(third).toMatchObject({ newSources: 1 });
    expect(dossier.questions).toEqual(dossier.rounds?.flatMap(({ questions }) => questions));
    expect(dossier.questions).toHaveLength(server.count('search'));
    expect(server.count('search')).toBeLessThanOrEqual(5 + 8);
    expect(server.callsTo('extract').map(({ body }) => Object(body).urls)).toEqual([
      ['https://lines.example.net/tanks'],
    ]);
    const [total, last] = run.events
      .filter((event) => event.type === 'step-progress')
      .map(({ done, total: all }) => [done, all])
      .at(-1) ?? [0, 1];
    expect(total).toBe(last);
    expect(run.summary.totals.usage.calls).toBe(server.count());
  });

  it('tells where sources contradict each other, in the dossier and to the editor', async () => {
    const { place, run, read } = await research();
    await using _ = place;
    const { contradictions } = await read();
    expect(contradictions).toHaveLength(1);
    expect(contradictions?.[0]?.passages.map(({ says }) => says).toSorted()).toEqual([
      '10 years',
      '25 years',
    ]);
    const [item] = run.summary.items;
    expect(item?.notes?.join('\n')).toMatch(/^Sources differ \(.*says \d\d years, s\d says/mu);
  });

  it('stops at the budget in the middle, and goes on without paying twice', async () => {
    const undisturbed = await research('--depth', 'deep');
    await using _ = undisturbed.place;
    const calls = server.count();
    const { costUsd } = undisturbed.run.summary.totals.usage;
    server.reset();
    const { place, run, read } = await research('--depth', 'deep', '--max-cost', '0.055');
    await using __ = place;
    expect(run.exitCode).toBe(3);
    expect(run.summary.stopError?.code).toBe('BUDGET_EXHAUSTED');
    // Five of the usual rounds and a page were paid; of the deep rounds not all.
    expect(server.count('search')).toBeGreaterThanOrEqual(5);
    expect(server.count()).toBeLessThan(calls);
    const resumed = await place.runForData(['runs', 'resume', '--max-cost', '1']);
    expect(resumed.exitCode).toBe(0);
    expect(server.count()).toBe(calls);
    expect([...tally(server.calls.map(nameOfRequest)).values()].filter((n) => n > 1)).toEqual([]);
    expect(resumed.summary.totals.usage.costUsd).toBeCloseTo(costUsd, 9);
    const usual = await undisturbed.read();
    const { questions, rounds, sources } = await read();
    expect({ questions, rounds }).toEqual({ questions: usual.questions, rounds: usual.rounds });
    expect(sources.map(({ url }) => url)).toEqual(usual.sources.map(({ url }) => url));
  });

  it('shares the searches of all rounds within a cluster', async () => {
    const place = await prepareWorkplace(server, { keywords: 1 });
    await using _ = place;
    await place.write('cluster.txt', `${KEYWORD}\n${KEYWORD} tank\n`);
    const flags = ['--depth', 'deep', '--reuse-similar', '0.6', '--parallel', '2'];
    const { exitCode, summary } = await place.runForData([
      'research',
      '--from-file',
      'cluster.txt',
      ...flags,
    ]);
    expect(exitCode).toBe(0);
    expect(summary.totals.succeeded).toBe(2);
    expect([...tally(server.calls.map(nameOfRequest)).values()].filter((n) => n > 1)).toEqual([]);
    expect(server.count('search')).toBeLessThanOrEqual(5 + 8);
  });
});

describe('--site', () => {
  it('maps the site once for all keywords, and its pages join the sources', async () => {
    server.configure({
      search: found,
      site: (domain) => [`https://${domain}/rainwater-tanks`, `https://${domain}/imprint`],
    });
    const { place, run, read } = await research('--depth', 'deep', '--site', 'maker.example.com');
    await using _ = place;
    expect(run.exitCode).toBe(0);
    expect(server.count('map')).toBe(1);
    expect(hosts(await read())).toContain('maker.example.com');
  });

  it('without deep research is refused before anything is spent', async () => {
    const place = await prepareWorkplace(server, { keywords: 1 });
    await using _ = place;
    const { exitCode, stderr } = await place.run(['research', KEYWORD, '--site', 'example.com']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Add --depth deep');
    expect(server.count()).toBe(0);
  });
});
