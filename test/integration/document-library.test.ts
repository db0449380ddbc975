import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLibrary, type AddOutcome } from '../../src/index.ts';
import { createWordEmbedder } from '../support/word-embedder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'document-library-'));
  await mkdir(join(folder, 'docs'));
  await write('fan.md', '# The fan\n\nA hushed fan turns slowly.');
  await write('drum.txt', 'The drum\n\nA drum is loud, and never hit softly.');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, 'docs', name);
  await writeFile(path, content);
  return path;
}

it('adds, finds, lists and removes documents', async () => {
  const embedder = createWordEmbedder({ synonyms: [['quiet', 'hushed']] });
  const indexPath = join(folder, 'state', 'library.db');
  await using library = await openLibrary({ indexPath, embedder, workers: 1 });
  const broken = await write('broken.pdf', '%PDF-1.7\nnot much of one');
  const told: AddOutcome[] = [];
  const report = await library.add([join(folder, 'docs')], {
    onDocument: (outcome) => told.push(outcome),
  });
  expect(report.outcomes).toMatchObject([
    { path: broken, error: { code: 'DOCUMENT_UNREADABLE' } },
    { document: { title: 'The drum', kind: 'text', passages: 1, notes: [] } },
    { document: { title: 'The fan', kind: 'markdown' } },
  ]);
  expect(told).toHaveLength(3);
  expect(embedder.requests).toHaveLength(1);

  const [first] = await library.search('quiet fan', { limit: 1 });
  expect(first).toMatchObject({ title: 'The fan', wordsRank: 1, meaningRank: 1 });
  expect(await library.search('quiet', { by: 'words' })).toEqual([]);
  expect(await library.search('a', { filters: { types: ['text'] } })).toHaveLength(1);

  await rm(broken);
  await rm(join(folder, 'docs', 'drum.txt'));
  const second = await library.add([join(folder, 'docs')], { prune: true });
  expect(second).toMatchObject({ outcomes: [], unchanged: 1, warnings: [] });
  expect(second.removed).toEqual([join(folder, 'docs', 'drum.txt')]);
  expect(library.list().map(({ title }) => title)).toEqual(['The fan']);
  expect(library.remove([join(folder, 'docs')])).toEqual([join(folder, 'docs', 'fan.md')]);
  expect(library.list()).toEqual([]);
});

it('searches by words without an embedder, and keeps what was added for the next process', async () => {
  const indexPath = join(folder, 'library.db');
  const first = await openLibrary({ indexPath, workers: 1 });
  await first.add([join(folder, 'docs', '*.md')]);
  await first.close();
  await using second = await openLibrary({ indexPath });
  const hits = await second.search('fans');
  expect(hits.map(({ title, meaningRank }) => [title, meaningRank])).toEqual([
    ['The fan', undefined],
  ]);
});

it('stops when aborted', async () => {
  const reason = new Error('stop');
  await using library = await openLibrary({ indexPath: ':memory:' });
  const adding = library.add([join(folder, 'docs')], { signal: AbortSignal.abort(reason) });
  await expect(adding).rejects.toBe(reason);
  expect(library.list()).toEqual([]);
});
