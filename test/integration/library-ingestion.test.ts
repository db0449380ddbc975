import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceItem } from '../../src/core/source-item.ts';
import { AppError } from '../../src/core/errors.ts';
import { openDocumentReader } from '../../src/documents/open-document-reader.ts';
import type { DocumentReader } from '../../src/documents/document-reader.ts';
import { createChunkSearch } from '../../src/library/chunk-search.ts';
import { createDocumentIntake } from '../../src/library/document-intake.ts';
import { createEmbeddingQueue } from '../../src/library/embedding-queue.ts';
import { keptDocuments } from '../../src/library/known-documents.ts';
import { openLibraryDatabase } from '../../src/library/library-database.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { countPassages } from '../../src/library/passage-counts.ts';
import { planIngestion } from '../../src/library/plan-ingestion.ts';
import { removeDocuments } from '../../src/library/remove-documents.ts';
import { ingestDocument, type IngestResult } from '../../src/pipeline/ingest.ts';
import { ItemScope } from '../../src/pipeline/item-scope.ts';
import { createWordEmbedder, type WordEmbedder } from '../support/word-embedder.ts';

let folder: string;
let docs: string;
let database: DatabaseSync;
let reader: DocumentReader;
let reads: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingestion-'));
  docs = join(folder, 'docs');
  database = await openLibraryDatabase(join(folder, 'library.db'));
  const opened = openDocumentReader({ workers: 1 });
  reads = [];
  reader = {
    read: (path, options) => {
      reads.push(path);
      return opened.read(path, options);
    },
    close: () => opened.close(),
  };
});
afterEach(async () => {
  database.close();
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: string): Promise<string> {
  const path = join(docs, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

const plan = (embedder?: WordEmbedder, options: { prune?: boolean; paths?: string[] } = {}) =>
  planIngestion(database, { paths: [docs], model: embedder?.name, ...options });

/** Takes one document in, as a run does. */
function ingest(
  path: string,
  embedder?: WordEmbedder,
  signal?: AbortSignal,
): Promise<IngestResult> {
  const item: SourceItem = { index: 0, keyword: path, slug: '', priority: 0, path };
  const scope = new ItemScope({
    item,
    signal: signal ?? new AbortController().signal,
    emit: () => undefined,
    now: () => 0,
    today: () => new Date(0),
  });
  return ingestDocument(scope, {
    intake: createDocumentIntake(database, { reader, now: () => new Date('2026-01-02T03:04:05Z') }),
    embeddings: embedder && createEmbeddingQueue(database, embedder),
  });
}

async function ingestAll(embedder?: WordEmbedder): Promise<void> {
  const { todo } = await plan(embedder);
  for (const { path } of todo) await ingest(path, embedder);
}

const apples = '# Apples\n\nApples are red and sweet.\n\n## Storage\n\nKeep them cool and dark.';
const pears = '# Pears\n\nPears are green and soft.';

describe('taking documents into a library', () => {
  it('plans what is new, takes it in and leaves it alone afterwards', async () => {
    await write('a.md', apples);
    await write('deep/b.md', pears);
    const embedder = createWordEmbedder();
    const first = await plan(embedder);
    expect(first.todo.map(({ reason }) => reason)).toEqual(['new', 'new']);
    await ingestAll(embedder);
    expect(keptDocuments(database).map(({ title, kind }) => [title, kind])).toEqual([
      ['Apples', 'markdown'],
      ['Pears', 'markdown'],
    ]);
    expect(await plan(embedder)).toMatchObject({ todo: [], unchanged: 2, gone: [], touched: [] });
    for (const { passages, vectors } of countPassages(database, embedder.name).values())
      expect(vectors).toBe(passages);
  });

  it('reads no file again whose content is what it was, and notes its new times', async () => {
    const path = await write('a.md', apples);
    await ingestAll();
    await utimes(path, new Date(1e12), new Date(1e12));
    const { todo, touched, unchanged } = await plan();
    expect({ todo, unchanged }).toEqual({ todo: [], unchanged: 1 });
    expect(touched.map((file) => file.path)).toEqual([path]);
  });

  it('embeds of a changed document only what has changed', async () => {
    const path = await write('a.md', apples);
    const embedder = createWordEmbedder();
    await ingestAll(embedder);
    const before = embedder.requests.flat().length;
    await writeFile(path, apples.replace('cool and dark', 'cool and dry, in a box'));
    expect((await plan(embedder)).todo).toMatchObject([{ path, reason: 'changed' }]);
    await ingestAll(embedder);
    const further = embedder.requests.flat().slice(before);
    expect(further).toHaveLength(1);
    expect(further[0]).toContain('in a box');
    expect(keptDocuments(database)).toHaveLength(1);
  });

  it('embeds nothing of a file that has only moved, and drops its old place', async () => {
    const path = await write('a.md', apples);
    const embedder = createWordEmbedder();
    await ingestAll(embedder);
    const before = embedder.requests.length;
    await mkdir(join(docs, 'new'));
    await rename(path, join(docs, 'new', 'a.md'));
    const { todo, gone } = await plan(embedder);
    expect(todo.map(({ reason }) => reason)).toEqual(['new']);
    expect(gone.map((document) => document.path)).toEqual([path]);
    await ingestAll(embedder);
    removeDocuments(database, gone);
    expect(embedder.requests).toHaveLength(before);
    expect(keptDocuments(database).map((document) => document.path)).toEqual([
      join(docs, 'new', 'a.md'),
    ]);
  });

  it('drops no document whose folder cannot be found out about, and only below the named paths', async () => {
    const path = await write('a.md', apples);
    await write('../other/b.md', pears);
    for (const { path: each } of (await plan(undefined, { paths: [docs, join(folder, 'other')] }))
      .todo)
      await ingest(each);
    await rm(join(folder, 'other'), { recursive: true });
    expect((await plan()).gone).toEqual([]);
    await rm(path);
    expect((await plan()).gone.map((document) => document.path)).toEqual([path]);
    // A folder that is gone as a whole is no mistake with --prune, and else one.
    const all = { paths: [docs, join(folder, 'other')] };
    expect((await plan(undefined, { ...all, prune: true })).gone).toHaveLength(2);
    await expect(plan(undefined, all)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('stores what could not be embedded, fails, and embeds just that the next time', async () => {
    const path = await write('a.md', apples);
    let isBroken = true;
    const embedder = createWordEmbedder({
      fail: (text) =>
        isBroken && text.includes('cool and dark')
          ? new AppError('PROVIDER_UNAVAILABLE', 'The server is down.')
          : undefined,
    });
    await expect(ingest(path, embedder)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: expect.stringMatching(/1 of 2 passages of .*a\.md could not be embedded/u),
    });
    const search = createChunkSearch(database, embedder.name);
    expect(search.search('cool dark', { limit: 5 })[0]?.heading).toBe('Storage');
    expect(search.vectorCount).toBe(1);
    isBroken = false;
    expect((await plan(embedder)).todo).toMatchObject([{ path, reason: 'without-vectors' }]);
    const before = { requests: embedder.requests.length, reads: reads.length };
    await ingestAll(embedder);
    expect(embedder.requests.slice(before.requests).flat()).toHaveLength(1);
    expect(reads).toHaveLength(before.reads);
    expect((await plan(embedder)).todo).toEqual([]);
    expect(search.vectorCount).toBe(2);
  });

  it('takes what a model can never embed for done, with a note', async () => {
    const path = await write('a.md', `${apples}\n\n## 苹果\n\n苹果又红又甜。`);
    const embedder = createWordEmbedder({
      fail: (text) =>
        text.includes('苹果') ? new AppError('INPUT_INVALID', 'Not its script.') : undefined,
    });
    const { notes } = await ingest(path, embedder);
    expect(notes).toEqual(['1 of 3 passages: Not its script.']);
    expect((await plan(embedder)).todo).toEqual([]);
    const search = createChunkSearch(database, embedder.name);
    expect(search.search('苹果', { limit: 5 })[0]?.heading).toBe('苹果');
  });

  it('embeds everything for another embedder, without reading it again', async () => {
    await write('a.md', apples);
    await ingestAll(createWordEmbedder());
    const other = createWordEmbedder({ name: 'test:other', dimensions: 8 });
    expect((await plan(other)).todo).toHaveLength(1);
    const before = reads.length;
    await ingestAll(other);
    expect(reads).toHaveLength(before);
    expect(createChunkSearch(database, other.name).vectorCount).toBe(2);
    expect(createChunkSearch(database, 'test:words').vectorCount).toBe(2);
  });

  it('writes nothing of a document that is aborted', async () => {
    const path = await write('a.md', apples);
    const abort = new AbortController();
    const reason = new DOMException('stop', 'AbortError');
    const embedder = createWordEmbedder({
      before: () => {
        abort.abort(reason);
        return Promise.reject(reason);
      },
    });
    await expect(ingest(path, embedder, abort.signal)).rejects.toBe(reason);
    expect(keptDocuments(database)).toEqual([]);
  });

  it('keeps a document as it was when its file cannot be read any more', async () => {
    const path = await write('a.md', apples);
    await ingestAll();
    await writeFile(path, Buffer.from([0x89, 0x50, 0, 1]));
    await expect(ingest(path)).rejects.toMatchObject({ code: 'DOCUMENT_UNREADABLE' });
    expect(keptDocuments(database).map(({ title }) => title)).toEqual(['Apples']);
  });

  it('takes documents by pattern', async () => {
    await write('a.md', apples);
    await write('deep/b.md', pears);
    await write('c.txt', 'Cherries.\n\nThey are dark and sour.');
    const { todo } = await plan(undefined, { paths: [join(docs, '**', '*.md')] });
    expect(todo.map(({ path }) => path)).toEqual([join(docs, 'a.md'), join(docs, 'deep', 'b.md')]);
  });
});

describe('searching what was added', () => {
  const synonyms = [['quiet', 'silent', 'hushed']];
  const search = async (
    query: string,
    embedder: WordEmbedder,
    options: Parameters<ReturnType<typeof createChunkSearch>['search']>[1],
  ) => {
    const [vector] = await embedder.embed([query], { signal: new AbortController().signal });
    return createChunkSearch(database, embedder.name).search(query, {
      vector: vector instanceof Float32Array ? vector : undefined,
      ...options,
    });
  };

  beforeEach(async () => {
    await write(
      'fan.md',
      '---\ndate: 2025-03-09\n---\n\n# The fan\n\nThe hushed fan turns slowly.',
    );
    await write(
      'drum.html',
      '<!doctype html><html><head><title>The drum</title></head><body><p>A drum is loud, and it is never hit softly.</p></body></html>',
    );
    await write('list.txt', 'Things\n\nA bell, a horn and a quiet corner are what we have here.');
    const embedder = createWordEmbedder({ synonyms });
    await ingestAll(embedder);
  });

  it('finds by words, by meaning, and what both find first', async () => {
    const embedder = createWordEmbedder({ synonyms });
    const titles = async (query: string, by: 'words' | 'meaning' | 'hybrid') =>
      (await search(query, embedder, { limit: 3, by })).map(({ title }) => title);
    expect(await titles('silent', 'words')).toEqual([]);
    expect((await titles('silent fan', 'hybrid'))[0]).toBe('The fan');
    expect((await titles('the silent fan turns', 'meaning'))[0]).toBe('The fan');
    const [first] = await search('silent fan', embedder, { limit: 1 });
    expect(first).toMatchObject({ wordsRank: 1, meaningRank: 1, score: 1, kind: 'markdown' });
    expect(first?.similarity).toBeGreaterThan(0);
    expect(first?.snippet).toEqual({ text: 'The hushed fan turns slowly.', matches: [[11, 14]] });
  });

  it('filters by path, date and kind', async () => {
    const embedder = createWordEmbedder({ synonyms });
    const found = async (filters: object) =>
      (await search('a fan, a drum and a bell', embedder, { limit: 9, filters }))
        .map(({ title }) => title)
        .toSorted();
    expect(await found({})).toEqual(['The drum', 'The fan', 'Things']);
    expect(await found({ types: ['html', 'text'] })).toEqual(['The drum', 'Things']);
    expect(await found({ after: '2025', before: '2025-06' })).toEqual(['The fan']);
    expect(await found({ path: join(docs, '*.md') })).toEqual(['The fan']);
    expect(await found({ path: join(folder, 'elsewhere') })).toEqual([]);
  });

  it.each([
    '',
    '"',
    'fan AND',
    'NEAR(fan)',
    'title:fan*',
    '🔥',
    '\u0000',
    'the of and',
    'x'.repeat(9000),
  ])('takes %j for a query like any other', async (query) => {
    const hits = createChunkSearch(database).search(query, { limit: 5 });
    expect(hits.every(({ text }) => text !== '')).toBe(true);
  });

  it('sees what was added, changed and removed meanwhile', async () => {
    const embedder = createWordEmbedder({ synonyms });
    const open = createChunkSearch(database, embedder.name);
    const titles = (query: string) => open.search(query, { limit: 5 }).map(({ title }) => title);
    expect(titles('trumpet')).toEqual([]);
    await write('trumpet.md', '# The trumpet\n\nA trumpet is of brass.');
    await ingestAll(embedder);
    expect(titles('trumpet')).toEqual(['The trumpet']);
    expect(open.vectorCount).toBe(4);
    removeDocuments(
      database,
      keptDocuments(database).filter(({ title }) => title === 'The trumpet'),
    );
    expect(titles('trumpet')).toEqual([]);
    expect(open.vectorCount).toBe(3);
  });

  it('leaves out documents that were only researched in', async () => {
    const other = join(folder, 'other');
    await mkdir(other);
    await writeFile(join(other, 'horn.md'), '# The horn\n\nA horn is of horn.');
    const library = await openLibrary({ paths: [other], indexPath: join(folder, 'library.db') });
    expect(library.search('horn', { maxResults: 5 }).map(({ title }) => title)).toEqual([
      'The horn',
    ]);
    library.close();
    const titles = createChunkSearch(database)
      .search('horn', { limit: 5 })
      .map(({ title }) => title);
    expect(titles).toEqual(['Things']);
    // Taken in for good, it is found without having been read again.
    const before = reads.length;
    await ingest(join(other, 'horn.md'));
    expect(reads).toHaveLength(before);
    const all = createChunkSearch(database).search('horn', { limit: 5 });
    expect(all.map(({ title }) => title)).toEqual(['The horn', 'Things']);
  });
});

describe('researching in what was added', () => {
  const indexPath = () => join(folder, 'library.db');
  const long = (words: string): string => `${words} `.repeat(12).trim();

  it('opens the added documents where none are named, whether their files are there or not', async () => {
    await write('a.md', apples);
    await ingestAll();
    await rm(docs, { recursive: true });
    const library = await openLibrary({ paths: [], indexPath: indexPath() });
    expect(library).toMatchObject({ documentCount: 1, roots: [docs], vectorCount: 0 });
    expect(library.search('apples', { maxResults: 5 })[0]?.title).toBe('Apples');
    library.close();
    // A folder that is researched in drops nothing that was added.
    await mkdir(join(folder, 'other'));
    await writeFile(join(folder, 'other', 'b.md'), pears);
    (await openLibrary({ paths: [join(folder, 'other')], indexPath: indexPath() })).close();
    expect(keptDocuments(database).map(({ title }) => title)).toEqual(['Apples']);
  });

  it('refuses a library to which nothing was added', async () => {
    await expect(openLibrary({ paths: [], indexPath: indexPath() })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: 'No document has been added to the library.',
    });
  });

  it('joins documents that are near in meaning, and none that are not near enough', async () => {
    const embedder = createWordEmbedder({
      synonyms: [['heater', 'radiator', 'stove']],
      dimensions: 512,
    });
    await write('stove.md', `# Stoves\n\n${long('The stove warms the winter room.')}`);
    await write('radiator.md', `# Notes\n\n${long('The radiator warms the winter room.')}`);
    await write('boat.md', `# Boats\n\n${long('Sails carry boats over lakes.')}`);
    await ingestAll(embedder);
    const library = await openLibrary({ paths: [], indexPath: indexPath(), model: embedder.name });
    const titles = async (query: string) => {
      const [vector] = await embedder.embed([query], { signal: new AbortController().signal });
      const hits = library.search(query, { maxResults: 5, vector: vector as Float32Array });
      return hits.map(({ title }) => title);
    };
    expect(library.search('stove', { maxResults: 5 }).map(({ title }) => title)).toEqual([
      'Stoves',
    ]);
    expect(await titles('the stove warms the winter room')).toEqual(['Stoves', 'Notes']);
    expect(await titles('quantum blockchain')).toEqual([]);
    library.close();
  });

  it('tells another fingerprint with vectors than without', async () => {
    await write('a.md', apples);
    await ingestAll();
    const fingerprint = async (model?: string) => {
      const library = await openLibrary({ paths: [], indexPath: indexPath(), model });
      library.close();
      return library.fingerprint;
    };
    const embedder = createWordEmbedder();
    const words = await fingerprint(embedder.name);
    await ingestAll(embedder);
    expect(await fingerprint()).toBe(words);
    expect(await fingerprint(embedder.name)).not.toBe(words);
  });
});
