import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import { Workplace } from '../support/cli.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback/server.ts';
import { EventWatch } from '../support/processes/event-watch.ts';
import { checkIntegrity } from '../support/processes/ledger-copy.ts';
import { prepareWorkplace } from '../support/processes/prepared-workplace.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

const TIMEOUT = 120_000;
const WORDS = ['--embeddings', 'none'];

/** A document on its own subject, of two sections. */
const documentOn = (subject: string): string =>
  `# All about ${subject}\n\n${`A ${subject} has its uses in every house. `.repeat(6)}\n\n## Care\n\n${`Keep the ${subject} clean and dry. `.repeat(6)}\n`;

async function writeDocuments(place: Workplace, subjects: readonly string[]): Promise<void> {
  await mkdir(join(place.folder, 'docs'), { recursive: true });
  for (const subject of subjects) await place.write(`docs/${subject}.md`, documentOn(subject));
}

interface Listing {
  documents: { path: string; title: string; chunks: number; vectors: number }[];
}
const listOf = async (place: Workplace): Promise<Listing> =>
  JSON.parse((await place.run(['library', 'list', '--json'])).stdout) as Listing;

describe('a library without any key', () => {
  it(
    'takes documents in, finds them, and lets them go',
    async () => {
      await using place = await Workplace.open();
      await writeDocuments(place, ['teapot', 'kettle']);
      await place.write('docs/broken.pdf', '%PDF-1.7\nnot much of one');
      const first = await place.run(['library', 'add', 'docs', ...WORDS]);
      expect(first.exitCode).toBe(1);
      expect(first.stdout).toContain('2 of 3 documents added');
      expect(first.all).toContain('broken.pdf');
      expect(first.stderr).toContain('searched by words only');

      await rm(join(place.folder, 'docs/broken.pdf'));
      const again = await place.run(['library', 'add', 'docs', ...WORDS]);
      expect(again).toMatchObject({ exitCode: 0, stdout: '' });
      expect(again.stderr).toContain('Unchanged: 2 documents.');
      const found = await place.run(['library', 'search', 'kettles', '--limit', '1']);
      expect(found.exitCode).toBe(0);
      expect(found.stdout).toContain('1. All about kettle');
      expect(found.stdout).toContain('**kettle**');
      expect(found.stderr).toContain('searching by words only');
      const asked = await place.run(['library', 'search', 'kettle', '--by', 'meaning']);
      expect(asked.exitCode).toBe(2);

      await place.write('docs/kettle.md', documentOn('samovar'));
      await rm(join(place.folder, 'docs/teapot.md'));
      const changed = await place.run(['library', 'add', 'docs', '--prune', ...WORDS, '--json']);
      expect(JSON.parse(changed.stdout)).toMatchObject({
        command: 'library add',
        totals: { total: 1, succeeded: 1 },
        library: { unchanged: 0, removed: 1 },
      });
      expect((await listOf(place)).documents.map(({ title }) => title)).toEqual([
        'All about samovar',
      ]);
      const removed = await place.run(['library', 'remove', 'docs/*.md', '--json']);
      expect(JSON.parse(removed.stdout)).toEqual({
        removed: [join(place.folder, 'docs/kettle.md')],
      });
      expect((await listOf(place)).documents).toEqual([]);
      expect((await place.run(['library', 'search', 'samovar'])).exitCode).toBe(2);
    },
    TIMEOUT,
  );

  it(
    'tells wrong usage before anything is done',
    async () => {
      await using place = await Workplace.open();
      for (const args of [
        ['add'],
        ['add', 'nowhere'],
        ['remove'],
        ['search'],
        ['search', 'x', '--type', 'y'],
      ])
        expect((await place.run(['library', ...args])).exitCode).toBe(2);
      expect(await place.list('.seo-content')).not.toContain('ledger.db');
    },
    TIMEOUT,
  );
});

