import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RawWork, readWork } from '../../../../src/core/works/read-work.ts';

const RAW: RawWork = {
  id: 'https://openalex.org/W2741809807',
  doi: 'https://doi.org/10.7717/PeerJ.4375',
  title: 'The state of\n open access',
  display_name: 'Another name',
  type: 'article',
  language: 'en',
  publication_year: 2018,
  publication_date: '2018-02-13',
  authorships: [
    { author: { display_name: 'Heather Piwowar' } },
    { author: { display_name: null }, raw_author_name: 'J. Priem' },
  ],
  primary_location: {
    source: { display_name: 'PeerJ', host_organization_name: 'PeerJ, Inc.' },
  },
  open_access: { oa_url: 'https://peerj.example/articles/4375.pdf' },
  biblio: { volume: '6', issue: null, first_page: 'e4375', last_page: 'e4375' },
  cited_by_count: 1023,
  is_retracted: false,
  abstract: 'Despite growing interest …',
};

describe('readWork', () => {
  it('reads what a reference says', () => {
    expect(readWork(RAW)).toEqual({
      title: 'The state of open access',
      isRetracted: false,
      publishedAt: '2018-02-13',
      language: 'en',
      abstract: 'Despite growing interest …',
      work: {
        id: 'W2741809807',
        doi: '10.7717/peerj.4375',
        type: 'article',
        authors: ['Heather Piwowar', 'J. Priem'],
        year: 2018,
        venue: 'PeerJ',
        publisher: 'PeerJ, Inc.',
        volume: '6',
        firstPage: 'e4375',
        lastPage: 'e4375',
        citedBy: 1023,
        openAccessUrl: 'https://peerj.example/articles/4375.pdf',
      },
    });
  });

  it('needs nothing but a number', () => {
    expect(readWork({ id: 'W7' })).toEqual({
      title: '',
      isRetracted: false,
      work: { id: 'W7', type: 'other', authors: [], citedBy: 0 },
    });
    expect(readWork({ id: 'W7', display_name: 'A name' })?.title).toBe('A name');
  });

  it.each([undefined, null, 7, '', 'https://openalex.org/A5', '10.7717/peerj.4375', {}, ['W7']])(
    'takes nothing with the number %j for a work',
    (id) => {
      expect(readWork({ ...RAW, id })).toBeUndefined();
    },
  );

  it.each<[string, Partial<Record<string, unknown>>, RawWork]>([
    ['a DOI that is none', { doi: 'https://openalex.org/W7' }, { doi: undefined }],
    ['a year of text', { publication_year: '2018' }, { year: undefined }],
    ['half a year', { publication_year: 2018.5 }, { year: undefined }],
    ['a year far away', { publication_year: 20_180 }, { year: undefined }],
    ['fewer than no citations', { cited_by_count: -3 }, { citedBy: 0 }],
    ['endless citations', { cited_by_count: 1e300 }, { citedBy: 0 }],
    ['a script', { open_access: { oa_url: 'javascript:alert(1)' } }, { openAccessUrl: undefined }],
    ['a place of text', { primary_location: 'here' }, { venue: undefined, publisher: undefined }],
    ['a place without source', { primary_location: { source: null } }, { venue: undefined }],
    ['pages of numbers', { biblio: { first_page: 7, last_page: [] } }, { firstPage: undefined }],
    ['a type of its own', { type: { article: true } }, { type: 'other' }],
    ['authors of text', { authorships: 'Ana' }, { authors: [] }],
    [
      'authors that are none',
      { authorships: [null, 7, 'Ana', {}, { author: null }, { author: { display_name: ' ' } }] },
      { authors: [] },
    ],
  ])('does without %s', (_name, fields, expected) => {
    const work: Record<string, unknown> = { ...readWork({ ...RAW, ...fields })?.work };
    for (const [name, value] of Object.entries(expected)) {
      expect(work[name]).toEqual(value);
      expect(name in work).toBe(value !== undefined);
    }
  });

  it.each(['2018', '2018-2-13', '13.02.2018', '2018-02-13T00:00:00Z', 20_180_213, null])(
    'takes %j for no day',
    (date) => {
      expect(readWork({ ...RAW, publication_date: date })).not.toHaveProperty('publishedAt');
    },
  );

  it('takes nothing but true for a retraction', () => {
    expect(readWork({ ...RAW, is_retracted: true })?.isRetracted).toBe(true);
    for (const odd of ['true', 1, {}, null])
      expect(readWork({ ...RAW, is_retracted: odd })?.isRetracted).toBe(false);
  });

  it('cuts what has no end, and lets nothing through that moves a cursor', () => {
    const read = readWork({
      ...RAW,
      title: `\u001B[31mred\u0007 \u202Etitle ${'word '.repeat(10_000)}`,
      abstract: 'one\r\n\u001B[2Jtwo\u0000',
      authorships: Array.from({ length: 5000 }, () => ({
        author: { display_name: `Ana\u001B[31m ${'x'.repeat(1000)}` },
      })),
    });
    expect(read?.title).toMatch(/^red title word .*…$/u);
    expect(read?.title.length).toBeLessThanOrEqual(500);
    expect(read?.abstract).toBe('one two');
    expect(read?.work.authors).toHaveLength(100);
    for (const name of read?.work.authors ?? []) expect(name).toMatch(/^Ana x{100,200}…$/u);
  });

  it('reads any JSON without failing, into plain clean data', () => {
    const fields = fc.dictionary(fc.constantFrom(...Object.keys(RAW)), fc.jsonValue(), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(fields, (changes) => {
        const read = readWork({ ...RAW, ...changes, id: 'W7' });
        expect(JSON.parse(JSON.stringify(read))).toEqual(read);
        expect(JSON.stringify(read)).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
