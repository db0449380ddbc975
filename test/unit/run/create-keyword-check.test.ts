import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleTemplate } from '../../../src/core/article-template.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { KeywordItem } from '../../../src/core/keyword.ts';
import { createKeywordCheck } from '../../../src/run/create-keyword-check.ts';
import { templateLoader } from '../../../src/run/template-loader.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'check-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const row = (columns: Partial<KeywordItem>): KeywordItem => ({
  keyword: 'tea',
  priority: 0,
  extra: {},
  ...columns,
});

function checkWith({ allowPrivate = false, hasService = false } = {}) {
  return createKeywordCheck({ loadTemplate: templateLoader(cwd), cwd, allowPrivate, hasService });
}

async function messages(check: ReturnType<typeof checkWith>, columns: Partial<KeywordItem>) {
  return (await check(row(columns))).map(({ message }) => message);
}

describe('createKeywordCheck', () => {
  it('finds nothing in rows that name nothing, or what can be used', async () => {
    await writeFile(join(cwd, 'notes.md'), 'x');
    const check = checkWith();
    expect(await messages(check, {})).toEqual([]);
    const sources = ['notes.md', join(cwd, 'notes.md'), 'https://example.com/a'];
    expect(await messages(check, { template: 'guide', sources })).toEqual([]);
  });

  it('tells all that a row names and that cannot be used', async () => {
    const problems = await checkWith()(
      row({ template: 'novel', sources: ['HTTP://LocalHost:8080/a', 'missing.md', '.'] }),
    );
    expect(problems).toEqual([
      {
        message: 'there is no article template named “novel”',
        suggestions: expect.arrayContaining([expect.stringContaining('guide, how-to')]),
      },
      {
        message: 'the source "HTTP://LocalHost:8080/a" is in a private network or on this machine',
        suggestions: ['If such pages shall be read, allow it with --allow-private.'],
      },
      {
        message: 'the source "missing.md" was not found',
        suggestions: [`Paths of sources count from ${cwd}.`],
      },
      {
        message: 'the source "." is not a file',
        suggestions: [`Paths of sources count from ${cwd}.`],
      },
    ]);
  });

  it('allows private addresses where the settings do', async () => {
    const check = checkWith({ allowPrivate: true });
    expect(await messages(check, { sources: ['http://10.0.0.1/', 'http://wiki/'] })).toEqual([]);
  });

  it('refuses credentials in an address that only we would read, and shows none', async () => {
    const columns = { sources: ['https://user:pass-0123@example.com/a@b'] };
    expect(await messages(checkWith(), columns)).toEqual([
      'the source "https://[key removed]@example.com/a@b" has a user name or password in its address',
    ]);
    expect(await messages(checkWith({ hasService: true }), columns)).toEqual([]);
    expect(await messages(checkWith(), { sources: ['https://example.com/a@b'] })).toEqual([]);
  });

  it('reports a source in every row that names it', async () => {
    const check = checkWith();
    const found = ['the source "missing.md" was not found'];
    expect(await messages(check, { sources: ['missing.md', 'missing.md'] })).toEqual(found);
    expect(await messages(check, { sources: ['missing.md'] })).toEqual(found);
  });

  it('lets faults of the program through', async () => {
    const loadTemplate = vi.fn<() => Promise<ArticleTemplate>>();
    const check = createKeywordCheck({ loadTemplate, cwd, allowPrivate: false, hasService: true });
    loadTemplate.mockRejectedValueOnce(new TypeError('a fault'));
    await expect(check(row({ template: 'guide' }))).rejects.toThrow('a fault');
    loadTemplate.mockRejectedValueOnce(new AppError('CONFIG_INVALID', 'It is broken.'));
    expect(await messages(check, { template: 'guide' })).toEqual(['it is broken']);
  });
});

describe('templateLoader', () => {
  it('loads each template once', async () => {
    const load = templateLoader(cwd);
    expect(await load('guide')).toBe(await load('guide'));
    expect(await load('guide')).not.toBe(await load('glossary'));
  });
});
