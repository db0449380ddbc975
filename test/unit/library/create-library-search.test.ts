import { describe, expect, it } from 'vitest';
import { createLibrarySearch } from '../../../src/library/create-library-search.ts';
import type { Library, LibraryHit } from '../../../src/library/library.ts';

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
});
