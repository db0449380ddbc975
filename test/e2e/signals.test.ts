import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workplace } from '../support/cli.ts';
import type { LoopbackCall } from '../support/loopback/loopback-types.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { noteFigures } from '../support/processes/note-figures.ts';
import { nameOfRequest, tally } from '../support/processes/call-names.ts';
import { EventWatch } from '../support/processes/event-watch.ts';
import { checkIntegrity } from '../support/processes/ledger-copy.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

const BATCH = ['batch', '--from-file', 'keywords.txt', '--parallel', '3'];

/** Where articles are short: three calls to the model each, the last of them the closing. */
const openPlace = () => prepareWorkplace(server, { keywords: 9, config: { template: 'glossary' } });

const isClosing = (call: LoopbackCall) => nameOfRequest(call).endsWith(': closing');

/**
 * Holds the closing of every article back, and what else is to be held, until it is released.
 * @returns when so many articles wait for their closing, and how to let them go on.
 */
function holdClosings(articles: number, isHeld: (call: LoopbackCall) => boolean = () => false) {
  const released = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  let closings = 0;
  server.setFault((call) => {
    if (isClosing(call) && ++closings === articles) arrived.resolve();
    return isClosing(call) || isHeld(call) ? { until: released.promise } : undefined;
  });
  return { arrived: arrived.promise, release: released.resolve };
}

const COMMAND = /seo-content (batch --resume \S+)/u;

/** Follows the command that the summary names, to the end. */
async function goOn(place: Workplace, told: string): Promise<void> {
  expect(told).toMatch(COMMAND);
  const command = COMMAND.exec(told)?.[1];
  server.setFault(undefined);
  const { exitCode, summary } = await place.runForData(command?.split(' ') ?? []);
  expect(exitCode).toBe(0);
  expect(summary.totals).toMatchObject({ total: 9, succeeded: 9 });
}

describe('one signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: nothing new starts, what is under way ends and is kept, and the command that goes on is named',
    async (name) => {
      await using place = await openPlace();
      // Two articles are being closed; of the third four searches are under way and one waits for its turn.
      const closings = holdClosings(2, (call) => nameOfRequest(call).includes('winter care'));
      const running = place.start(BATCH);
      const watch = new EventWatch(running);
      await closings.arrived;
      await server.waitForInFlight(4, 'search');
      const sentAt = performance.now();
      running.kill(name);
      expect(await watch.waitForLine(/Interrupted/u)).toBe(true);
      closings.release();
      const { exitCode, stdout } = await running;
      const late = server.calls.map(({ startedAt }) => startedAt - sentAt).filter((at) => at > 0);
      noteFigures(
        `${name}: out after ${Math.round(performance.now() - sentAt)} ms; ${late.length} calls arrived after it, the last after ${Math.round(Math.max(0, ...late))} ms`,
      );
      expect(exitCode).toBe(130);
      expect(stdout).toContain('Interrupted');
      expect(late).toEqual([]);
      expect(server.calls.map(({ outcome }) => outcome)).not.toContain('aborted');
      expect(stdout).toContain('2 of 9 articles');
      expect(stdout).toContain('Cancelled (1): heat pumps winter care');
      await goOn(place, stdout);
      expect([...tally(server.calls.map(nameOfRequest)).values()].filter((n) => n > 1)).toEqual([]);
    },
  );

  it('stops traffic that begins a call every few milliseconds, and goes on without asking twice', async () => {
    // Articles in parts, of which four are written at a time.
    await using place = await prepareWorkplace(server, { keywords: 9 });
    server.setFault(({ id }) => ({ delayMs: 10 + ((id * 17) % 40) }));
    const running = place.start(BATCH);
    await server.waitForCalls(20, 'chat');
    const sentAt = performance.now();
    running.kill('SIGINT');
    const { exitCode, stdout } = await running;
    const last = Math.max(0, ...server.calls.map(({ startedAt }) => startedAt - sentAt));
    noteFigures(`SIGINT amid traffic: the last call arrived ${Math.round(last)} ms after it`);
    expect(exitCode).toBe(130);
    // 100 ms where the machine has nothing else to do.
    expect(last).toBeLessThan(1000);
    expect(server.calls.map(({ outcome }) => outcome)).not.toContain('aborted');
    await goOn(place, stdout);
    expect([...tally(server.calls.map(nameOfRequest)).values()].filter((n) => n > 1)).toEqual([]);
  });

  it('ends a call that hangs after 10 seconds', async () => {
    await using place = await openPlace();
    server.setFault(({ route }) => (route === 'chat' ? { break: 'hang' } : undefined));
    const running = place.start(BATCH);
    await server.waitForInFlight(1, 'chat');
    const sentAt = performance.now();
    running.kill('SIGINT');
    const { exitCode, stdout } = await running;
    const after = performance.now() - sentAt;
    noteFigures(`one SIGINT with a call that hangs: out after ${Math.round(after)} ms`);
    expect(exitCode).toBe(130);
    expect(after).toBeGreaterThan(9000);
    expect(after).toBeLessThan(20_000);
    await goOn(place, stdout);
  });
});

describe('two signals', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s twice leaves at once, and the ledger is sound',
    async (name) => {
      await using place = await openPlace();
      server.setFault(({ route }) => (route === 'chat' ? { break: 'hang' } : undefined));
      const running = place.start(BATCH);
      const watch = new EventWatch(running);
      await server.waitForInFlight(3, 'chat');
      running.kill(name);
      expect(await watch.waitForLine(/Interrupted/u)).toBe(true);
      const sentAt = performance.now();
      running.kill(name);
      const { exitCode } = await running;
      const after = performance.now() - sentAt;
      noteFigures(`second ${name}: out after ${Math.round(after)} ms`);
      expect(exitCode).toBe(130);
      // 300 ms where the machine has nothing else to do.
      expect(after).toBeLessThan(3000);
      expect(await checkIntegrity(place)).toBe('ok');
      await goOn(place, 'seo-content batch --resume newest');
      const searches = tally(server.callsTo('search').map(nameOfRequest));
      expect([...searches.values()].filter((count) => count > 1)).toEqual([]);
    },
  );
});

/** Lets the program take the Node that runs it for an old one, so that it starts the one of the checkout. */
const OLD_NODE = [
  '--import',
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})',
];

describe.skipIf(process.platform === 'win32')('started with an old Node', () => {
  it.each([
    ['to the first process alone, as kill does', (pid: number) => process.kill(pid, 'SIGINT')],
    [
      'to the group, as the Ctrl-C of a terminal does',
      (pid: number) => process.kill(-pid, 'SIGINT'),
    ],
  ])('a SIGINT %s counts once', async (_title, interrupt) => {
    await using place = await openPlace();
    const closings = holdClosings(3);
    const running = place.start(BATCH, { nodeArgs: OLD_NODE, detached: true });
    const watch = new EventWatch(running);
    await closings.arrived;
    interrupt(running.pid ?? 0);
    expect(await watch.waitForLine(/Interrupted/u)).toBe(true);
    closings.release();
    const { exitCode, stdout } = await running;
    expect(exitCode).toBe(130);
    expect(stdout).toContain('3 of 9 articles');
    expect(watch.lines.filter((line) => line.includes('Interrupted'))).toHaveLength(1);
    expect(server.callsTo('chat').map(({ outcome }) => outcome)).toEqual(Array(9).fill('answered'));
  });
});
