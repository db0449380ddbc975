import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/core/events.ts';
import type { RunSummary } from '../../src/core/summary.ts';
import type { Workplace } from '../support/cli.ts';
import { pageText } from '../support/loopback/page-text.ts';
import { pick, seededRandom } from '../support/loopback/random.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { noteFigures } from '../support/processes/note-figures.ts';
import { nameOfRequest, tally } from '../support/processes/call-names.ts';
import { EventWatch } from '../support/processes/event-watch.ts';
import { keywordList } from '../support/processes/keywords.ts';
import { checkIntegrity, committedCalls } from '../support/processes/ledger-copy.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';
import { readTree } from '../support/processes/read-tree.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer({ latency: { search: 20, chat: 60 } });
});
afterAll(() => server.close());

const KILLS = 30;
/** Two minutes where the machine has nothing else to do, with 32 starts of the program. */
const TIMEOUT = 300_000;
const FORMATS = ['--format', 'md,html,json'];
const DATA = ['--json', '--reporter', 'ndjson'];

/** With 60 keywords: most for short articles, every sixth for one whose parts are written four at a time. */
async function openPlace(): Promise<Workplace> {
  const place = await prepareWorkplace(server, { keywords: 0 });
  const rows = keywordList(60).map(
    (keyword, index) => `${keyword},${index % 6 === 0 ? 'guide' : 'glossary'}`,
  );
  await place.write('keywords.csv', ['keyword,template', ...rows].join('\n'));
  return place;
}

/** When to kill: as soon as so many further calls have arrived, or so many of an event have been told. */
type Moment =
  | { kind: 'calls'; count: number }
  | { kind: 'events'; type: RunEvent['type']; count: number }
  | { kind: 'at once' };

/** Moments of every kind: on the way to an answer, in the middle of writing files, while the program still starts. */
function randomMoment(random: () => number, types: readonly RunEvent['type'][]): Moment {
  const draw = random();
  if (draw < 0.1) return { kind: 'at once' };
  const count = 1 + Math.floor(random() * 14);
  if (draw < 0.55) return { kind: 'calls', count };
  const type = pick(types, random);
  return { kind: 'events', type, count: type === 'call-end' ? count : 1 };
}

/** Starts the program, kills it at the moment, and tells what was in flight then; undefined when it ended before. */
async function killAt(place: Workplace, args: readonly string[], moment: Moment) {
  const before = server.count();
  const running = place.start([...args, ...DATA]);
  const watch = new EventWatch(running);
  const isReached =
    moment.kind === 'at once' ||
    (await Promise.race([
      moment.kind === 'calls'
        ? server.waitForCalls(before + moment.count).then(() => true)
        : watch.waitForEvents(moment.type, moment.count),
      watch.ended.then(() => false),
    ]));
  const openAtKill = server.inFlight;
  const killedAt = performance.now();
  running.kill('SIGKILL');
  const { signal } = await running;
  // From here on the server has seen all that the killed process has sent.
  await server.waitForNoSockets();
  return isReached && signal === 'SIGKILL' ? { openAtKill, killedAt } : undefined;
}

function figures({ totals }: RunSummary) {
  const { calls, inputTokens, outputTokens, credits, unpricedCalls, costUsd } = totals.usage;
  return { calls, inputTokens, outputTokens, credits, unpricedCalls, cost: costUsd.toFixed(6) };
}

