import { describe, expect, it } from 'vitest';
import { createLibrarySearch } from '../../../src/library/create-library-search.ts';
import type { Library, LibraryHit } from '../../../src/library/library.ts';
import { createWordEmbedder } from '../../support/word-embedder.ts';

const hit = (path: string): LibraryHit => ({
  id: 1,
  path,
  title: 'Title',
  text: 'Text.',
  readAt: '2026-01-02T03:04:05.000Z',
  score: 0.5,
  passages: [{ id: 1, start: 0, end: 5, score: 0.5 }],
});

const library = (...hits: LibraryHit[]): Library => ({
  fingerprint: '',
  roots: [],
  documentCount: hits.length,
  vectorCount: 0,
  warnings: [],
  search: (_query, { maxResults }) => hits.slice(0, maxResults),
  close: () => undefined,
});

describe('createLibrarySearch', () => {
  it('gives what the library found, with paths relative to the working directory', async () => {
    const search = createLibrarySearch(library(hit('/home/me/work/docs/a.md')), {
      workingDirectory: '/home/me/work',
      roots: ['/home/me/work/docs'],
    });
    const scope = { signal: new AbortController().signal };
    expect(search.name).toBe('library');
    expect(await search.search('x', { maxResults: 5 }, scope)).toEqual([
      {
        title: 'Title',
        path: 'docs/a.md',
        text: 'Text.',
        retrievedAt: '2026-01-02T03:04:05.000Z',
        score: 0.5,
        passages: [{ start: 0, end: 5, score: 0.5 }],
      },
    ]);
  });

  it.each([
    ['from the library on', ['/data/handbook'], 'handbook/team/a.md'],
    ['by its name when it was named itself', ['/data/handbook/team/a.md'], 'a.md'],
    ['whole when two libraries have one name', ['/data/handbook', '/other/handbook'], undefined],
  ])('tells the path of a document elsewhere %s', async (_name, roots, shown) => {
    const path = '/data/handbook/team/a.md';
    const search = createLibrarySearch(library(hit(path)), {
      workingDirectory: '/home/me/work',
      roots,
    });
    const scope = { signal: new AbortController().signal };
    const [found] = await search.search('x', { maxResults: 5 }, scope);
    expect(found?.path).toBe(shown ?? path);
  });

  it('stops when aborted', async () => {
    const search = createLibrarySearch(library(hit('/a.md')), {
      workingDirectory: '/',
      roots: ['/'],
    });
    const reason = new Error('stop');
    await expect(
      search.search('x', { maxResults: 1 }, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });

  it('embeds each query once, and none where the library has no vectors', async () => {
    const embedder = createWordEmbedder();
    const asked: (Float32Array | undefined)[] = [];
    const open = (vectorCount: number) =>
      createLibrarySearch(
        {
          ...library(),
          vectorCount,
          search: (_query, { vector }) => {
            asked.push(vector);
            return [];
          },
        },
        { workingDirectory: '/', roots: [], embedder },
      );
    const scope = { signal: new AbortController().signal };
    const withVectors = open(3);
    await withVectors.search('a b', { maxResults: 1 }, scope);
    await withVectors.search('a b', { maxResults: 5 }, scope);
    await open(0).search('c', { maxResults: 1 }, scope);
    expect(embedder.requests).toEqual([['a b']]);
    expect(asked.map((vector) => vector?.length)).toEqual([64, 64, undefined]);
  });

  it('searches by words what has no vector', async () => {
    const embedder = createWordEmbedder({ fail: () => new Error('not its script') });
    const search = createLibrarySearch(
      { ...library(hit('/a.md')), vectorCount: 1 },
      { workingDirectory: '/', roots: ['/'], embedder },
    );
    const scope = { signal: new AbortController().signal };
    expect(await search.search('x', { maxResults: 1 }, scope)).toHaveLength(1);
  });

  it('tells the pages of passages, and no numbers of the index', async () => {
    const found = {
      ...hit('/a.pdf'),
      passages: [{ id: 7, start: 0, end: 5, page: 3, score: 0.5, similarity: 0.7 }],
    };
    const search = createLibrarySearch(library(found), { workingDirectory: '/', roots: ['/'] });
    const scope = { signal: new AbortController().signal };
    const [source] = await search.search('x', { maxResults: 1 }, scope);
    expect(source?.passages).toEqual([{ start: 0, end: 5, page: 3, score: 0.5, similarity: 0.7 }]);
  });
});
