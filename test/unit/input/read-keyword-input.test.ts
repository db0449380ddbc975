import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { KeywordCheck } from '../../../src/core/keyword.ts';
import { readKeywordInput } from '../../../src/input/read-keyword-input.ts';
import { MAXIMUM_INPUT_BYTES } from '../../../src/input/read-limited.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'input-'));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function* chunks(...parts: (string | Uint8Array)[]) {
  yield* parts;
}

/** Reads arguments, or a file that is written first, or standard input. */
async function read(given: {
  args?: string[];
  file?: [string, string | Buffer];
  stdin?: string[];
  check?: KeywordCheck;
  sources?: string[];
}) {
  if (given.file) await writeFile(join(cwd, given.file[0]), given.file[1]);
  return readKeywordInput({
    args: given.args ?? [],
    fromFile: given.stdin ? '-' : given.file?.[0],
    stdin: chunks(...(given.stdin ?? [])),
    cwd,
    ...(given.check ? { check: given.check } : {}),
    sources: given.sources,
  });
}

async function refusal(given: Parameters<typeof read>[0]): Promise<AppError> {
  const error = await read(given).catch((reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`);
  expect(error.code).toBe('INPUT_INVALID');
  return error;
}

const keywords = async (given: Parameters<typeof read>[0]): Promise<string[]> =>
  (await read(given)).items.map((item) => item.keyword);

describe('readKeywordInput', () => {
  it('gives an empty list for no keywords', async () => {
    expect(await read({})).toEqual({ items: [], notes: [] });
    expect(await read({ file: ['empty.txt', ''] })).toEqual({ items: [], notes: [] });
    expect(await read({ file: ['header.csv', 'keyword,title\n'] })).toEqual({
      items: [],
      notes: [],
    });
    expect(await read({ stdin: [] })).toEqual({ items: [], notes: [] });
  });

  it('reads arguments before the file and merges across both', async () => {
    const { items, notes } = await read({
      args: ['tea', 'coffee'],
      file: ['both.csv', 'keyword,title\nmilk,\nTEA,All About Tea\n'],
    });
    expect(items).toEqual([
      { keyword: 'tea', title: 'All About Tea', priority: 0, extra: {} },
      { keyword: 'coffee', priority: 0, extra: {} },
      { keyword: 'milk', priority: 0, extra: {} },
    ]);
    expect(notes).toEqual(['"TEA" (line 3) is the same as "tea" (argument 1): merged']);
  });

  it('reads the same keywords in every format', async () => {
    const expected = ['tea', 'お茶'];
    expect(await keywords({ file: ['a.txt', '# list\ntea\r\n\r\nお茶'] })).toEqual(expected);
    expect(await keywords({ file: ['a.csv', '\uFEFFkeyword\r\n"tea"\r\nお茶\r\n'] })).toEqual(
      expected,
    );
    expect(await keywords({ file: ['a.tsv', 'n\tkeyword\n1\ttea\n2\tお茶'] })).toEqual(expected);
    expect(await keywords({ file: ['a.jsonl', '"tea"\n{"keyword":"お茶"}'] })).toEqual(expected);
    expect(await keywords({ stdin: ['te', 'a\nお茶'] })).toEqual(expected);
    expect(await keywords({ stdin: ['keyword,x\ntea,\nお茶,'] })).toEqual(expected);
    expect(await keywords({ stdin: ['{"keyword":"tea"}\n"お茶"'] })).toEqual(expected);
  });

  it('makes hostile keywords harmless', async () => {
    const hostile = [
      '../../etc/passwd',
      'two\nlines',
      '"quotes" \'and\' `ticks`',
      '\u001B[31mred\u001B[0m',
      'gpj.\u202Eexe',
      '🍕🍕',
      '--output-dir=/',
    ];
    const clean = [
      '../../etc/passwd',
      'two lines',
      '"quotes" \'and\' `ticks`',
      'red',
      'gpj.exe',
      '🍕🍕',
      '--output-dir=/',
    ];
    expect(await keywords({ args: hostile })).toEqual(clean);
    const csv = ['keyword', ...hostile.map((text) => `"${text.replaceAll('"', '""')}"`)].join(
      '\r\n',
    );
    expect(await keywords({ file: ['hostile.csv', `\uFEFF${csv}`] })).toEqual(clean);
    const jsonl = hostile.map((text) => JSON.stringify(text)).join('\n');
    expect(await keywords({ file: ['hostile.jsonl', jsonl] })).toEqual(clean);
  });

  it('tells all problems at once, each with its place', async () => {
    const error = await refusal({
      args: ['tea', '', 'x'.repeat(5_000)],
      file: [
        'bad.csv',
        [
          'keyword,priority,language,slug',
          'a,high,english,../x',
          ',1,en,',
          'b,1,en,same',
          '"two',
          'lines",1,en,Same',
          'c,1,2,3,4',
          'd,"1',
        ].join('\n'),
      ],
    });
    expect(error.message.split('\n')).toEqual([
      'The keywords have 9 problems:',
      '  argument 2: the keyword is empty',
      '  argument 3: the keyword has 5,000 characters; at most 500 are allowed',
      '  bad.csv:2: the priority "high" is not a number such as 1 or 2.5',
      '  bad.csv:2: the language "english" is not a language tag such as en, de or pt-BR',
      '  bad.csv:2: the slug "../x" holds a path separator; a slug is a file name, not a path',
      '  bad.csv:3: the keyword is empty',
      '  bad.csv:5: the slug "Same" is taken by another keyword (line 4)',
      '  bad.csv:7: the row has 5 cells and the header 4; put cells that hold the delimiter in quotes',
      '  bad.csv:8: a cell in this row opens with a quote (") that is never closed',
    ]);
    expect(error.suggestions).not.toEqual([]);
  });

  it('puts what a further check finds among the other problems, in the order of the lines', async () => {
    const error = await refusal({
      file: [
        'checked.jsonl',
        [
          '{"keyword":"a","priority":"high","template":"novel","sources":7}',
          '{"kw":"b","template":"novel"}',
          'not JSON',
          '{"keyword":"c"}',
          '{"keyword":"C.","template":"poem","priority":[]}',
          '{"keyword":"","slug":"../x"}',
        ].join('\n'),
      ],
      check: async ({ template }) =>
        template === undefined
          ? []
          : [{ message: `no ${template}`, suggestions: ['Use guide.', `Write ${template}.`] }],
    });
    expect(error.message.split('\n')).toEqual([
      'The keywords have 10 problems:',
      '  checked.jsonl:1: "sources" must be text or a list of texts',
      '  checked.jsonl:1: the priority "high" is not a number such as 1 or 2.5',
      '  checked.jsonl:1: no novel',
      '  checked.jsonl:2: the field "keyword" is missing; the fields are "kw", "template"',
      '  checked.jsonl:2: no novel',
      '  checked.jsonl:3: this is not JSON: "not JSON"',
      '  checked.jsonl:5: "priority" must be a number',
      '  checked.jsonl:5: no poem',
      '  checked.jsonl:6: the keyword is empty',
      '  checked.jsonl:6: the slug "../x" holds a path separator; a slug is a file name, not a path',
    ]);
    expect(error.suggestions).toEqual([
      'Use guide.',
      'Write novel.',
      'Write poem.',
      'Correct these lines and run again. Nothing was spent.',
    ]);
  });

  it('takes rows in which a further check finds nothing', async () => {
    const asked: string[] = [];
    const check: KeywordCheck = ({ keyword }) => {
      asked.push(keyword);
      return [];
    };
    const { items } = await read({ args: ['tea'], file: ['ok.txt', 'Tea\nmilk\n'], check });
    expect(items.map(({ keyword }) => keyword)).toEqual(['tea', 'milk']);
    expect(asked).toEqual(['tea', 'Tea', 'milk']);
  });

  it('shows 50 problems and counts the others', async () => {
    const error = await refusal({ file: ['many.csv', `keyword,n\n${',x\n'.repeat(60)}`] });
    const lines = error.message.split('\n');
    expect(lines[0]).toBe('The keywords have 60 problems:');
    expect(lines).toHaveLength(52);
    expect(lines.at(-1)).toBe('  and 10 more problems');
  });

  it('names the columns when the keyword column is missing', async () => {
    const error = await refusal({ file: ['columns.csv', 'term,title\na,b\n'] });
    expect(error.message).toContain(
      'columns.csv:1: there is no column "keyword"; the columns are "term", "title"',
    );
  });

  it('lets rows of one keyword repeat its slug', async () => {
    const { items } = await read({ file: ['slug.csv', 'keyword,slug\ntea,x\nTea,x\n'] });
    expect(items).toHaveLength(1);
  });

  it('says why a file cannot be read', async () => {
    expect((await refusal({ file: ['sheet.xlsx', 'PK\u0003\u0004'] })).message).toMatch(/workbook/);
    expect((await refusal({ file: ['list.md', '# x'] })).message).toMatch(
      /"\.md" are not supported/,
    );
    const latin = await refusal({
      file: ['latin.csv', Buffer.from('keyword\ncaf\u00E9', 'latin1')],
    });
    expect(latin.message).toBe('latin.csv:2: the text is not valid UTF-8.');
    const missing = readKeywordInput({ args: [], fromFile: 'no.csv', stdin: chunks(), cwd });
    await expect(missing).rejects.toThrow('Cannot read no.csv: there is no such file.');
    const directory = readKeywordInput({ args: [], fromFile: '.', stdin: chunks(), cwd });
    await expect(directory).rejects.toThrow(/it is a folder, not a file/);
  });

  it('refuses more than 50 MB and more than 100,000 keywords', async () => {
    const chunk = new Uint8Array(MAXIMUM_INPUT_BYTES / 2 + 1).fill(0x61);
    const large = readKeywordInput({ args: [], fromFile: '-', stdin: chunks(chunk, chunk), cwd });
    await expect(large).rejects.toThrow(/larger than 50 MB/);
    const lines = Array.from({ length: 100_001 }, (_, index) => `k${index}`);
    const many = 'There are more than 100,000 keywords.';
    expect((await refusal({ stdin: [lines.join('\n')] })).message).toBe(many);
    expect((await refusal({ stdin: [`keyword,n\n${lines.join(',\n')}`] })).message).toBe(many);
    expect((await read({ stdin: [lines.slice(1).join('\n')] })).items).toHaveLength(100_000);
  });
});

