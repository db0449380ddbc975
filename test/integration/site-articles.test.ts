import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSiteArticles } from '../../src/site/read-site-articles.ts';
import { summariseSite } from '../../src/site/summarise-site.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seo-content-site-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const read = (except: string[] = []) =>
  readSiteArticles(folder, { except: new Set(except), language: 'en' });

const markdown = (title: string, keyword: string, body = '') =>
  `---\ntitle: "${title}"\ndescription: "About ${keyword}."\nkeyword: "${keyword}"\nlanguage: "de"\ndate: 2026-03-02T08:00:00.000Z\n---\n\n# ${title}\n\n${body}\n`;

describe('readSiteArticles', () => {
  it('reads Markdown, JSON and HTML, one article a slug, in order', async () => {
    await write(
      'b.md',
      markdown('B', 'second', '[one](./a.md) and [far](https://example.com/blog/c/)'),
    );
    await write('b.html', '<html><head><title>Not asked</title></head></html>');
    await write(
      'a.json',
      JSON.stringify({
        slug: 'a',
        keyword: 'first',
        createdAt: '2026-01-02',
        article: { title: 'A', description: 'd', language: 'en' },
      }),
    );
    await write(
      'c.html',
      '<!DOCTYPE html>\n<html lang="fr"><head><title>C &amp; D</title>\n<meta name="description" content="Third."></head><body><a href="b.html#x">b</a></body></html>',
    );
    expect(await read()).toEqual([
      {
        slug: 'a',
        files: ['a.json'],
        title: 'A',
        description: 'd',
        keyword: 'first',
        language: 'en',
        date: '2026-01-02',
        linksTo: [],
      },
      {
        slug: 'b',
        files: ['b.html', 'b.md'],
        title: 'B',
        description: 'About second.',
        keyword: 'second',
        language: 'de',
        date: '2026-03-02',
        linksTo: ['a', 'c'],
      },
      {
        slug: 'c',
        files: ['c.html'],
        title: 'C & D',
        description: 'Third.',
        language: 'fr',
        linksTo: ['b'],
      },
    ]);
  });

  it('passes over what is no article, and what is about to be written', async () => {
    await mkdir(join(folder, 'research'));
    await write('research/x.json', '{}');
    await write('.b.md.tmp', 'x');
    await write('notes.txt', 'x');
    await write('broken.md', '---\ntitle: [unclosed\n---\n');
    await write('plain.md', '# No front matter\n');
    await write('index.md', markdown('Index', 'index'));
    await write('mine.md', markdown('Mine', 'mine'));
    await write('one-word.md', 'a'.repeat(5_000_000));
    expect(await read(['mine'])).toEqual([]);
    expect(await read()).toMatchObject([{ slug: 'mine' }]);
  });

  it('finds nothing in a folder that is not there', async () => {
    expect(
      await readSiteArticles(join(folder, 'none'), { except: new Set(), language: 'en' }),
    ).toEqual([]);
  });
});

describe('summariseSite', () => {
  const article = (slug: string, linksTo: string[] = [], title = slug) => {
    return { slug, title, linksTo, files: [], description: '', language: 'en' };
  };

  it('names the articles that nobody links to, and titles that stand twice', () => {
    const articles = [
      article('a', ['b']),
      article('b'),
      article('c', [], 'Same'),
      article('d', [], 'same'),
    ];
    expect(summariseSite(articles, new Map([['b', ['c', 'gone']]]))).toEqual({
      articles: 4,
      links: 2,
      orphans: ['a', 'd'],
      sameTitles: [{ title: 'Same', slugs: ['c', 'd'] }],
    });
  });

  it('calls a single article no orphan', () => {
    expect(summariseSite([article('a')], new Map()).orphans).toEqual([]);
  });
});
