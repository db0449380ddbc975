import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeValue,
  OPENALEX_URL,
  roomForValues,
  worksAddress,
  type WorksQuery,
} from '../../../../src/providers/openalex/works-address.ts';

const QUERY: WorksQuery = { filters: [], select: [], perPage: 200 };

/** As the service reads it. */
function readParameters(address: string): Record<string, string> {
  return Object.fromEntries(new URL(address).searchParams);
}

describe('worksAddress', () => {
  it('names only what is asked', () => {
    expect(worksAddress(OPENALEX_URL, QUERY, { cursor: '*' })).toBe(
      'https://api.openalex.org/works?per-page=200&cursor=*',
    );
    expect(
      worksAddress(
        'http://127.0.0.1:80',
        {
          filters: ['author.id:A1|A2', 'publication_year:2015-2020'],
          search: 'heat pump & noise',
          sort: 'cited_by_count:desc',
          select: ['id', 'title'],
          perPage: 25,
        },
        { page: 3 },
      ),
    ).toBe(
      'http://127.0.0.1:80/works?filter=author.id:A1|A2,publication_year:2015-2020&search=heat%20pump%20%26%20noise&sort=cited_by_count:desc&select=id,title&per-page=25&page=3',
    );
    expect(worksAddress(OPENALEX_URL, { ...QUERY, groupBy: 'type' }, { cursor: 'a+/b==' })).toBe(
      'https://api.openalex.org/works?group_by=type&per-page=200&cursor=a%2B/b%3D%3D',
    );
  });

  it('arrives as it was meant, whatever the values hold', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, text, text, (filter, search, cursor) => {
        const query = { ...QUERY, filters: [`doi:${filter}`], search };
        const address = worksAddress(OPENALEX_URL, query, { cursor });
        expect(readParameters(address)).toEqual({
          filter: `doi:${filter}`,
          search,
          'per-page': '200',
          cursor,
        });
        // Nor does the address change on its way through `fetch`.
        expect(new URL(address).href.length).toBeLessThanOrEqual(
          address.length + 2 * (address.match(/'/g)?.length ?? 0),
        );
      }),
    );
  });

  it('takes a hundred DOIs of the usual length', () => {
    const dois = Array.from(
      { length: 100 },
      (_, index) => `10.1016/j.enbuild.2019.${100_000 + index}`,
    );
    const query = { ...QUERY, filters: [`doi:${dois.join('|')}`], select: ['id', 'doi'] };
    const address = worksAddress(OPENALEX_URL, query, { cursor: '*' });
    expect(readParameters(address)['filter']?.split('|')).toHaveLength(100);
    expect(address.length).toBeLessThan(4000);
    expect(roomForValues(OPENALEX_URL, query, 0)).toBeGreaterThan(0);
  });
});

describe('encodeValue', () => {
  it.each([
    ['10.1002/(sici)1097<8::aid>3.0.co;2-2', '10.1002/(sici)1097%3C8::aid%3E3.0.co%3B2-2'],
    ['10.1000/a#b?c=d&e+f', '10.1000/a%23b%3Fc%3Dd%26e%2Bf'],
    ['10.1000/100%2C', '10.1000/100%252C'],
    ['10.1000/ü', '10.1000/%C3%BC'],
    ['a|b,c:d', 'a|b,c:d'],
  ])('keeps the signs of filters readable in %j', (value, encoded) => {
    expect(encodeValue(value)).toBe(encoded);
    expect(decodeURIComponent(encoded)).toBe(value);
  });
});

describe('roomForValues', () => {
  it('is what is left beside the query, a cursor and a key', () => {
    const empty = roomForValues(OPENALEX_URL, QUERY, 0);
    const query = { ...QUERY, search: 'ä'.repeat(100) };
    expect(roomForValues(OPENALEX_URL, query, 30)).toBe(empty - '&search='.length - 600 - 30);
    const filled = {
      ...query,
      filters: [`doi:${'x'.repeat(roomForValues(OPENALEX_URL, query, 5))}`],
    };
    const key = `&mailto=someone@example.org&api_key=${'k'.repeat(22)}`;
    const address = worksAddress(OPENALEX_URL, filled, { cursor: 'c'.repeat(240) }) + key;
    expect(address.length).toBeLessThanOrEqual(4094);
    expect(address.length).toBeGreaterThan(3900);
  });

  it('is less than nothing where the query fills the address', () => {
    expect(roomForValues(OPENALEX_URL, { ...QUERY, search: 'x'.repeat(4000) }, 0)).toBeLessThan(0);
  });
});
