import { describe, expect, it } from 'vitest';
import { checkRow } from '../../../src/input/check-row.ts';
import type { KeywordRow } from '../../../src/input/keyword-row.ts';

function check(cells: KeywordRow['cells'], extra: Record<string, string> = {}) {
  const problems: string[] = [];
  const item = checkRow({ line: 1, cells, extra }, (problem) => problems.push(problem));
  return { item, problems };
}
const problems = (cells: KeywordRow['cells']): string[] =>
  check({ keyword: 'tea', ...cells }).problems;

describe('checkRow', () => {
  it('gives a clean item without the columns that say nothing', () => {
    expect(check({ keyword: ' green\n\u001B[1mtea ', title: '', slug: ' ' }).item).toEqual({
      keyword: 'green tea',
      priority: 0,
      extra: {},
    });
  });

  it('reads every column', () => {
    const { item, problems: found } = check(
      {
        keyword: 'tea',
        title: 'All About  Tea',
        audience: 'beginners',
        tone: 'dry',
        language: 'pt_br',
        template: './my template.md',
        sources: 'https://e.com/a?b=1;2 | notes/tea.md\n| notes/tea.md',
        priority: '-2.5',
        slug: 'My Tea',
      },
      { 'my\ncolumn': 'a\nb' },
    );
    expect(found).toEqual([]);
    expect(item).toEqual({
      keyword: 'tea',
      title: 'All About Tea',
      audience: 'beginners',
      tone: 'dry',
      language: 'pt-BR',
      template: './my template.md',
      sources: ['https://e.com/a?b=1;2', 'notes/tea.md'],
      priority: -2.5,
      slug: 'My Tea',
      extra: { 'my column': 'a\nb' },
    });
  });

  it.each(['', ' \n', '\u200B', '\u001B[0m'])('refuses the empty keyword %j', (keyword) => {
    expect(check({ keyword }).problems).toEqual(['the keyword is empty']);
  });

  it('leaves a keyword that could not be read to whoever read it', () => {
    expect(check({ title: 'x' })).toEqual({
      item: { keyword: '', title: 'x', priority: 0, extra: {} },
      problems: [],
    });
  });

  it('leaves cells that are wrong out of the item', () => {
    const cells = { keyword: 'tea', template: 'x'.repeat(501), sources: 'ftp://e.com/x|notes.md' };
    const { item, problems: found } = check(cells);
    expect(found).toHaveLength(2);
    expect(item).toEqual({ keyword: 'tea', sources: ['notes.md'], priority: 0, extra: {} });
  });

  it('counts characters, not code units, and refuses more than 500', () => {
    expect(check({ keyword: '🍕'.repeat(500) }).problems).toEqual([]);
    expect(check({ keyword: 'x'.repeat(5_000) }).problems).toEqual([
      'the keyword has 5,000 characters; at most 500 are allowed',
    ]);
  });

  it.each(['high', '1e3', '0x1', 'NaN', '1,5', '9'.repeat(400)])(
    'refuses the priority %j',
    (priority) => {
      expect(problems({ priority })[0]).toMatch(/is not a number such as 1 or 2\.5$/);
    },
  );

  it.each(['english', 'x', 'de-', '12', '../en'])('refuses the language %j', (language) => {
    expect(problems({ language })[0]).toMatch(/is not a language tag such as en, de or pt-BR$/);
  });

  it.each([
    ['ftp://e.com/x', 'is neither an http(s) address nor a path'],
    ['file:///etc/passwd', 'is neither an http(s) address nor a path'],
    ['https://e.com/a, https://e.com/b', 'holds white space; put | between several sources'],
    ['https://', 'is not a valid address'],
    ['a\u0000b', 'holds control characters'],
    [`https://e.com/${'x'.repeat(2_048)}`, 'is longer than 2,048 characters'],
  ])('refuses the source %j', (sources, problem) => {
    expect(problems({ sources })).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['../../etc/passwd', 'holds a path separator; a slug is a file name, not a path'],
    ['a\\b', 'holds a path separator; a slug is a file name, not a path'],
    ['.hidden', 'begins with a dot'],
    ['a:b', 'holds characters that file names cannot have'],
    ['a\u0000b', 'holds characters that file names cannot have'],
    ['🍕', 'has no letter or digit'],
    ['CON', 'is a device name on Windows'],
    ['nul.txt', 'is a device name on Windows'],
    ['x'.repeat(81), 'is longer than 80 bytes'],
  ])('refuses the slug %j', (slug, problem) => {
    expect(problems({ slug })).toEqual([expect.stringContaining(problem)]);
  });

  it('shows bad values clean and short', () => {
    const [problem = ''] = problems({ priority: `\u001B[31m${'x'.repeat(1_000)}` });
    expect(problem).not.toContain('\u001B');
    expect(problem.length).toBeLessThan(150);
  });
});
