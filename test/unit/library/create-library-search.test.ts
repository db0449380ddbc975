import { describe, expect, it } from 'vitest';
import { createLibrarySearch } from '../../../src/library/create-library-search.ts';
import type { Library, LibraryHit } from '../../../src/library/library.ts';

const hit = (path: string): LibraryHit => ({
  path,
  title: 'Title',
  text: 'Text.',
  readAt: '2026-01-02T03:04:05.000Z',
  score: 0.5,
  passages: [{ start: 0, end: 5, score: 0.5 }],
});

const library = (...hits: LibraryHit[]): Library => ({
  documentCount: hits.length,
  warnings: [],
  search: (_query, { maxResults }) => hits.slice(0, maxResults),
  close: () => undefined,
});

describe('createLibrarySearch', () => {
  it('gives what the library found, with paths relative to the working directory', async () => {
    const search = createLibrarySearch(library(hit('/home/me/work/docs/a.md')), {
      workingDirectory: '/home/me/work',
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

  it('keeps the whole path of documents elsewhere', async () => {
    const search = createLibrarySearch(library(hit('/data/a.md'), hit('/home/me/work2/b.md')), {
      workingDirectory: '/home/me/work',
    });
    const found = await search.search(
      'x',
      { maxResults: 5 },
      { signal: new AbortController().signal },
    );
    expect(found.map((source) => source.path)).toEqual(['/data/a.md', '/home/me/work2/b.md']);
  });

  it('stops when aborted', async () => {
    const search = createLibrarySearch(library(hit('/a.md')));
    const reason = new Error('stop');
    await expect(
      search.search('x', { maxResults: 1 }, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });
});
