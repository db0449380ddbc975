import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from '../support/cli.ts';
import { OpenAlexCorpus } from '../support/loopback/openalex-corpus.ts';
import { failPage, OPENALEX_CHANGES } from '../support/loopback/openalex-faults.ts';
import {
  startLoopbackServer,
  TEST_OPENALEX_KEY,
  type LoopbackServer,
} from '../support/loopback/server.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

const KEYED = { OPENALEX_API_KEY: TEST_OPENALEX_KEY };
const FETCH = ['research', 'openalex'];
const FIRST_AUTHOR = 5_000_000_001;

/** Numbers of authors that follow each other. */
function authors(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `A${FIRST_AUTHOR + index}`);
}

/** All works of the authors, each once. */
function worksOf(count: number, options = {}): Set<string> {
  const corpus = new OpenAlexCorpus(options);
  const numbers = Array.from({ length: count }, (_, index) => FIRST_AUTHOR + index);
  return new Set(numbers.flatMap((author) => corpus.worksOf(author).map((work) => `W${work}`)));
}

interface Work {
  id: string;
  abstract: string | null;
  cited_by_count: number;
}

function readLines(text: string): Work[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Work);
}

function idsOf(works: readonly Work[]): string[] {
  return works.map(({ id }) => id.replace('https://openalex.org/', ''));
}

describe('works of many authors', () => {
  it('come once each, in the same order every time, with the fewest requests', async () => {
    const openalex = { works: 30 };
    server.configure({ openalex });
    await using place = await Workplace.openWith(server, KEYED);
    await place.write('ids.txt', `# authors\n${authors(60).join('\n')}\n${authors(1)[0]}\n`);
    const args = [...FETCH, '--ids-from', 'ids.txt', '--batch-size', '20', '--all', '--jsonl'];
    const first = await place.run(args);
    expect(first.exitCode).toBe(0);
    const ids = idsOf(readLines(first.stdout));
    const expected = worksOf(60, openalex);
    expect(new Set(ids)).toEqual(expected);
    expect(ids).toHaveLength(expected.size);
    // 20 authors have 720 works, those shared with the author before them included.
    expect(server.count('works')).toBe(3 * 4);
    expect(first.stderr).toContain(
      `Combined ${expected.size.toLocaleString('en')} unique results from 60 ids`,
    );
    // Data on standard output goes without progress beside it.
    expect(first.stderr).not.toContain('▸');
    const again = await place.run([...args, '--no-cache', '--parallel', '1', '--fan-out', '1']);
    expect(again.stdout).toBe(first.stdout);
    const kept = await place.run(args);
    expect(kept.stdout).toBe(first.stdout);
    expect(server.count('works')).toBe(2 * 3 * 4);
  });

  it('have their abstracts as text, and say which ids have no work', async () => {
    server.configure({
      openalex: { works: (author) => (author === FIRST_AUTHOR + 1 ? 0 : 3), sharedEvery: 0 },
    });
    await using place = await Workplace.openWith(server);
    const args = [...FETCH, '--author-ids', authors(3).join(','), '--all', '--json'];
    const { stdout, stderr } = await place.run(args);
    const works = JSON.parse(stdout) as Work[];
    expect(works).toHaveLength(6);
    expect(works.find(({ abstract }) => abstract !== null)?.abstract).toMatch(/^[A-Z].* .*\.$/);
    expect(stderr).toContain(`No work was found for 1 of 3 ids: ${authors(2)[1]}.`);
  });

  it('are read by cursor where there are more than pages by number reach', async () => {
    server.configure({ openalex: { works: 10_050, sharedEvery: 0 } });
    await using place = await Workplace.openWith(server, KEYED);
    const args = [
      ...FETCH,
      '--author-ids',
      authors(1)[0] ?? '',
      '--all',
      '--select',
      'id',
      '--csv',
    ];
    const { stdout, exitCode } = await place.run(args);
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(10_051);
    expect(server.count('works')).toBe(51);
    expect(server.calls.filter(({ query }) => query?.['page'] !== undefined)).toHaveLength(0);
  });

  it('stop at a limit over all batches, without a request too many', async () => {
    server.configure({ openalex: { works: 30, sharedEvery: 0 } });
    await using place = await Workplace.openWith(server);
    const args = [...FETCH, '--author-ids', authors(6).join(','), '--batch-size', '1', '--jsonl'];
    const { stdout } = await place.run([...args, '--limit', '70']);
    expect(readLines(stdout)).toHaveLength(70);
    expect(server.count('works')).toBe(3);
  });

  it('are in the order of a field over all batches', async () => {
    await using place = await Workplace.openWith(server);
    const sorted = ['--sort', 'cited_by_count:desc', '--jsonl'];
    const args = [...FETCH, '--author-ids', authors(9).join(','), '--batch-size', '2', ...sorted];
    const { stdout } = await place.run([...args, '--all']);
    const all = readLines(stdout);
    expect(all.map((work) => work.cited_by_count)).toEqual(
      all.map((work) => work.cited_by_count).toSorted((left, right) => right - left),
    );
    const most = await place.run([...args, '--limit', '7']);
    expect(readLines(most.stdout).map((work) => work.cited_by_count)).toEqual(
      all.slice(0, 7).map((work) => work.cited_by_count),
    );
  });

  it('are counted by a field over all batches', async () => {
    await using place = await Workplace.openWith(server);
    const list = ['--author-ids', authors(9).join(','), '--batch-size', '4'];
    const { stdout } = await place.run([...FETCH, ...list, '--group-by', 'type', '--json']);
    const groups = JSON.parse(stdout) as { key: string; count: number }[];
    const counts = groups.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((left, right) => right - left));
    // Works of two authors in different batches are counted in both.
    const sum = counts.reduce((left, right) => left + right, 0);
    expect(sum).toBeGreaterThanOrEqual(worksOf(9).size);
    expect(sum).toBeLessThanOrEqual(worksOf(9).size + 2 * 2);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });
});

