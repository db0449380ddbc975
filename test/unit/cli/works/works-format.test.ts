import { describe, expect, it } from 'vitest';
import { worksFormat } from '../../../../src/cli/works/works-format.ts';
import type { WorksFlags } from '../../../../src/cli/works/works-flags.ts';

describe('worksFormat', () => {
  it('is a table for people and JSON lines for programs, where nothing is said', () => {
    expect(worksFormat({}, true)).toBe('table');
    expect(worksFormat({}, false)).toBe('jsonl');
    expect(worksFormat({ 'group-by': 'type' }, true)).toBe('table');
  });

  it.each([
    ['works.json', 'json'],
    ['works.jsonl', 'jsonl'],
    ['works.ndjson', 'jsonl'],
    ['a.b/Works.CSV', 'csv'],
    ['works.bib', 'bibtex'],
    ['works.csl.json', 'csl'],
    ['WORKS.CSL.JSON', 'csl'],
  ])('is told by the ending of %s', (output, format) => {
    expect(worksFormat({ output }, true)).toBe(format);
    expect(worksFormat({ output }, false)).toBe(format);
  });

  it.each(['json', 'jsonl', 'csv', 'bibtex', 'csl'] as const)('is said by --%s first', (name) => {
    expect(worksFormat({ [name]: true }, true)).toBe(name);
    expect(worksFormat({ [name]: true, output: 'works.txt' }, true)).toBe(name);
    expect(worksFormat({ [name]: true, output: 'works.csv' }, true)).toBe(name);
  });

  it.each(['works', 'works.txt', 'works.csv.gz', 'csv', '.', 'constructor'])(
    'cannot be told by %s',
    (output) => {
      expect(() => worksFormat({ output }, true)).toThrow(
        expect.objectContaining({
          code: 'USAGE',
          message: expect.stringContaining(output) as string,
        }) as Error,
      );
    },
  );

  it('has counts in forms that can hold them only', () => {
    const grouped = (flags: WorksFlags) => worksFormat({ 'group-by': 'type', ...flags }, false);
    expect(grouped({})).toBe('jsonl');
    expect(grouped({ output: 'groups.csv' })).toBe('csv');
    for (const flags of [{ bibtex: true }, { csl: true }, { output: 'groups.bib' }])
      expect(() => grouped(flags)).toThrow(expect.objectContaining({ code: 'USAGE' }) as Error);
  });
});