describe('a run that is killed again and again', () => {
  it(
    `comes to the same end after ${KILLS} kills, and repeats no call whose answer was kept`,
    { timeout: TIMEOUT },
    async () => {
      const batch = ['batch', '--from-file', 'keywords.csv', '--parallel', '6', ...FORMATS];
      await using undisturbed = await openPlace();
      const whole = await undisturbed.runForData(batch);
      expect(whole.exitCode).toBe(0);
      const needed = tally(server.calls.map(nameOfRequest));
      server.reset();

      await using place = await openPlace();
      const random = seededRandom('survival');
      const kept = new Set<string>();
      const repeatedKept: string[] = [];
      /** How long answers were on their way that were lost, in milliseconds. */
      const waits: number[] = [];
      let [kills, unkept, mostUnkept, open, seen] = [0, 0, 0, 0, 0];
      while (kills < KILLS) {
        // A run that is killed before it is recorded cannot be resumed; that moment has a test of its own.
        const moment: Moment =
          kills === 0
            ? { kind: 'calls', count: 5 }
            : randomMoment(random, ['call-end', 'step-start', 'step-end', 'item-end']);
        const killed = await killAt(place, kills === 0 ? batch : ['batch', '--resume'], moment);
        if (killed === undefined) throw new Error(`Kill ${kills + 1} came too late.`);
        kills++;
        open += killed.openAtKill;
        const sent = server.calls.slice(seen);
        seen = server.count();
        repeatedKept.push(...sent.map(nameOfRequest).filter((name) => kept.has(name)));
        for (const name of await committedCalls(place)) kept.add(name);
        // In flight is what was sent and is not kept: not answered, or answered and not yet on the disk.
        const lost = sent.filter((call) => !kept.has(nameOfRequest(call)));
        unkept += lost.length;
        mostUnkept = Math.max(mostUnkept, lost.length);
        for (const { outcome, endedAt = 0 } of lost)
          if (outcome === 'answered') waits.push(Math.max(0, killed.killedAt - endedAt));
      }
      const done = kept.size;
      expect(await checkIntegrity(place)).toBe('ok');
      const last = await place.runForData(['batch', '--resume']);
      repeatedKept.push(
        ...server.calls
          .slice(seen)
          .map(nameOfRequest)
          .filter((name) => kept.has(name)),
      );
      const repeats = server.count() - needed.values().reduce((sum, count) => sum + count, 0);
      noteFigures(
        `${kills} kills within the first ${done} of ${needed.size} calls: ${repeats} sent again; in flight at the kills: ${open} open at the server, ${unkept} not kept, ${mostUnkept} at most at once; ${waits.length} of them answered, at most ${Math.max(0, ...waits).toFixed(1)} ms before (median ${waits.toSorted((a, b) => a - b)[waits.length >> 1]?.toFixed(1)} ms)`,
      );

      expect(last.exitCode).toBe(0);
      expect(last.summary.totals).toMatchObject({ succeeded: 60, failed: 0, cancelled: 0 });
      expect(repeatedKept).toEqual([]);
      expect(repeats).toBeLessThanOrEqual(unkept);
      // Six keywords, with four calls at a time in each.
      expect(mostUnkept).toBeLessThanOrEqual(24);
      expect(new Set(server.calls.map(nameOfRequest))).toEqual(new Set(needed.keys()));
      expect(figures(last.summary)).toEqual(figures(whole.summary));
      const shown = JSON.parse((await place.run(['runs', 'show', '--json'])).stdout);
      expect(shown.run).toMatchObject({ state: 'finished', sessions: expect.any(Number) });
      expect(
        figures({ ...last.summary, totals: { ...last.summary.totals, usage: shown.run.usage } }),
      ).toEqual(figures(whole.summary));
      const perItem = ({ items }: RunSummary) =>
        items.map(({ keyword, usage: { costUsd, ...usage } }) => ({
          keyword,
          ...usage,
          cost: costUsd.toFixed(6),
        }));
      expect(perItem(last.summary)).toEqual(perItem(whole.summary));
      const files = await readTree(join(place.folder, 'content'));
      const expected = await readTree(join(undisturbed.folder, 'content'));
      expect([...files.keys()]).toEqual([...expected.keys()]);
      expect(files.size).toBe(60 * 4);
      expect(files).toEqual(expected);
    },
  );

  it('makes the same articles out of a library after 5 kills', async () => {
    const KEYWORDS = keywordList(20);
    const prepare = async () => {
      const place = await prepareWorkplace(undefined, { keywords: 20 });
      for (const [index, keyword] of KEYWORDS.entries())
        await place.write(`source-${index}.md`, pageText(keyword, keyword));
      return place;
    };
    const batch = [
      'batch',
      '--from-file',
      'keywords.txt',
      '--library',
      '.',
      '--parallel',
      '3',
      ...FORMATS,
    ];
    await using undisturbed = await prepare();
    const whole = await undisturbed.runForData(batch);
    expect(whole.exitCode).toBe(0);
    await using place = await prepare();
    const random = seededRandom('library');
    for (let kills = 0; kills < 5; kills++) {
      const type = pick(['item-start', 'step-start', 'step-end', 'item-end'] as const, random);
      const count = 1 + Math.floor(random() * 3);
      const args = kills === 0 ? batch : ['batch', '--resume'];
      const killed = await killAt(place, args, { kind: 'events', type, count });
      if (killed === undefined) throw new Error(`Kill ${kills + 1} came too late.`);
    }
    const last = await place.runForData(['batch', '--resume']);
    expect(last.exitCode).toBe(0);
    expect(last.summary.totals.succeeded).toBe(20);
    const files = await readTree(join(place.folder, 'content'));
    expect(files).toEqual(await readTree(join(undisturbed.folder, 'content')));
    expect(files.size).toBe(80);
  });
});