describe('sources for every keyword', () => {
  it('come behind those of the row, each once', async () => {
    const { items } = await read({
      args: ['tea'],
      file: ['rows.csv', 'keyword,sources\ncoffee,b.md|own.md\n'],
      sources: ['https://example.com/a|b', ' b.md ', 'b.md'],
    });
    expect(items.map(({ sources }) => sources)).toEqual([
      ['https://example.com/a|b', 'b.md'],
      ['b.md', 'own.md', 'https://example.com/a|b'],
    ]);
  });

  it('are checked once, and reported with all else', async () => {
    const asked: unknown[] = [];
    const error = await refusal({
      args: ['tea'],
      file: ['rows.csv', 'keyword,priority\ncoffee,high\n'],
      sources: ['ftp://example.com/', 'missing.md', ''],
      check: (item) => {
        if (item.sources === undefined) return [];
        asked.push(item.sources);
        return [{ message: 'the source "missing.md" was not found', suggestions: ['Find it.'] }];
      },
    });
    expect(error.message.split('\n')).toEqual([
      'The keywords have 4 problems:',
      '  --source: the source "ftp://example.com/" is neither an http(s) address nor a path',
      '  --source: the source "" is empty',
      '  --source: the source "missing.md" was not found',
      '  rows.csv:2: the priority "high" is not a number such as 1 or 2.5',
    ]);
    expect(error.suggestions).toContain('Find it.');
    expect(asked).toEqual([['missing.md']]);
  });
});
