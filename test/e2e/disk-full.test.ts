import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Workplace } from '../support/cli.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { noteFigures } from '../support/processes/note-figures.ts';
import { nameOfRequest, tally } from '../support/processes/call-names.ts';
import { callsOfArticles } from '../support/processes/calls-of-articles.ts';
import { EventWatch } from '../support/processes/event-watch.ts';
import { keywordList } from '../support/processes/keywords.ts';
import { committedCalls } from '../support/processes/ledger-copy.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';
import { readTree } from '../support/processes/read-tree.ts';
import { SmallDisk } from '../support/processes/small-disk.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer({ latency: { search: 20, chat: 60 } });
});
afterEach(() => server.reset());
afterAll(() => server.close());

const BATCH = [
  'batch',
  '--from-file',
  'keywords.txt',
  '--parallel',
  '4',
  '--format',
  'md,json',
  '--continue-on-error',
];
/** Where articles are short: three calls to the model each. */
const openPlace = (folder?: string) =>
  prepareWorkplace(server, {
    keywords: 60,
    config: { template: 'glossary' },
    ...(folder === undefined ? {} : { folder }),
  });
const DATA = ['--json', '--reporter', 'ndjson'];

async function mountOrSkip(context: TestContext, megabytes: number): Promise<SmallDisk> {
  const disk = await SmallDisk.mount(megabytes);
  return disk ?? context.skip('No tmpfs can be mounted here: that takes Linux and root.');
}

/** Runs until the disk is full, and checks what has to hold then, as long as it is full. */
async function runIntoFullDisk(
  place: Workplace,
  args: readonly string[],
  fillDisk: () => Promise<void>,
): Promise<void> {
  const before = server.count();
  const running = place.start([...args, ...DATA]);
  const watch = new EventWatch(running);
  await fillDisk();
  expect(await watch.waitForLine(/LEDGER_UNUSABLE|OUTPUT_UNWRITABLE/u)).toBe(true);
  const toldAt = performance.now();
  const { exitCode, stdout } = await running;
  const after = performance.now() - toldAt;
  const late = server.calls.filter(({ startedAt }) => startedAt > toldAt);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ stoppedBy: 'storage' });
  expect(late).toEqual([]);
  expect(after).toBeLessThan(2000);
  const kept = await committedCalls(place);
  const sent = server.calls.slice(before).map(nameOfRequest);
  const lost = sent.filter((name) => !kept.includes(name));
  noteFigures(
    `disk full: out ${Math.round(after)} ms after the first failed write (${JSON.parse(stdout).stopError.code}), ${sent.length} calls made, ${lost.length} of them not kept`,
  );
  // Four keywords with four calls each were in flight at most.
  expect(lost.length).toBeLessThanOrEqual(16);
  const shown = await place.run(['runs', 'show', '--json']);
  expect(shown).toMatchObject({ exitCode: 0 });
  const report = JSON.parse(shown.stdout);
  expect(report.run.usage.calls).toBe(kept.length);
  expect((await place.run(['runs', 'list'])).exitCode).toBe(0);
}

/** Every article file is whole: the JSON can be read and the Markdown ends as the same run writes it elsewhere. */
async function expectWholeFiles(place: Workplace, whole: Workplace): Promise<void> {
  const expected = await readTree(join(whole.folder, 'content'));
  const files = await readTree(join(place.folder, 'content'));
  const broken = [...files].filter(([path, content]) => expected.get(path) !== content);
  expect(broken.map(([path]) => path)).toEqual([]);
}

async function undisturbed(): Promise<Workplace> {
  const whole = await openPlace();
  expect((await whole.run(BATCH)).exitCode).toBe(0);
  server.reset();
  return whole;
}

describe('a disk that is full', () => {
  it('ends the run at once when something else fills it, and the run goes on when there is room', async (context) => {
    await using disk = await mountOrSkip(context, 24);
    await using whole = await undisturbed();
    const place = await openPlace(disk.folder);
    await runIntoFullDisk(place, BATCH, async () => {
      await server.waitForCalls(80);
      disk.fill();
    });
    expect(disk.freeBytes).toBeLessThan(100_000);
    await expectWholeFiles(place, whole);
    const kept = new Set(await committedCalls(place));
    const refused = await place.run(['batch', '--resume']);
    expect([1, 2]).toContain(refused.exitCode);
    expect(refused.stderr).toMatch(/Free some space/u);

    disk.empty();
    const sent = server.count();
    const { exitCode, summary } = await place.runForData(['batch', '--resume']);
    expect(exitCode).toBe(0);
    expect(summary.totals.succeeded).toBe(60);
    const again = server.calls.slice(sent).map(nameOfRequest);
    expect(again.filter((name) => kept.has(name))).toEqual([]);
    await expectWholeFiles(place, whole);
    expect([...(await readTree(join(place.folder, 'content'))).keys()]).toEqual([
      ...(await readTree(join(whole.folder, 'content'))).keys(),
    ]);
  });

  it('ends the run when it fills the disk itself, as often as that happens', async (context) => {
    await using disk = await mountOrSkip(context, 2);
    await using whole = await undisturbed();
    const place = await openPlace(disk.folder);
    const kept = new Set<string>();
    const repeated: string[] = [];
    let seen = 0;
    for (const [turn, megabytes] of [2, 4].entries()) {
      disk.grow(megabytes);
      await runIntoFullDisk(place, turn === 0 ? BATCH : ['batch', '--resume'], async () => {});
      repeated.push(
        ...server.calls
          .slice(seen)
          .map(nameOfRequest)
          .filter((name) => kept.has(name)),
      );
      seen = server.count();
      for (const name of await committedCalls(place)) kept.add(name);
      await expectWholeFiles(place, whole);
    }
    disk.grow(64);
    const { exitCode, summary } = await place.runForData(['batch', '--resume']);
    repeated.push(
      ...server.calls
        .slice(seen)
        .map(nameOfRequest)
        .filter((name) => kept.has(name)),
    );
    expect(exitCode).toBe(0);
    expect(summary.totals.succeeded).toBe(60);
    expect(repeated).toEqual([]);
    const { all } = await callsOfArticles(keywordList(60), 'glossary');
    expect(tally(server.calls.map(nameOfRequest)).size).toBe(all);
  });
});
