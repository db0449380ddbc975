import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workplace } from '../support/cli.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { topicPages } from '../support/loopback/topic-pages.ts';
import { nameOfRequest } from '../support/processes/call-names.ts';
import { EventWatch } from '../support/processes/event-watch.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';
import { readTree } from '../support/processes/read-tree.ts';
import { GLOSSARY, TOPICS, writeArticles } from '../support/topic-articles.ts';

const SLUGS = TOPICS.map((topic) => topic.replaceAll(' ', '-')).toSorted();
const COST = 'heat pump costs';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer({ search: () => topicPages(TOPICS) });
});
afterEach(() => server.reset());
afterAll(() => server.close());

const open = () => prepareWorkplace(server, { keywords: 0 });

/** Where the text of a Markdown article links to on its own site, in order. */
function linkTargets(markdown: string): string[] {
  return [...markdown.matchAll(/\]\((?!https?:)([^()\s]+)\)/gu)].map(([, target = '']) => target);
}

describe('links between the articles of a run', () => {
  it.each([
    ['3 at most unless said', [], 3],
    ['as many as are said', ['--internal-links', '1'], 1],
  ])(
    '%s, only to pages that exist, counted in the summary and the reports',
    async (_name, flags, most) => {
      await using place = await open();
      const args = ['--format', 'md,html,json', '--report', 'r.csv', '--parallel', '3', ...flags];
      const { exitCode, summary } = await place.runForData([
        'batch',
        ...TOPICS,
        ...GLOSSARY,
        ...args,
      ]);
      expect(exitCode).toBe(0);
      const rows: Record<string, string>[] = parse(await place.read('r.csv'), { columns: true });
      let all = 0;
      for (const [index, { slug, linksTo = [] }] of summary.items.entries()) {
        const markdown = await place.read(`content/${slug}.md`);
        const targets = linkTargets(markdown);
        expect(targets.toSorted()).toEqual(linksTo.map((other) => `${other}.md`).toSorted());
        expect(new Set(targets).size).toBe(targets.length);
        expect(targets.length).toBeGreaterThan(0);
        expect(targets.length).toBeLessThanOrEqual(most);
        expect(targets).not.toContain(`${slug}.md`);
        expect(SLUGS).toEqual(expect.arrayContaining([...linksTo]));
        expect(rows[index]?.['links']).toBe(String(targets.length));
        all += targets.length;
        const headings = markdown.split('\n').filter((line) => /^[#>|]/u.test(line));
        expect(linkTargets(headings.join('\n'))).toEqual([]);
        const { document } = parseHTML(await place.read(`content/${slug}.html`));
        const pages = [...document.querySelectorAll('a[href$=".html"]')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !href.startsWith('http'));
        expect(new Set(pages)).toEqual(new Set(linksTo.map((other) => `${other}.html`)));
        expect(pages).toHaveLength(linksTo.length);
      }
      expect(summary.site).toMatchObject({ articles: 5, links: all, sameTitles: [], files: [] });
      const linked = new Set(summary.items.flatMap(({ linksTo = [] }) => linksTo));
      expect(summary.site?.orphans).toEqual(SLUGS.filter((slug) => !linked.has(slug)));
    },
  );

  it('are none with --internal-links 0', async () => {
    await using place = await open();
    const { summary } = await place.runForData([
      'batch',
      ...TOPICS,
      ...GLOSSARY,
      '--internal-links',
      '0',
    ]);
    expect(summary.totals.succeeded).toBe(5);
    for (const slug of SLUGS)
      expect(linkTargets(await place.read(`content/${slug}.md`))).toEqual([]);
  });

  it('lead to no article that failed, and to it once a retry has written it', async () => {
    await using place = await open();
    server.setFault(({ route, body }) =>
      route === 'chat' && JSON.stringify(body).includes('<keyword>heat pump noise<')
        ? { status: 400 }
        : undefined,
    );
    const flags = ['--continue-on-error', '--internal-links', '4'];
    const { exitCode, stdout } = await writeArticles(place, TOPICS, ...flags);
    expect(exitCode).toBe(1);
    const others = SLUGS.filter((slug) => slug !== 'heat-pump-noise');
    const linksOfAll = async () =>
      (await Promise.all(others.map((slug) => place.read(`content/${slug}.md`)))).flatMap(
        linkTargets,
      );
    const links = await linksOfAll();
    expect(links.length).toBeGreaterThan(0);
    expect(links).not.toContain('heat-pump-noise.md');
    server.setFault(undefined);
    const paid = server.count();
    const [, run = ''] = /runs retry (\S+)/u.exec(stdout) ?? [];
    expect((await place.run(['runs', 'retry', run])).exitCode).toBe(0);
    expect(await linksOfAll()).toContain('heat-pump-noise.md');
    // The others get their links without being paid for again.
    expect(server.count() - paid).toBe(3);
  });

  it('lead to articles that were there before, whose files stay as they are; orphans are named', async () => {
    await using place = await open();
    expect((await writeArticles(place, ['heat pump noise'], '--format', 'md,html')).exitCode).toBe(
      0,
    );
    const page = '---\ntitle: "Heat pump drilling"\n---\n\n# Heat pump drilling\n\nIt is loud.\n';
    await place.write('content/our-drilling.md', page);
    await place.write('content/lonely.md', '---\ntitle: "Imprint"\n---\n\n# Imprint\n\nNobody.\n');
    const before = await readTree(join(place.folder, 'content'));
    const { exitCode, stdout } = await writeArticles(place, [COST, 'heat pump grants']);
    expect(exitCode).toBe(0);
    const after = await readTree(join(place.folder, 'content'));
    for (const [path, text] of before) expect(after.get(path)).toBe(text);
    const links = ['heat-pump-costs.md', 'heat-pump-grants.md'].map((name) =>
      linkTargets(after.get(name) ?? ''),
    );
    expect(links.flat()).toEqual(expect.arrayContaining(['heat-pump-noise.md', 'our-drilling.md']));
    expect(stdout).toContain(`${links.flat().length} links between articles`);
    expect(stdout).toMatch(/^No article links to .*lonely/mu);
    expect(stdout).not.toMatch(/^No article links to .*heat-pump-noise/mu);
  });
});

describe('the pages about all articles', () => {
  it('list what is in the folder, and nothing else', async () => {
    await using place = await open();
    await writeArticles(place, ['heat pump noise']);
    const flags = [
      '--sitemap',
      '--site-url',
      'https://example.com/blog',
      '--index',
      '--format',
      'md,html',
    ];
    const { exitCode, stdout } = await writeArticles(place, [COST, 'heat pump grants'], ...flags);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'Also written: content/sitemap.xml, content/index.md, content/index.html',
    );
    const sitemap = await place.read('content/sitemap.xml');
    const places = [...sitemap.matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)<\/lastmod>/gu)];
    expect(places.map(([, address]) => address)).toEqual([
      'https://example.com/blog/heat-pump-costs.html',
      'https://example.com/blog/heat-pump-grants.html',
      'https://example.com/blog/heat-pump-noise',
    ]);
    expect(places.every(([, , date = '']) => date.startsWith('2026-05-28'))).toBe(true);
    const index = await place.read('content/index.md');
    for (const slug of ['heat-pump-costs', 'heat-pump-grants', 'heat-pump-noise'])
      expect(index).toContain(`/${slug}`);
    // A second run lists its own pages no more than the first.
    await writeArticles(place, ['heat pump repairs'], ...flags);
    expect((await place.read('content/sitemap.xml')).match(/<loc>/gu)).toHaveLength(4);
    expect((await place.read('content/index.md')).match(/^- \[/gmu)).toHaveLength(4);
  });
});