describe('a library with embeddings of OpenAI', () => {
  const texts = (): string[] =>
    server.callsTo('embeddings').flatMap(({ body }) => (body as { input: string[] }).input);

  it(
    'embeds many documents in few requests, and searches by words and meaning',
    async () => {
      await using place = await prepareWorkplace(server, { keywords: 0 });
      const subjects = ['teapot', 'kettle', 'ladle', 'whisk', 'sieve', 'grater'];
      await writeDocuments(place, subjects);
      const { summary, events, exitCode } = await place.runForData(['library', 'add', 'docs']);
      expect(exitCode).toBe(0);
      expect(summary).toMatchObject({
        totals: { succeeded: 6 },
        writer: expect.stringContaining('text-embedding-3-small'),
      });
      expect(texts()).toHaveLength(12);
      expect(server.count('embeddings')).toBeLessThanOrEqual(2);
      expect(summary.totals.usage.calls).toBe(server.count('embeddings'));
      expect(summary.totals.usage.costUsd).toBeGreaterThan(0);
      expect(events[0]).toMatchObject({ type: 'run-start', unit: 'document', total: 6 });
      const listing = await listOf(place);
      for (const { chunks, vectors } of listing.documents) expect(vectors).toBe(chunks);
      const found = await place.run(['library', 'search', 'a whisk in the house', '--json']);
      const result = JSON.parse(found.stdout) as { by: string; hits: { title: string }[] };
      expect(result.by).toBe('hybrid');
      expect(result.hits[0]?.title).toBe('All about whisk');
      // What is there is asked for no more.
      const before = texts().length;
      expect((await place.run(['library', 'add', 'docs'])).exitCode).toBe(0);
      expect(texts()).toHaveLength(before);
    },
    TIMEOUT,
  );

  it(
    'goes on after kill -9 where it was, and pays for nothing twice',
    async () => {
      await using place = await prepareWorkplace(server, { keywords: 0 });
      const subjects = Array.from(
        { length: 12 },
        (_, index) => `tool${String.fromCodePoint(97 + index)}`,
      );
      await writeDocuments(place, subjects);
      const running = place.start([
        'library',
        'add',
        'docs',
        '-p',
        '2',
        '--json',
        '--reporter',
        'ndjson',
      ]);
      const watch = new EventWatch(running);
      expect(await watch.waitForEvents('item-end', 4)).toBe(true);
      running.kill('SIGKILL');
      await running;
      await server.waitForNoSockets();
      const answered = server.callsTo('embeddings').filter(({ outcome }) => outcome === 'answered');
      const inFlight = server.count('embeddings') - answered.length;
      const before = texts().length;
      const second = await place.run(['library', 'add', 'docs']);
      expect(second.exitCode).toBe(0);
      const { documents } = await listOf(place);
      expect(documents).toHaveLength(12);
      for (const { chunks, vectors } of documents) expect(vectors).toBe(chunks);
      const twice = texts().length - new Set(texts()).size;
      // The answers that were on their way when it was killed, with the documents that waited for them: two at a time.
      expect(twice).toBeLessThanOrEqual(4 * Math.max(1, inFlight));
      expect(texts().length - before).toBeLessThan(24);
      await checkIntegrity(place);
    },
    TIMEOUT,
  );

  it(
    'goes on with its run too, after a failure of the embeddings',
    async () => {
      await using place = await prepareWorkplace(server, { keywords: 0 });
      await writeDocuments(place, ['teapot', 'kettle']);
      server.setFault(({ route }) => (route === 'embeddings' ? { status: 401 } : undefined));
      const first = await place.run(['library', 'add', 'docs']);
      expect(first.exitCode).toBe(3);
      // What was read can be found by its words at once.
      const found = await place.run(['library', 'search', 'teapot', '--by', 'words']);
      expect(found.stdout).toContain('All about teapot');
      server.setFault(undefined);
      const second = await place.run(['runs', 'resume']);
      expect(second.exitCode).toBe(0);
      for (const { chunks, vectors } of (await listOf(place)).documents)
        expect(vectors).toBe(chunks);
    },
    TIMEOUT,
  );

  it(
    'never starts a call that could pass the budget',
    async () => {
      await using place = await prepareWorkplace(server, { keywords: 0 });
      await writeDocuments(place, ['teapot']);
      const { exitCode } = await place.run(['library', 'add', 'docs', '--max-cost', '0.000000001']);
      expect(exitCode).toBe(3);
      expect(server.count('embeddings')).toBe(0);
    },
    TIMEOUT,
  );
});

describe('research in what was added', () => {
  it(
    'needs no --library, and mixes with the web in one dossier',
    async () => {
      await using place = await prepareWorkplace(server, { keywords: 0 });
      await writeDocuments(place, ['teapot', 'kettle']);
      expect((await place.run(['library', 'add', 'docs'])).exitCode).toBe(0);
      const args = ['research', 'teapot', '--research', 'library,tavily'];
      const { exitCode, stderr } = await place.run(args);
      expect(exitCode).toBe(0);
      expect(stderr).not.toContain('examples that ship');
      const dossier = JSON.parse(await place.read('content/research/teapot.json')) as Dossier;
      expect(new Set(dossier.sources.map(({ provider }) => provider))).toEqual(
        new Set(['library', 'tavily']),
      );
      expect(dossier.sources.find(({ provider }) => provider === 'library')).toMatchObject({
        path: 'docs/teapot.md',
        title: 'All about teapot',
      });
    },
    TIMEOUT,
  );
});
