import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { GROUP_FORMATS } from '../../../../src/output/works/group-formats.ts';

const GROUPS = [
  { key: 'https://openalex.org/T1', name: '=HYPERLINK("x")', count: 12 },
  { key: '2020', name: '2020', count: 7 },
];
const NAMED = GROUPS.map(({ key, name, count }) => ({ key, key_display_name: name, count }));

describe('GROUP_FORMATS', () => {
  it('name the fields as OpenAlex does', () => {
    expect(JSON.parse(GROUP_FORMATS.json(GROUPS))).toEqual(NAMED);
    const lines = GROUP_FORMATS.jsonl(GROUPS).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(NAMED);
  });

  it('start no formula in CSV', () => {
    expect(parse(GROUP_FORMATS.csv(GROUPS))).toEqual([
      ['key', 'key_display_name', 'count'],
      ['https://openalex.org/T1', `'=HYPERLINK("x")`, '12'],
      ['2020', '2020', '7'],
    ]);
  });

  it('are well-formed where there is nothing', () => {
    expect(JSON.parse(GROUP_FORMATS.json([]))).toEqual([]);
    expect(GROUP_FORMATS.jsonl([])).toBe('');
    expect(GROUP_FORMATS.csv([])).toBe('key,key_display_name,count\r\n');
  });
});
