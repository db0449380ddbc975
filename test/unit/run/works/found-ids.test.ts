import { describe, expect, it } from 'vitest';
import type { RawWork } from '../../../../src/core/works/read-work.ts';
import { idsOfWork, TELLING_FIELD } from '../../../../src/run/works/found-ids.ts';

const WORK: RawWork = {
  id: 'https://openalex.org/W1',
  doi: 'https://doi.org/10.5555/Works.1',
  authorships: [
    {
      author: { id: 'https://openalex.org/A1' },
      institutions: [{ id: 'https://openalex.org/I1' }, { id: 'https://openalex.org/I2' }],
    },
    { author: { id: 'https://openalex.org/A2' }, institutions: [] },
  ],
  primary_topic: { id: 'https://openalex.org/T1' },
  topics: [{ id: 'https://openalex.org/T1' }, { id: 'https://openalex.org/T2' }],
};

const KINDS = ['author', 'institution', 'doi', 'work', 'topic'] as const;

describe('idsOfWork', () => {
  it('reads the identifiers of each kind in their normal form', () => {
    expect(Object.fromEntries(KINDS.map((kind) => [kind, idsOfWork(WORK, kind)]))).toEqual({
      author: ['A1', 'A2'],
      institution: ['I1', 'I2'],
      doi: ['10.5555/works.1'],
      work: ['W1'],
      topic: ['T1', 'T1', 'T2'],
    });
  });

  it.each(KINDS)('needs no more than the field that tells a kind (%s)', (kind) => {
    const field = TELLING_FIELD[kind];
    expect(new Set(idsOfWork({ [field]: WORK[field] }, kind))).toEqual(
      new Set(idsOfWork(WORK, kind)),
    );
  });

  it('finds none where a work is not what it should be', () => {
    const odd: RawWork[] = [
      {},
      { id: 7, doi: null, authorships: 'Ana', topics: {}, primary_topic: 'T1' },
      { id: 'A1', doi: 'W1', authorships: [null, 7, {}, { author: null, institutions: 7 }] },
      { authorships: [{ author: { id: 'I1' }, institutions: [{ id: 'A1' }, null] }] },
      { topics: [null, { id: 'A1' }, { id: 7 }] },
    ];
    for (const work of odd) for (const kind of KINDS) expect(idsOfWork(work, kind)).toEqual([]);
  });
});