describe('a fetch that meets trouble', () => {
  it('keeps the other batches when one fails, and retries only what failed', async () => {
    server.configure({ openalex: { works: 30 } });
    server.setFault(({ query }) =>
      query?.['filter']?.includes(`${FIRST_AUTHOR + 10}|`) && query['page'] === '2'
        ? { status: 400 }
        : {},
    );
    await using place = await Workplace.openWith(server, KEYED);
    const list = ['--author-ids', authors(30).join(','), '--batch-size', '10', '--all'];
    const { all, exitCode } = await place.run([...FETCH, ...list, '-o', 'works.jsonl']);
    expect(exitCode).toBe(1);
    expect(all).toContain('2 successful, 1 failed');
    expect(all).toContain('Page 2 of 2');
    const before = server.count('works');
    const partly = readLines(await place.read('works.jsonl'));
    expect(partly.length).toBeGreaterThan(800);
    server.setFault(undefined);
    const retried = await place.run(['runs', 'retry', /runs retry (\S+)/.exec(all)?.[1] ?? '']);
    expect(retried).toMatchObject({ exitCode: 0 });
    expect(server.count('works')).toBe(before + 1);
    const works = idsOf(readLines(await place.read('works.jsonl')));
    expect(new Set(works)).toEqual(worksOf(30, { works: 30 }));
  });

  it('stops at the first failure where that was asked for', async () => {
    server.setFault(() => ({ status: 400 }));
    await using place = await Workplace.openWith(server);
    const list = ['--author-ids', authors(20).join(','), '--batch-size', '1', '--parallel', '1'];
    const { exitCode, all } = await place.run([
      ...FETCH,
      ...list,
      '--all',
      '--fail-fast',
      '--jsonl',
    ]);
    expect(exitCode).toBe(1);
    expect(server.count('works')).toBe(1);
    expect(all).toContain('Stopped at the first failure');
    // Nothing came: the file of an earlier fetch stays.
    await place.write('works.jsonl', 'earlier\n');
    await place.run([...FETCH, ...list, '--all', '--fail-fast', '-o', 'works.jsonl']);
    expect(await place.read('works.jsonl')).toBe('earlier\n');
  });

  it('waits as it is told, and gets through', async () => {
    server.failNext(
      'works',
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 503, headers: { 'retry-after': '1' } },
    );
    await using place = await Workplace.openWith(server);
    const { stdout, exitCode } = await place.run([
      ...FETCH,
      '--author-ids',
      authors(1)[0] ?? '',
      '--jsonl',
    ]);
    expect(exitCode).toBe(0);
    expect(readLines(stdout).length).toBeGreaterThan(0);
  });

  it('gives a page up that fails five times, and has the other pages', async () => {
    server.configure({ openalex: { works: 1000, sharedEvery: 0 } });
    server.setFault(failPage(3, 5));
    await using place = await Workplace.openWith(server, KEYED);
    const args = [...FETCH, '--author-ids', authors(1)[0] ?? '', '--all', '-o', 'works.jsonl'];
    const { exitCode, all } = await place.run(args);
    expect(exitCode).toBe(1);
    expect(all).toMatch(/Page \d of 5: OpenAlex/);
    expect(readLines(await place.read('works.jsonl'))).toHaveLength(800);
    const { exitCode: after } = await place.run([...FETCH, '--resume']);
    expect(after).toBe(0);
    expect(readLines(await place.read('works.jsonl'))).toHaveLength(1000);
    expect(server.count('works')).toBe(5 + 5);
  });

  it.each([
    ['repeating-cursor', 1, /same cursor twice/],
    ['changing-count', 0, /The count changed from/],
    ['results-without-id', 0, /results without a number were left out/],
    ['fewer-results', 0, /different ones came/],
  ] as const)('says what is wrong with its answers (%s)', async (change, code, says) => {
    const works = change === 'repeating-cursor' ? 10_400 : 500;
    server.configure({ openalex: { works, sharedEvery: 0, change: OPENALEX_CHANGES[change] } });
    await using place = await Workplace.openWith(server, KEYED);
    const args = [...FETCH, '--author-ids', authors(1)[0] ?? '', '--all', '--select', 'id,title'];
    const { exitCode, all } = await place.run([...args, '-o', 'works.csv']);
    expect(exitCode).toBe(code);
    expect(all).toMatch(says);
  });

  it('stops when the credits of the day are used up, and goes on later', async () => {
    server.configure({ openalex: { works: 30 } });
    server.setFault(({ id }) =>
      id > 2
        ? { status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '40000' } }
        : {},
    );
    await using place = await Workplace.openWith(server);
    const list = ['--author-ids', authors(8).join(','), '--batch-size', '1', '--parallel', '1'];
    const { exitCode, all } = await place.run([...FETCH, ...list, '--all', '-o', 'works.jsonl']);
    expect(exitCode).toBe(3);
    expect(all).toContain('no credits left for today');
    server.setFault(undefined);
    const { exitCode: after } = await place.run([...FETCH, '--resume']);
    expect(after).toBe(0);
    expect(new Set(idsOf(readLines(await place.read('works.jsonl'))))).toEqual(
      worksOf(8, { works: 30 }),
    );
  });

  it('goes on after a kill without asking for a page twice, to the same bytes', async () => {
    const options = { openalex: { works: 100 } };
    server.configure(options);
    await using undisturbed = await Workplace.openWith(server, KEYED);
    const list = ['--author-ids', authors(40).join(','), '--batch-size', '10', '--all'];
    await undisturbed.run([...FETCH, ...list, '-o', 'works.jsonl']);
    const needed = server.count('works');
    const { promise: never } = Promise.withResolvers<void>();
    server.reset();
    server.configure(options);
    let arrived = 0;
    server.setFault(() => ((arrived += 1) > 9 ? { until: never } : {}));
    await using place = await Workplace.openWith(server, KEYED);
    const killed = place.start([...FETCH, ...list, '-o', 'works.jsonl', '--fan-out', '2']);
    await server.waitForCalls(12);
    killed.kill('SIGKILL');
    await killed;
    await server.waitForIdle();
    server.setFault(undefined);
    const { exitCode } = await place.run([...FETCH, '--resume']);
    expect(exitCode).toBe(0);
    // Four batches with two pages each were under way; whatever was kept before is not asked for again.
    expect(server.count('works')).toBeLessThanOrEqual(needed + 4 * 2);
    expect(await place.read('works.jsonl')).toBe(await undisturbed.read('works.jsonl'));
  });
});

