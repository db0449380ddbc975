import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorksPage } from '../../../../src/providers/openalex/works-page.ts';

describe('readWorksPage', () => {
  it('keeps works as they came, with their abstracts as text', () => {
    const body = {
      meta: { count: 3, page: null, per_page: 2, next_cursor: 'abc', groups_count: null },
      results: [
        { id: 'W1', odd: { deep: [1] }, abstract_inverted_index: { A: [0], heap: [1] } },
        { id: 'W2', abstract_inverted_index: null },
        { id: 'W3' },
      ],
      group_by: [],
    };
    expect(readWorksPage(body)).toEqual({
      count: 3,
      works: [
        { id: 'W1', odd: { deep: [1] }, abstract: 'A heap' },
        { id: 'W2', abstract: null },
        { id: 'W3' },
      ],
      groups: [],
      nextCursor: 'abc',
    });
  });

  it('needs a count and a list', () => {
    const meta = { count: 0 };
    expect(readWorksPage({ meta, results: [] })).toEqual({ count: 0, works: [], groups: [] });
    for (const odd of [undefined, null, '7', -1, 1.5, 1e300, Number.NaN])
      expect(readWorksPage({ meta: { count: odd }, results: [] })).toBeUndefined();
    for (const odd of [undefined, null, 'none', {}, 7])
      expect(readWorksPage({ meta, results: odd })).toBeUndefined();
    for (const odd of [undefined, null, 'text', 7, [], {}, { meta: 7 }])
      expect(readWorksPage(odd)).toBeUndefined();
  });

  it('leaves out what is no work', () => {
    const results = [null, 7, 'W1', ['W1'], true, { id: 'W1' }];
    expect(readWorksPage({ meta: { count: 6 }, results })?.works).toEqual([{ id: 'W1' }]);
  });

  it.each([null, 7, {}, 'c'.repeat(1001)])('takes %j for no cursor', (next_cursor) => {
    expect(readWorksPage({ meta: { count: 1, next_cursor }, results: [] })).not.toHaveProperty(
      'nextCursor',
    );
  });

  it('reads groups, and names those without a name by their key', () => {
    const group_by = [
      { key: 'https://openalex.org/T1', key_display_name: 'Heaps', count: 5 },
      { key: 2020, key_display_name: null, count: 4 },
      { key: 'unknown', count: 3 },
      { key: 'x'.repeat(1000), key_display_name: 'y'.repeat(1000), count: 0 },
      { key: 'negative', count: -1 },
      { key: 'half', count: 1.5 },
      { key: 'text', count: '7' },
      { count: 2 },
      null,
      'group',
    ];
    expect(readWorksPage({ meta: { count: 9 }, results: [], group_by })?.groups).toEqual([
      { key: 'https://openalex.org/T1', name: 'Heaps', count: 5 },
      { key: '2020', name: '2020', count: 4 },
      { key: 'unknown', name: 'unknown', count: 3 },
      { key: 'x'.repeat(500), name: 'y'.repeat(500), count: 0 },
      { key: '', name: '', count: 2 },
    ]);
    expect(readWorksPage({ meta: { count: 9 }, results: [], group_by: 'none' })?.groups).toEqual(
      [],
    );
  });

  it('gives a page or nothing for any JSON, and never fails', () => {
    const body = fc.record({
      meta: fc.oneof(fc.record({ count: fc.nat(), next_cursor: fc.jsonValue() }), fc.jsonValue()),
      results: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      group_by: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
    });
    fc.assert(
      fc.property(body, (value) => {
        const page = readWorksPage(value);
        expect(page === undefined || Array.isArray(value.results)).toBe(true);
        expect((page?.works ?? []).every((work) => typeof work === 'object')).toBe(true);
      }),
    );
  });
});
