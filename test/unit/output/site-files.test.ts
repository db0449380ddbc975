import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type IndexContext, indexFileName, renderIndex } from '../../../src/output/render-index.ts';
import { renderSitemap } from '../../../src/output/render-sitemap.ts';
import type { SiteEntry } from '../../../src/output/site-entry.ts';
import { parseXml } from '../../support/parse-xml.ts';

const entry = (slug: string, more: Partial<SiteEntry> = {}): SiteEntry => ({
  slug,
  title: `On ${slug}`,
  description: '',
  language: 'en',
  date: '2026-11-22T10:30:00.000Z',
  path: `content/${slug}.html`,
  ...more,
});
const place = { preset: 'plain', site: { url: "https://example.com/a&b's" } } as const;
const context = (more: Partial<IndexContext> = {}): IndexContext => ({
  preset: 'plain',
  site: {},
  language: 'en',
  format: 'html',
  pagesDirectory: join(import.meta.dirname, '..', '..', '..', 'templates', 'pages'),
  ...more,
});

describe('renderSitemap', () => {
  it('lists each article once, with its date where it has one', () => {
    const files = renderSitemap(
      [
        entry('tea', { path: 'tea.md' }),
        entry('tea'),
        entry('ヒート', { date: 'soon', path: 'x.wordpress.html' }),
      ],
      place,
    );
    expect(files).toEqual([
      {
        name: 'sitemap.xml',
        content: `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.com/a&amp;b&apos;s/tea.html</loc><lastmod>2026-11-22T10:30:00.000Z</lastmod></url>
<url><loc>https://example.com/a&amp;b&apos;s/%E3%83%92%E3%83%BC%E3%83%88/</loc></url>
</urlset>
`,
      },
    ]);
    expect(() => parseXml(files[0]?.content ?? '')).not.toThrow();
  });

  it('cuts what one file may not hold into several, with an index', () => {
    const entries = Array.from({ length: 100_001 }, (_, index) => entry(`tea-${index}`));
    const files = renderSitemap(entries, place);
    expect(files.map(({ name }) => name)).toEqual([
      'sitemap.xml',
      'sitemap-1.xml',
      'sitemap-2.xml',
      'sitemap-3.xml',
    ]);
    expect(files[0]?.content).toContain(
      '<sitemap><loc>https://example.com/a&amp;b&apos;s/sitemap-3.xml</loc></sitemap>',
    );
    expect(files.map(({ content }) => content.split('<url>').length - 1)).toEqual([
      0, 50_000, 50_000, 1,
    ]);
  });

  it('keeps a file below its size, however long the addresses are', () => {
    const site = { url: `https://example.com/${'a'.repeat(1_900)}` };
    const entries = Array.from({ length: 30_000 }, (_, index) => entry(`tea-${index}`));
    const files = renderSitemap(entries, { preset: 'plain', site });
    expect(files).toHaveLength(3);
    for (const { content } of files) expect(content.length).toBeLessThan(50 * 1024 * 1024);
  });
});

describe('renderIndex', () => {
  const hostile = '</title><script>alert(1)</script> [x](javascript:y) \u202E';
  const entries = [
    entry('tea-10', { title: 'Tea 10', date: '2026-01-01' }),
    entry('tea-9', { title: 'Tea 9', date: '2026-01-01' }),
    entry('new', { title: hostile, description: hostile, path: 'new.html' }),
    entry('tee', { title: 'Tee', language: 'ar', date: 'never', path: 'tee.md' }),
  ];

  it('lists the articles, the newest first, as a valid page', async () => {
    const html = await renderIndex(
      entries,
      context({ site: { url: 'https://example.com/blog', name: 'Tea & Co' } }),
    );
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
    const report = await validator.validateString(html);
    expect(report.results.flatMap((result) => result.messages)).toEqual([]);
    const { document } = parseHTML(html);
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(
      '</title><script>alert(1)</script> [x](javascript:y) · Tea 9 · Tea 10 · Tee',
    );
    const links = [...document.querySelectorAll('li a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://example.com/blog/new.html',
      'https://example.com/blog/tea-9.html',
      'https://example.com/blog/tea-10.html',
      'https://example.com/blog/tee',
    ]);
    expect(links[0]?.textContent).toBe('</title><script>alert(1)</script> [x](javascript:y)');
    expect(document.querySelectorAll('script')).toHaveLength(0);
    const last = [...document.querySelectorAll('li')].at(-1);
    expect([last?.getAttribute('lang'), last?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://example.com/blog/',
    );
  });

  it('writes the same as Markdown, in the language of the page', async () => {
    const text = await renderIndex(
      entries.map((each) => ({ ...each, path: `${each.slug}.md` })),
      context({ format: 'md', language: 'de' }),
    );
    expect(text).toMatch(
      /^---\ntitle: "Alle Artikel"\ndescription: ".* · Tea 9 · Tea 10 · Tee"\nlanguage: "de"\n---\n\n# Alle Artikel\n/u,
    );
    expect(text).toContain('- [Tea 9](tea-9.md) (1. Januar 2026, Englisch)\n');
    expect(text).toContain('- [Tee](tee.md) (Arabisch)\n');
    const rendered = new MarkdownIt({ html: true }).render(text.split('---\n')[2] ?? '');
    expect(rendered.match(/<a href="[^"]*"/g)).toEqual([
      '<a href="new.md"',
      '<a href="tea-9.md"',
      '<a href="tea-10.md"',
      '<a href="tee.md"',
    ]);
    expect(rendered).not.toContain('<script');
  });

  it('is what each generator takes for the page of a folder', async () => {
    expect(indexFileName({ format: 'md', preset: 'hugo' })).toBe('_index.md');
    expect(indexFileName({ format: 'html', preset: 'hugo' })).toBe('index.html');
    const list = [entry('tea', { path: 'tea.md' })];
    const hugo = await renderIndex(list, context({ format: 'md', preset: 'hugo' }));
    expect(hugo).not.toContain('# All');
    expect(hugo).toContain('- [On tea](./tea/) (November 22, 2026)');
    const jekyll = await renderIndex(
      list,
      context({ format: 'md', preset: 'jekyll', site: { url: 'https://e.com/blog' } }),
    );
    expect(jekyll).toContain('layout: "page"');
    expect(jekyll).toContain('(/blog/tea/)');
  });
});