describe('ids and flags that cannot be used', () => {
  it('are told all at once, before anything is sent', async () => {
    await using place = await Workplace.openWith(server);
    await place.write('ids.txt', 'A5000000001\nnonsense\nW12\n');
    const { exitCode, stderr } = await place.run([
      ...FETCH,
      '--ids-from',
      'ids.txt',
      '--institution-ids',
      'A7,I5',
      '--doi',
      '10.1/too-short',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('4 ids cannot be used');
    expect(stderr).toContain('ids.txt line 2: "nonsense"');
    expect(stderr).toContain('ids.txt line 3: "W12" is not an author');
    expect(stderr).toContain('--institution-ids: "A7" is not an institution');
    expect(server.count()).toBe(0);
  });

  it('says what a fetch of fifty thousand would ask, and sends nothing', async () => {
    await using place = await Workplace.openWith(server);
    await place.write('ids.txt', authors(50_000).join('\n'));
    const { stdout, exitCode } = await place.run([
      ...FETCH,
      '--ids-from',
      'ids.txt',
      '--all',
      '--dry-run',
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('50,000 ids in 1,000 batches');
    expect(stdout).toContain('at least 1,000');
    expect(server.count()).toBe(0);
    expect(await place.list('.seo-content')).toEqual([]);
  });

  it('splits DOIs that no address holds together', async () => {
    await using place = await Workplace.openWith(server);
    const dois = Array.from(
      { length: 100 },
      (_, index) => `10.5555/works.${FIRST_AUTHOR + index}000001`,
    );
    const long = dois.map((doi) => `${doi}?${'x'.repeat(40)}`);
    const list = ['--doi', [...dois, ...long].join(','), '--batch-size', '100', '--all', '--jsonl'];
    const { stdout, exitCode } = await place.run([...FETCH, ...list]);
    expect(exitCode).toBe(0);
    expect(server.count('works')).toBeGreaterThan(2);
    expect(readLines(stdout).length).toBeGreaterThan(90);
  });
});
