import type { ReferenceEntry } from '../../../../src/core/references/reference-entry.ts';
import type { ScholarlyWork } from '../../../../src/core/scholarly-work.ts';

/** A work with what every one has. */
export function work(changes: Partial<ScholarlyWork> = {}): ScholarlyWork {
  return {
    id: 'W1',
    type: 'article',
    authors: ['Jane Q. van der Berg'],
    year: 2019,
    citedBy: 0,
    ...changes,
  };
}

/** One entry of every kind. */
export const ENTRIES = {
  article: {
    title: 'Heat in old houses: A field trial',
    work: work({
      authors: ['Jane Q. van der Berg', 'Jean-Paul Sartre'],
      venue: 'Energy and Buildings',
      volume: '182',
      issue: '3',
      firstPage: '345',
      lastPage: '348',
      doi: '10.1016/j.enbuild.2018.10.001',
      citedBy: 1234,
      openAccessUrl: 'https://repository.example.org/heat.pdf',
    }),
  },
  numbered: {
    title: 'The state of OA',
    work: work({
      authors: ['Heather Piwowar', 'Jason Priem', 'Vincent Larivière'],
      year: 2018,
      venue: 'PeerJ',
      volume: '6',
      firstPage: 'e4375',
      lastPage: 'e4375',
      doi: '10.7717/peerj.4375',
    }),
  },
  book: {
    title: 'The Heat Book',
    work: work({
      type: 'book',
      authors: ['Martin Luther King Jr.'],
      publisher: 'Oxford University Press',
    }),
  },
  chapter: {
    title: 'Why heat?',
    work: work({
      type: 'book-chapter',
      venue: 'Handbook of Heat',
      firstPage: '101',
      lastPage: '108',
      publisher: 'Springer',
    }),
  },
  proceedings: {
    title: 'Fast heat',
    work: work({
      authors: ['Ada Lovelace', 'Alan Turing'],
      venue: 'Proceedings of the 3rd Heat Conference',
      firstPage: '12',
      lastPage: '19',
      publisher: 'ACM',
    }),
  },
  preprint: {
    title: 'Heat is all you need',
    work: work({
      type: 'preprint',
      venue: 'arXiv (Cornell University)',
      publisher: 'Cornell University',
      doi: '10.48550/arxiv.1706.03762',
    }),
  },
  dissertation: {
    title: 'On heat',
    work: work({
      type: 'dissertation',
      authors: ['Kari Nordmann'],
      publisher: 'University of Oslo',
      venue: 'DUO',
      openAccessUrl: 'https://duo.example.no/1',
    }),
  },
  report: {
    title: 'World heat report',
    work: work({
      type: 'report',
      authors: ['World Health Organization'],
      publisher: 'World Health Organization',
      openAccessUrl: 'https://who.example.int/r.pdf',
    }),
  },
  dataset: {
    title: 'Heat measurements 2019',
    work: work({ type: 'dataset', venue: 'Zenodo', doi: '10.5281/zenodo.1' }),
  },
  web: {
    title: 'How heat pumps work',
    url: 'https://www.example.com/heat',
    author: 'Mara Quill',
    publishedAt: '2024-09-01',
    retrievedAt: '2026-11-20T08:00:00.000Z',
  },
  undated: {
    title: 'How heat pumps work',
    url: 'https://www.example.com/heat',
    retrievedAt: '2026-11-20T08:00:00.000Z',
  },
  document: {
    title: 'Notes on tea',
    path: 'notes/tea_notes.md',
    author: 'A. Leaf',
    retrievedAt: '2026-11-20T08:00:00.000Z',
  },
} satisfies Record<string, ReferenceEntry>;

export type EntryName = keyof typeof ENTRIES;
