import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../../src/cli/works/read-query.ts';
import type { WorksFlags } from '../../../../src/cli/works/works-flags.ts';
import { AppError } from '../../../../src/core/errors.ts';

function messageOf(flags: WorksFlags): string {
  try {
    readQuery(flags, []);
  } catch (error) {
    if (error instanceof AppError && error.code === 'USAGE') return error.message;
    throw error;
  }
  throw new Error('expected a problem');
}

describe('readQuery', () => {
  it('asks for 25 works with what a reference needs, where nothing is said', () => {
    const { query, limit, isSelected } = readQuery({}, []);
    expect(query).toMatchObject({ filters: [], search: undefined, sort: undefined, perPage: 25 });
    for (const field of ['id', 'doi', 'title', 'authorships', 'biblio', 'abstract_inverted_index'])
      expect(query.select).toContain(field);
    expect(new Set(query.select).size).toBe(query.select.length);
    expect([limit, isSelected]).toEqual([25, false]);
  });

  it('takes over search, filters, years and order', () => {
    const { query } = readQuery(
      {
        search: '  heat pump ',
        filter: ['type=article', ' cited_by_count = >100 ', 'authorships.author.id=A1|A2'],
        'from-year': 2015,
        'to-year': 2020,
        sort: 'publication_year:desc, id',
      },
      [],
    );
    expect(query).toMatchObject({
      filters: [
        'type:article',
        'cited_by_count:>100',
        'authorships.author.id:A1|A2',
        'from_publication_date:2015-01-01',
        'to_publication_date:2020-12-31',
      ],
      search: 'heat pump',
      sort: 'publication_year:desc,id',
    });
  });

  it.each<[WorksFlags, number, number | undefined]>([
    [{ limit: 7 }, 7, 7],
    [{ limit: 200 }, 200, 200],
    [{ limit: 5000 }, 200, 5000],
    [{ all: true }, 200, undefined],
    [{ 'group-by': 'type' }, 200, undefined],
  ])('asks for pages as large as are needed: %j', (flags, perPage, limit) => {
    const read = readQuery(flags, []);
    expect(read.query.perPage).toBe(perPage);
    expect(read.limit).toBe(limit);
    expect('limit' in read).toBe(limit !== undefined);
  });

  it('fetches chosen fields, those it sorts by, and the number of the work', () => {
    const { query, isSelected } = readQuery(
      { select: 'title, abstract,title', sort: 'cited_by_count:desc' },
      ['authorships'],
    );
    expect(query.select).toEqual(['title', 'abstract_inverted_index', 'id', 'cited_by_count']);
    expect(isSelected).toBe(true);
  });

  it('fetches further fields where none were chosen, each once', () => {
    const usual = readQuery({}, []).query.select;
    const { select } = readQuery({ sort: 'relevance_score', search: 'x' }, ['topics', 'doi']).query;
    expect(select).toEqual([...usual, 'topics', 'relevance_score']);
  });

  it('chooses no fields of groups', () => {
    const { query } = readQuery({ 'group-by': 'authorships.author.id' }, ['authorships']);
    expect(query).toMatchObject({ groupBy: 'authorships.author.id', select: [] });
  });

  it.each<[WorksFlags, RegExp]>([
    [{ search: '  ' }, /--search has no words/],
    [{ search: 'heat\u001B[31mpump' }, /--search holds control characters/],
    [{ filter: ['article'] }, /--filter "article" is not of the form type=article/],
    [{ filter: ['=article'] }, /--filter/],
    [{ filter: ['type='] }, /--filter/],
    [{ filter: ['type:x=article'] }, /--filter/],
    [{ filter: ['Type=article'] }, /--filter/],
    [{ filter: [`type=${'x'.repeat(1001)}`] }, /--filter/],
    [{ filter: ['type=article,is_oa:true'] }, /a comma parts filters/],
    [{ filter: ['type=art\nicle'] }, /--filter/],
    [{ 'from-year': 2021, 'to-year': 2020 }, /--from-year 2021 is after --to-year 2020/],
    [{ sort: 'cited_by_count:down' }, /--sort "cited_by_count:down"/],
    [{ sort: 'a:desc:asc' }, /--sort/],
    [{ sort: '' }, /--sort/],
    [{ sort: 'a,,b' }, /--sort ""/],
    [{ sort: 'relevance_score' }, /--sort relevance_score needs --search/],
    [{ sort: 'relevance_score:desc', search: ' ' }, /--search has no words/],
    [{ 'group-by': 'type&select=x' }, /--group-by: "type&select=x"/],
    [{ select: ' , ' }, /--select names no field/],
    [{ select: 'id,Title' }, /--select: "Title"/],
    [{ select: 'authorships.author' }, /--select: "authorships.author"/],
  ])('refuses %j', (flags, says) => {
    expect(messageOf(flags)).toMatch(says);
  });

  it('tells of everything that cannot be used at once', () => {
    const message = messageOf({
      search: '',
      filter: ['x', 'type=a,b'],
      sort: 'no!',
      select: 'Id',
      'group-by': '*',
      'from-year': 2,
      'to-year': 1,
    });
    expect(message.split('\n')).toHaveLength(8);
    expect(message).toMatch(/^These cannot be used:\n {2}- --filter "x"/);
    expect(messageOf({ search: '' })).toBe('--search has no words.');
  });
});