const WHOLE =
  '--format md,html,json --parallel 2 --internal-links 2 --sitemap --site-url https://example.com --index --citation-style chicago --bibliography'.split(
    ' ',
  );

describe('a run that is interrupted', () => {
  /** All files that it writes when nobody disturbs it. */
  let tree: Map<string, string>;
  beforeAll(async () => {
    tree = await wholeTree();
  });

  /** Holds the last answer of the last keyword, once it is asked for, until it is let go. */
  function holdLast() {
    const asked = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    server.setFault((call) => {
      if (nameOfRequest(call) !== 'chat heat pump drilling: closing') return undefined;
      asked.resolve();
      return { until: held.promise };
    });
    return { asked: asked.promise, release: held.resolve };
  }

  async function wholeTree(): Promise<Map<string, string>> {
    await using undisturbed = await open();
    expect((await writeArticles(undisturbed, TOPICS, ...WHOLE)).exitCode).toBe(0);
    server.reset();
    const tree = await readTree(join(undisturbed.folder, 'content'));
    expect([...tree.keys()]).toEqual(
      expect.arrayContaining(['sitemap.xml', 'index.md', 'index.html', 'references.bib']),
    );
    const links = SLUGS.flatMap((slug) => [
      ...(tree.get(`${slug}.md`) ?? '').matchAll(/\]\(https:\/\/example\.com\//gu),
    ]);
    expect(links.length).toBeGreaterThan(5);
    return tree;
  }

  async function expectWhole(place: Workplace) {
    const now = await readTree(join(place.folder, 'content'));
    expect([...now.keys()]).toEqual([...tree.keys()]);
    for (const [path, text] of now) expect({ path, text }).toEqual({ path, text: tree.get(path) });
  }

  it('by SIGINT in the middle: comes to the same bytes when it goes on', async () => {
    await using place = await open();
    server.setFault(({ route }) => (route === 'chat' ? { delayMs: 200 } : undefined));
    const running = place.start(['batch', ...TOPICS, ...GLOSSARY, ...WHOLE]);
    await server.waitForCalls(8, 'chat');
    running.kill('SIGINT');
    expect((await running).exitCode).toBe(130);
    expect(await place.list('content')).not.toContain('sitemap.xml');
    server.setFault(undefined);
    expect((await place.run(['batch', '--resume'])).exitCode).toBe(0);
    await expectWhole(place);
  });

  it('by SIGINT while the last call is under way: has its articles, its links and its pages', async () => {
    await using place = await open();
    const { asked, release } = holdLast();
    const running = place.start(['batch', ...TOPICS, ...GLOSSARY, ...WHOLE]);
    const watch = new EventWatch(running);
    expect(await watch.waitForLine(/✔ 4\/5/u)).toBe(true);
    await asked;
    running.kill('SIGINT');
    expect(await watch.waitForLine(/Interrupted/u)).toBe(true);
    release();
    const { exitCode, stdout } = await running;
    // Nothing was cut off: all calls were under way already.
    expect(exitCode).toBe(0);
    expect(stdout).toContain('links between articles');
    await expectWhole(place);
  });

  it('by a kill as soon as its last article is there: is linked by its resumption', async () => {
    await using place = await open();
    const running = place.start([
      'batch',
      ...TOPICS,
      ...GLOSSARY,
      ...WHOLE,
      '--reporter',
      'ndjson',
    ]);
    const watch = new EventWatch(running);
    expect(await watch.waitForEvents('item-end', 5)).toBe(true);
    running.kill('SIGKILL');
    await running;
    const paid = server.count();
    expect((await place.run(['batch', '--resume'])).exitCode).toBe(0);
    expect(server.count()).toBe(paid);
    await expectWhole(place);
  });

  it('by a page that cannot be written: keeps its articles, says so, and goes on when it can be', async () => {
    await using place = await open();
    const inTheWay = join(place.folder, 'content', 'sitemap.xml');
    await mkdir(inTheWay, { recursive: true });
    const { exitCode, stdout } = await writeArticles(place, TOPICS, ...WHOLE);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('5 articles written');
    expect(stdout).toMatch(/sitemap\.xml.*\(OUTPUT_UNWRITABLE\)/u);
    const paid = server.count();
    await rmdir(inTheWay);
    expect((await place.run(['batch', '--resume'])).exitCode).toBe(0);
    expect(server.count()).toBe(paid);
    await expectWhole(place);
  });
});
