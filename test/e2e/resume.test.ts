import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { noteFigures } from '../support/processes/note-figures.ts';
import { nameOfRequest, tally } from '../support/processes/call-names.ts';
import { callsOfArticles } from '../support/processes/calls-of-articles.ts';
import { EventWatch } from '../support/processes/event-watch.ts';
import { keywordList } from '../support/processes/keywords.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

const BATCH = ['batch', '--from-file', 'keywords.txt', '--parallel', '2'];

/** Where articles are short: three calls to the model each. */
const openPlace = (keywords: number, config: Record<string, unknown> = {}) =>
  prepareWorkplace(server, { keywords, config: { template: 'glossary', ...config } });

describe('one run has one owner', () => {
  it('a second process on the same run is refused at once, and gets it when the first is killed', async () => {
    await using place = await openPlace(4);
    server.setFault(({ route }) => (route === 'chat' ? { break: 'hang' } : undefined));
    const first = place.start(BATCH);
    await server.waitForInFlight(2, 'chat');
    const sent = server.count();

    const asked = performance.now();
    const idle = await place.run(['runs', 'list', '--json']);
    const startUp = performance.now() - asked;
    expect(JSON.parse(idle.stdout)[0]).toMatchObject({ state: 'running', ownerPid: first.pid });
    const begun = performance.now();
    const second = await place.run(['batch', '--resume']);
    const after = performance.now() - begun;
    noteFigures(
      `second owner: refused after ${Math.round(after)} ms, where runs list took ${Math.round(startUp)} ms`,
    );
    expect(second.exitCode).toBe(2);
    expect(second.stderr).toContain(`process ${first.pid}`);
    expect(second.stderr).toContain('RUN_IN_USE');
    expect(after - startUp).toBeLessThan(1000);
    expect(server.count()).toBe(sent);

    first.kill('SIGKILL');
    await first;
    server.setFault(undefined);
    const third = await place.runForData(['batch', '--resume']);
    expect(third.exitCode).toBe(0);
    expect(third.summary.totals).toMatchObject({ total: 4, succeeded: 4 });
  });

  it('two runs of one folder work side by side', async () => {
    await using place = await openPlace(0);
    const halves = [keywordList(60).slice(0, 30), keywordList(60).slice(30)];
    const args = ['--parallel', '4', '--reporter', 'lines'];
    const runs = await Promise.all(halves.map((half) => place.run(['batch', ...half, ...args])));
    for (const { exitCode, all } of runs) {
      expect(all).not.toMatch(/locked|busy/iu);
      expect(exitCode).toBe(0);
    }
    const listed = JSON.parse((await place.run(['runs', 'list', '--json'])).stdout);
    expect(listed.map(({ state }: { state: string }) => state)).toEqual(['finished', 'finished']);
    expect((await place.list('content')).filter((name) => name.endsWith('.md'))).toHaveLength(60);
    expect(server.count()).toBe((await callsOfArticles(keywordList(60), 'glossary')).all);
  });
});

describe('a run that goes on', () => {
  it('keeps the settings it was begun with, wherever they came from', async () => {
    await using place = await openPlace(4, { tone: 'dry' });
    server.setFault(({ route }) => (route === 'chat' ? { break: 'hang' } : undefined));
    const flags = ['--format', 'html', '--template', 'listicle', '--fan-out', '2', '-o', 'out'];
    const first = place.start([...BATCH, ...flags, '--continue-on-error']);
    await server.waitForInFlight(2, 'chat');
    first.kill('SIGKILL');
    await first;
    server.reset();
    // The configuration of now is another; the run's own holds.
    await place.write(
      'seo-content.config.json',
      JSON.stringify({ tone: 'merry', formats: ['md'] }),
    );
    const { exitCode, events } = await place.runForData(['batch', '--resume']);
    expect(exitCode).toBe(0);
    expect(events[0]).toMatchObject({ type: 'run-start', lanes: 2 });
    expect(server.maxConcurrentOn('search')).toBeLessThanOrEqual(4);
    expect(server.maxConcurrentOn('chat')).toBeLessThanOrEqual(4);
    expect(await place.list('content')).toEqual([]);
    expect((await place.list('out')).filter((name) => name !== 'research')).toHaveLength(4);
    expect((await place.list('out')).every((name) => /\.html$|^research$/u.test(name))).toBe(true);
    const prompts = JSON.stringify(server.callsTo('chat').map(({ body }) => body));
    expect(prompts).toContain('dry');
    expect(prompts).not.toContain('merry');
    const shown = JSON.parse((await place.run(['runs', 'show', '--json'])).stdout);
    expect(shown.run.settings).toMatchObject({ mode: 'continue', fanOut: 2, tone: 'dry' });
    expect(shown.run.changes).toEqual([]);
  });

  it('takes flags over its settings, and shows them', async () => {
    await using place = await openPlace(3);
    server.failNext('chat', { status: 400 });
    expect((await place.run(['batch', '--from-file', 'keywords.txt'])).exitCode).toBe(1);
    const { exitCode, events } = await place.runForData([
      'batch',
      '--resume',
      '--parallel',
      '3',
      '--format',
      'md,json',
      '--continue-on-error',
    ]);
    expect(exitCode).toBe(0);
    expect(events[0]).toMatchObject({ type: 'run-start', lanes: 3 });
    const shown = JSON.parse((await place.run(['runs', 'show', '--json'])).stdout);
    expect(shown.run).toMatchObject({ state: 'finished', sessions: 2 });
    expect(shown.run.changes).toMatchObject([
      { flags: { parallel: '3', format: 'md,json', 'continue-on-error': true } },
    ]);
    expect(shown.run.settings).toMatchObject({
      parallel: 3,
      formats: ['md', 'json'],
      mode: 'continue',
    });
    const forPeople = await place.run(['runs', 'show']);
    for (const flag of ['--parallel 3', '--format md,json', '--continue-on-error'])
      expect(forPeople.stdout).toMatch(new RegExp(`Changed .*${flag}`, 'u'));
    expect(
      [...tally(server.callsTo('search').map(nameOfRequest)).values()].every((n) => n === 1),
    ).toBe(true);
  });

  it('says so when nothing is left to do, and when there is no such run', async () => {
    await using place = await openPlace(2);
    const none = await place.run(['batch', '--resume']);
    expect(none.exitCode).toBe(2);
    expect(none.stderr).toContain('RUN_UNKNOWN');
    await place.run(BATCH);
    const sent = server.count();
    const complete = await place.run(['batch', '--resume']);
    expect(complete.exitCode).toBe(0);
    expect(complete.stderr).toContain('nothing is left to do');
    expect(server.count()).toBe(sent);
    expect((await place.run(['batch', '--resume', 'nonsense'])).exitCode).toBe(2);
  });

  it('a run that was killed before it was recorded leaves nothing that stands in the way', async () => {
    await using place = await openPlace(2);
    for (let kill = 0; kill < 4; kill++) {
      const running = place.start(BATCH);
      const watch = new EventWatch(running);
      // The first is killed as it starts, the others as soon as they have said or sent something.
      if (kill > 0) await Promise.race([watch.waitForLine(/./u), server.waitForCalls(kill)]);
      running.kill('SIGKILL');
      await running;
    }
    await server.waitForNoSockets();
    const { exitCode, summary } = await place.runForData(BATCH);
    expect(exitCode).toBe(0);
    expect(summary.totals.succeeded).toBe(2);
  });
});
