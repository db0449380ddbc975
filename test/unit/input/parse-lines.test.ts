import { expect, it } from 'vitest';
import { parseLines } from '../../../src/input/parse-lines.ts';

it('reads a keyword a line and leaves out blank lines and comments, counting them', () => {
  const { rows } = parseLines('# my list\n\nheat pumps\n  tea  \n\t# note\nC# tutorial');
  expect(rows).toEqual([
    { line: 3, cells: { keyword: 'heat pumps' }, extra: {} },
    { line: 4, cells: { keyword: 'tea' }, extra: {} },
    { line: 6, cells: { keyword: 'C# tutorial' }, extra: {} },
  ]);
});

it('takes commas and quotes as they are', () => {
  expect(parseLines('"a", b').rows[0]?.cells.keyword).toBe('"a", b');
});
