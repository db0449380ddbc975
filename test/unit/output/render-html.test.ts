import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { renderHtml } from '../../../src/output/render-html.ts';
import { paragraph, sampleArticle, sampleContext, sampleSource } from './sample.ts';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });

async function renderValid(article: Article, context = sampleContext()) {
  const html = await renderHtml(article, context);
  const report = await validator.validateString(html);
  expect(report.results.flatMap((result) => result.messages)).toEqual([]);
  return { html, document: parseHTML(html).document };
}

describe('renderHtml', () => {
  it('writes one valid, self-contained page without script', async () => {
    const { html, document } = await renderValid(sampleArticle());
    expect(document.querySelector('h1')?.textContent).toBe('All About Tea');
    expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
      'How is tea made?',
      'Frequently asked questions',
      'Conclusion',
      'Sources',
    ]);
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(
      'What tea is, in short.',
    );
    expect(document.querySelectorAll('ul > li')).toHaveLength(2);
    expect(document.querySelectorAll('blockquote')).toHaveLength(1);
    expect(document.querySelectorAll('script, img, link, iframe, object')).toHaveLength(0);
    expect(html).not.toMatch(/url\(|@import/);
    expect(html).toContain("default-src 'none'");
  });

  it('links each citation to its source', async () => {
    const { document } = await renderValid(sampleArticle());
    const made = document.querySelectorAll('section')[0]?.querySelector('p');
    expect(made?.textContent).toBe('Pour hot water over it.1, 2');
    for (const link of document.querySelectorAll('sup a')) {
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
    }
    const sources = [...document.querySelectorAll('.sources li')];
    expect(sources.map((source) => source.textContent)).toEqual([
      'Notes on tea A. Leaf, notes/tea_notes.md',
      'Tea guide example.com',
    ]);
    expect(sources[1]?.querySelector('a')?.getAttribute('href')).toBe('https://example.com/tea');
  });

  it('shows hostile texts as text', async () => {
    const evil = `</title></style><script>alert(1)</script>" onload='x' &lt; {{ 1 }} {% x %}`;
    const sources = [
      sampleSource({ id: 's1', title: evil, url: 'javascript:alert(1)', author: evil }),
      sampleSource({ id: 's2', title: evil, url: 'https://user:secret@e.com/"><script>' }),
    ];
    const article = sampleArticle({
      title: evil,
      description: evil,
      introduction: [paragraph(evil), paragraph(evil, ['s2'], 'item')],
      sections: [{ heading: evil, paragraphs: [paragraph(evil, ['s2'], 'quote')] }],
      faq: [{ question: evil, answer: [paragraph(evil)] }],
      model: evil,
    });
    const { html, document } = await renderValid(article, sampleContext({ sources }));
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(document.querySelector('h1')?.textContent).toBe(evil);
    expect([...document.querySelectorAll('.sources a')].map((a) => a.getAttribute('href'))).toEqual(
      ['https://e.com/%22%3E%3Cscript%3E'],
    );
    expect(html).not.toContain('secret');
  });

  it.each([
    ['ar', 'rtl', 'المصادر'],
    ['he-IL', 'rtl', 'Sources'],
    ['fa', 'rtl', 'Sources'],
    ['ur', 'rtl', 'Sources'],
    ['de', 'ltr', 'Quellen'],
    ['zh-Hant', 'ltr', '资料来源'],
    ['constructor', 'ltr', 'Sources'],
    ['not a tag', 'ltr', 'Sources'],
  ])('sets language %s in direction %s', async (language, direction, sources) => {
    const html = await renderHtml(sampleArticle({ language }), sampleContext());
    const { document } = parseHTML(html);
    expect(document.documentElement.getAttribute('dir')).toBe(direction);
    expect(document.querySelector('.sources h2')?.textContent).toBe(sources);
  });

  it('says who wrote it', async () => {
    const bare = await renderValid(sampleArticle());
    expect(bare.document.querySelector('.byline')?.textContent).toContain('extractive writer');
    const model = await renderValid(sampleArticle({ writer: 'openai', model: 'gpt-$&' }));
    expect(model.document.querySelector('.byline')?.textContent).toContain('gpt-$&');
  });

  it('leaves out parts that are empty and shortens a long page title', async () => {
    const article = sampleArticle({
      title: 'A long title about tea '.repeat(8),
      faq: [],
      conclusion: [],
      introduction: [paragraph(' \n ')],
    });
    const { document } = await renderValid(article);
    expect(document.querySelectorAll('h2')).toHaveLength(2);
    expect(document.title.length).toBeLessThanOrEqual(70);
  });
});
