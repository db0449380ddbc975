import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/events.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { nameOfRequest, tally } from '../support/processes/call-names.ts';
import { callsOfArticles } from '../support/processes/calls-of-articles.ts';
import { EventWatch } from '../support/processes/event-watch.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

/** Where articles are short: three calls to the model each. */
const openPlace = () => prepareWorkplace(server, { keywords: 0, config: { template: 'glossary' } });

/** The most keywords under way together, and their order of start. */
function lanes(events: readonly RunEvent[]): { most: number; started: string[] } {
  let running = 0;
  let most = 0;
  const started: string[] = [];
  for (const event of events) {
    if (event.type === 'item-start') {
      running++;
      started.push(event.keyword);
    }
    if (event.type === 'item-end' || event.type === 'item-error') running--;
    most = Math.max(most, running);
  }
  return { most, started };
}

describe('the main job with both providers', () => {
  it('is sequential by default, in order, never two keywords at once', async () => {
    await using place = await openPlace();
    const { events, summary, exitCode } = await place.runForData(['batch', 'one', 'two', 'three']);
    expect(lanes(events)).toEqual({ most: 1, started: ['one', 'two', 'three'] });
    expect(server.maxConcurrentOn('chat')).toBe(1);
    expect(exitCode).toBe(0);
    expect(summary.items.map(({ status }) => status)).toEqual(Array(3).fill('succeeded'));
    expect(await place.list('content')).toEqual(['one.md', 'research', 'three.md', 'two.md']);
  });

  it('with --parallel 3 has never more than three at once, and really three', async () => {
    await using place = await openPlace();
    const keywords = Array.from({ length: 9 }, (_, index) => `keyword ${index}`);
    // No answer from the model until three keywords wait for one: without three lanes this never ends.
    const three = server.waitForInFlight(3, 'chat');
    server.setFault(({ route }) => (route === 'chat' ? { until: three } : undefined));
    const { events, summary } = await place.runForData(['batch', ...keywords, '--parallel', '3']);
    expect(lanes(events).most).toBe(3);
    expect(server.maxConcurrentOn('chat')).toBe(3);
    expect(summary.items.map(({ keyword }) => keyword)).toEqual(keywords);
  });

  it('bounds the calls inside a keyword by --fan-out', async () => {
    await using place = await openPlace();
    const searches = server.waitForInFlight(2, 'search');
    const sections = server.waitForInFlight(2, 'chat');
    // Without two calls at a time none of these ends. The last search and the plan of the article come alone.
    server.setFault((call) => {
      if (call.route === 'search') return { until: searches };
      return nameOfRequest(call).includes('sections.') ? { until: sections } : undefined;
    });
    await place.run(['batch', 'one', '--template', 'guide', '--fan-out', '2']);
    expect(server.maxConcurrentOn('search')).toBe(2);
    expect(server.maxConcurrentOn('chat')).toBe(2);
    const { search, chat } = await callsOfArticles(['one']);
    expect(server.count('search')).toBe(search);
    expect(server.count('chat')).toBe(chat);
  });

  it('--dry-run calls only the research and tells what the writing would cost', async () => {
    await using place = await openPlace();
    const args = ['batch', 'one', 'two', '--dry-run', '--template', 'guide'];
    const { summary, exitCode } = await place.runForData(args);
    const { search, chat } = await callsOfArticles(['one', 'two']);
    expect(server.count('chat')).toBe(0);
    expect(server.count('search')).toBe(search);
    expect(exitCode).toBe(0);
    expect(summary.estimate).toMatchObject({ calls: chat, model: 'gpt-5.4-mini' });
    expect(summary.estimate?.costUsd).toBeGreaterThan(0);
    expect(await place.list('content')).toEqual(['research']);
    expect(await place.list('content/research')).toEqual(['one.json', 'two.json']);
  });

  it('writes a dossier whose passages name their place, and front matter with cost and sources', async () => {
    await using place = await openPlace();
    await place.run(['batch', 'one']);
    const dossier = JSON.parse(await place.read('content/research/one.json'));
    expect(dossier).toMatchObject({ version: 1, keyword: 'one', providers: ['tavily'] });
    expect(dossier.sources.length).toBeGreaterThan(1);
    const [source] = dossier.sources;
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(source.passages[0].end - source.passages[0].start).toBe(source.passages[0].text.length);
    const urls = dossier.sources.map(({ url }: { url: string }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    const article = await place.read('content/one.md');
    expect(article).toMatch(/^---\n/);
    expect(article).toMatch(/^writer: "openai"$/m);
    expect(article).toMatch(/^model: "gpt-5.4-mini"$/m);
    expect(article).toMatch(/^cost_usd: 0\.\d+$/m);
  });
});

describe('failures', () => {
  const failSecond = () =>
    server.setFault((call) => {
      const isSecond = JSON.stringify(call.body).includes('<keyword>two</keyword>');
      return call.route === 'chat' && isSecond ? { status: 400 } : undefined;
    });

  it('continue-on-error processes all and reports the failures, exit 1', async () => {
    await using place = await openPlace();
    failSecond();
    const result = await place.run(['batch', 'one', 'two', 'three', '--continue-on-error']);
    expect(result.exitCode).toBe(1);
    expect(await place.list('content')).toEqual(['one.md', 'research', 'three.md']);
    expect(result.stdout).toContain('two');
    expect(result.stdout).toContain('2 of 3 articles written');
    expect(result.stdout).toContain('REQUEST_REJECTED');
  });

  it('fail-fast starts nothing after the first failure, keeps what is done, exit 1', async () => {
    await using place = await openPlace();
    failSecond();
    const { summary, events, exitCode } = await place.runForData(['batch', 'one', 'two', 'three']);
    expect(exitCode).toBe(1);
    expect(summary.stoppedBy).toBe('failure');
    expect(summary.items.map(({ status }) => status)).toEqual([
      'succeeded',
      'failed',
      'not-started',
    ]);
    expect(lanes(events).started).toEqual(['one', 'two']);
    expect(await place.list('content')).toEqual(['one.md', 'research']);
  });

  it('fail-fast aborts what is in flight: the requests end on the wire', async () => {
    await using place = await openPlace();
    const both = server.waitForInFlight(2, 'chat');
    server.setFault((call) => {
      if (call.route !== 'chat') return undefined;
      const isSecond = JSON.stringify(call.body).includes('<keyword>two</keyword>');
      return isSecond ? { until: both, status: 400 } : { break: 'hang' };
    });
    const { summary } = await place.runForData(['batch', 'one', 'two', '--parallel', '2']);
    expect(summary.items.map(({ status }) => status)).toEqual(['cancelled', 'failed']);
    expect(server.callsTo('chat').map(({ outcome }) => outcome)).toContain('aborted');
  });

  it.each([
    ['search', { status: 401 }, 'KEY_REJECTED'],
    ['search', { status: 432 }, 'QUOTA_EXHAUSTED'],
    ['search', { status: 433 }, 'QUOTA_EXHAUSTED'],
    ['chat', { status: 401 }, 'KEY_REJECTED'],
    ['chat', { status: 429, code: 'insufficient_quota' }, 'QUOTA_EXHAUSTED'],
  ] as const)(
    'a %s answered with %j ends the run with exit 3 in both modes',
    async (route, fault, code) => {
      await using place = await openPlace();
      for (const mode of ['--fail-fast', '--continue-on-error']) {
        server.reset();
        server.setFault((call) => (call.route === route ? fault : undefined));
        const { exitCode, summary } = await place.runForData(['batch', 'one', 'two', mode]);
        expect(exitCode).toBe(3);
        expect(summary.stoppedBy).toBe('credentials-or-quota');
        expect(summary.totals).toMatchObject({ failed: 1, notStarted: 1 });
        expect(summary.items[0]?.error?.code).toBe(code);
        expect(await place.list('content')).not.toContain('one.md');
      }
    },
  );

  it.each(['search', 'chat'] as const)(
    'a %s answered with 400 fails its keyword alone, on the first attempt',
    async (route) => {
      await using place = await openPlace();
      let rejected = 0;
      server.setFault((call) => {
        const query = route === 'search' ? '"query":"two"' : '<keyword>two</keyword>';
        if (call.route !== route || !JSON.stringify(call.body).includes(query)) return undefined;
        rejected += 1;
        return { status: 400 };
      });
      const keywords = ['one', 'two', 'three'];
      const { exitCode, summary } = await place.runForData([
        'batch',
        ...keywords,
        '--continue-on-error',
      ]);
      expect(exitCode).toBe(1);
      expect(rejected).toBe(1);
      expect(summary.items.map(({ status, error }) => error?.code ?? status)).toEqual([
        'succeeded',
        'REQUEST_REJECTED',
        'succeeded',
      ]);
    },
  );

  it('rides out 429 and 503 without losing a keyword', async () => {
    await using place = await openPlace();
    server.failNext('search', { status: 429, headers: { 'retry-after': '1' } });
    server.failNext('chat', { status: 503 }, { break: 'reset' });
    const { exitCode, events } = await place.runForData(['batch', 'one', 'two', '--parallel', '2']);
    expect(exitCode).toBe(0);
    expect(events.filter(({ type }) => type === 'call-retry').length).toBeGreaterThanOrEqual(3);
  });

  it('a keyword for which research finds nothing fails with that reason, and no article is written', async () => {
    await using place = await openPlace();
    server.configure({ search: () => [] });
    const { exitCode, stdout } = await place.run(['batch', 'nothing at all']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('found nothing on "nothing at all"');
    expect(server.count('chat')).toBe(0);
    expect(await place.list('content')).toEqual([]);
  });
});

describe('signals', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s lets the call under way end, prints the summary and exits 130; going on asks nothing twice',
    async (name) => {
      await using place = await openPlace();
      const release = Promise.withResolvers<void>();
      const firstIsPlanned = server.waitForCalls(1, 'chat');
      server.setFault(({ route }) => (route === 'chat' ? { until: release.promise } : undefined));
      const running = place.start(['batch', 'one', 'two']);
      const watch = new EventWatch(running);
      await firstIsPlanned;
      running.kill(name);
      expect(await watch.waitForLine(/Interrupted/u)).toBe(true);
      release.resolve();
      const { exitCode, stdout } = await running;
      expect(exitCode).toBe(130);
      expect(stdout).toContain('0 of 2 articles');
      expect(stdout).toContain('Cancelled (1): one');
      expect(stdout).toContain('Not started (1): two');
      expect(await place.list('content')).toEqual(['research']);
      expect(server.callsTo('chat').map(({ outcome }) => outcome)).toEqual(['answered']);

      const next = await place.runForData(['batch', '--resume']);
      expect(next.exitCode).toBe(0);
      expect(await place.list('content')).toEqual(['one.md', 'research', 'two.md']);
      expect([...tally(server.calls.map(nameOfRequest)).values()].filter((n) => n > 1)).toEqual([]);
      expect(server.count()).toBe((await callsOfArticles(['one', 'two'], 'glossary')).all);
      expect(next.summary.totals.usage.calls).toBe(server.count());
    },
  );

  it('a second signal leaves at once', async () => {
    await using place = await openPlace();
    const searching = server.waitForCalls(1, 'search');
    server.setFault(() => ({ break: 'hang' }));
    const running = place.start(['batch', 'one']);
    const watch = new EventWatch(running);
    await searching;
    running.kill('SIGINT');
    expect(await watch.waitForLine(/Interrupted/u)).toBe(true);
    running.kill('SIGINT');
    expect((await running).exitCode).toBe(130);
  });
});
