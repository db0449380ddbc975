import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { groupsTable, worksTable } from '../../../../src/cli/works/works-table.ts';
import type { RawWork } from '../../../../src/core/works/read-work.ts';

const WORK: RawWork = {
  id: 'https://openalex.org/W2741809807',
  title: 'The state of open access',
  publication_year: 2018,
  cited_by_count: 1023,
  authorships: [{ author: { display_name: 'Heather Piwowar' } }],
};

const draw = async (columns: number, ...works: readonly RawWork[]): Promise<string[]> => {
  const { head, works: rows, tail } = worksTable(columns);
  return `${head}${await rows(works, true)}${tail}`.split('\n').slice(0, -1);
};

describe('worksTable', () => {
  it('sets works below their heads, numbers to the right', async () => {
    const authors = [{ author: { display_name: 'Ana Abe' } }, { author: { display_name: 'B' } }];
    expect(await draw(80, WORK, { ...WORK, authorships: authors, cited_by_count: 7 })).toEqual([
      'Work         Year    Cited  Authors                 Title',
      'W2741809807  2018    1,023  Heather Piwowar         The state of open access',
      'W2741809807  2018        7  Ana Abe et al.          The state of open access',
    ]);
  });

  it('marks retracted works, and does without what is not told', async () => {
    const [, retracted, bare] = await draw(100, { ...WORK, is_retracted: true }, { id: 'W7' });
    expect(retracted).toMatch(/ {2}RETRACTED: The state of open access$/);
    expect(bare).toBe('W7                       0');
  });

  it.each([80, 100, 120, 200])('keeps every line within %d columns', async (columns) => {
    const wide = '热泵噪声'.repeat(100);
    const lines = await draw(
      columns,
      { ...WORK, title: 'long '.repeat(100) },
      { ...WORK, title: wide, authorships: [{ author: { display_name: wide } }] },
      { ...WORK, title: '👩‍👩‍👧‍👦 '.repeat(80), cited_by_count: 999_999_999 },
      { ...WORK, id: 'W9999999999999999', is_retracted: true },
    );
    for (const line of lines) expect(stringWidth(line)).toBeLessThan(columns);
    for (const line of lines.slice(1, 4)) expect(line).toContain('…');
  });

  it('leaves a title readable on a narrow terminal', async () => {
    const [, line] = await draw(40, WORK);
    expect(line).toMatch(/The state of open a…$/);
  });

  it('shows no escape codes and no commands of a log', async () => {
    const hostile = '\u001B[31mred\u0007\u202E\r\n::error::x';
    const lines = await draw(100, {
      ...WORK,
      title: hostile,
      authorships: [{ author: { display_name: hostile } }],
    });
    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(lines[1]).toContain('red');
  });
});

describe('groupsTable', () => {
  it('shows counts, names and keys', () => {
    const groups = [
      { key: 'https://openalex.org/T1', name: 'Heat pumps', count: 12_345 },
      { key: '2020', name: '2020', count: 7 },
    ];
    expect(groupsTable(groups, 80)).toBe(
      [
        ' Works  Value       Key',
        '12,345  Heat pumps  https://openalex.org/T1',
        '     7  2020',
        '',
      ].join('\n'),
    );
  });

  it('has its heads where there is nothing', () => {
    expect(groupsTable([], 80)).toBe('Works  Value  Key\n');
  });

  it('cuts and cleans what comes from outside', () => {
    const name = `\u001B[2J${'热泵'.repeat(200)}\n`;
    const table = groupsTable([{ key: `${name}x`, name, count: 1 }], 80);
    expect(table.split('\n')).toHaveLength(3);
    expect(table.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    for (const line of table.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(110);
  });
});
