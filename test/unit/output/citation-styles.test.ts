import * as fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/core/dossier.ts';
import type { CitationStyle } from '../../../src/core/references/citation-style.ts';
import { renderBody } from '../../../src/output/render-body.ts';
import { renderHtml } from '../../../src/output/render-html.ts';
import { renderJson } from '../../../src/output/render-json.ts';
import { renderMarkdown } from '../../../src/output/render-markdown.ts';
import { renderWordpress } from '../../../src/output/render-wordpress.ts';
import { ENTRIES, work } from '../core/references/entries.ts';
import { paragraph, sampleArticle, sampleContext, sampleSource } from './sample.ts';

const WORDS = 'Heat goes up.';
const SOURCES = [
  sampleSource({
    ...ENTRIES.article,
    id: 's1',
    url: 'https://example.org/heat',
    passages: [{ id: 's1p1', start: 0, end: WORDS.length, text: WORDS, score: 1 }],
  }),
  sampleSource({ ...ENTRIES.web, id: 's2' }),
  sampleSource({ ...ENTRIES.document, id: 's3' }),
];

const ARTICLE = sampleArticle({
  introduction: [
    paragraph('Tea is hot.', ['s2']),
    {
      kind: 'text',
      content: [
        {
          text: WORDS,
          citations: [{ sourceId: 's1', passageId: 's1p1', start: 0, end: WORDS.length }],
        },
      ],
    },
    paragraph('Tea is good.', ['s3', 's1']),
  ],
  sections: [],
  faq: [],
  conclusion: [],
});

const contextOf = (citationStyle: CitationStyle, sources: Source[] = SOURCES) =>
  sampleContext({ sources, context: { citationStyle } });

const list = (markdown: string) => markdown.slice(markdown.indexOf('[^1]:')).trim().split('\n\n');

describe('the list of sources in a style', () => {
  it('is in order of number in Markdown, each reference with its quotes', () => {
    expect(list(renderMarkdown(ARTICLE, contextOf('apa')))).toEqual([
      '[^1]: Quill, M. (2024, September 1). *How heat pumps work*. example.com. [https://www.example.com/heat](https://www.example.com/heat)',
      '[^2]: van der Berg, J. Q., & Sartre, J.-P. (2019). Heat in old houses: A field trial. *Energy and Buildings*, *182*(3), 345–348. [https://doi.org/10.1016/j.enbuild.2018.10.001](https://doi.org/10.1016/j.enbuild.2018.10.001): [“Heat goes up.”](https://example.org/heat#:~:text=Heat%20goes%20up.)',
      '[^3]: Leaf, A. (n.d.). *Notes on tea*. notes/tea_notes.md',
    ]);
    expect(list(renderMarkdown(ARTICLE, contextOf('mla')))[1]).toBe(
      '[^2]: van der Berg, Jane Q., and Jean-Paul Sartre. “Heat in old houses: A field trial.” *Energy and Buildings*, vol. 182, no. 3, 2019, pp. 345-48, [https://doi.org/10.1016/j.enbuild.2018.10.001](https://doi.org/10.1016/j.enbuild.2018.10.001). [“Heat goes up.”](https://example.org/heat#:~:text=Heat%20goes%20up.)',
    );
  });

  it('stays as it was for pages and documents without a style, and tells more of works', () => {
    expect(list(renderMarkdown(ARTICLE, contextOf('numbered')))).toEqual([
      '[^1]: [How heat pumps work](https://www.example.com/heat), Mara Quill, www.example.com, 2024-09-01',
      '[^2]: [Heat in old houses: A field trial](https://example.org/heat), Jane Q. van der Berg, Jean-Paul Sartre, 2019, *Energy and Buildings*, [doi:10.1016/j.enbuild.2018.10.001](https://doi.org/10.1016/j.enbuild.2018.10.001), cited by 1,234, [open access](https://repository.example.org/heat.pdf): [“Heat goes up.”](https://example.org/heat#:~:text=Heat%20goes%20up.)',
      '[^3]: Notes on tea, A. Leaf, notes/tea_notes.md',
    ]);
  });

  it.each(['apa', 'mla', 'chicago'] as const)('is valid HTML: %s', async (style) => {
    const html = await renderHtml(ARTICLE, contextOf(style));
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    const { document } = parseHTML(html);
    const entries = [...document.querySelectorAll('.sources > ol > li')];
    expect(entries.map((entry) => entry.getAttribute('id'))).toEqual([
      'source-1',
      'source-2',
      'source-3',
    ]);
    expect(entries[1]?.querySelector('em')?.textContent).toBe('Energy and Buildings');
    expect(entries[1]?.querySelector('details a')?.textContent).toBe('“Heat goes up.”');
    expect(entries[1]?.querySelector('span > a')?.getAttribute('href')).toMatch(/^https:\/\/doi/u);
    const marks = [...document.querySelectorAll('sup a')].map((mark) => mark.textContent);
    expect(marks).toEqual(['1', '2', '2', '3']);
  });

  it('reads the same in HTML, body, WordPress and JSON', async () => {
    const context = contextOf('chicago');
    const expected =
      'Quill, Mara. “How heat pumps work.” example.com. September 1, 2024. https://www.example.com/heat.';
    const texts = [await renderHtml(ARTICLE, context), await renderBody(ARTICLE, context)].map(
      (html) => parseHTML(html).document.querySelector('.sources li')?.textContent?.trim(),
    );
    expect(texts).toEqual([expected, expected]);
    expect(renderWordpress(ARTICLE, context)).toContain(
      '<p id="tea-source-1">1. Quill, Mara. “How heat pumps work.” example.com. September 1, 2024. <a href="https://www.example.com/heat">https://www.example.com/heat</a>.</p>',
    );
    const { sources } = JSON.parse(renderJson(ARTICLE, context));
    expect(sources[0]).toMatchObject({ number: 1, reference: expected });
    expect(sources[1]).toMatchObject({
      work: { doi: '10.1016/j.enbuild.2018.10.001', citedBy: 1234 },
    });
  });

  it('adds nothing to the JSON of pages without a style', () => {
    const { sources } = JSON.parse(renderJson(ARTICLE, contextOf('numbered')));
    expect(sources[0]).not.toHaveProperty('reference');
    expect(sources[1].reference).toContain('cited by 1,234');
  });

  it('tells works in the linked data by their kind', async () => {
    const { document } = parseHTML(await renderHtml(ARTICLE, contextOf('apa')));
    const data = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    );
    expect(data['@graph'][0].citation).toEqual([
      { '@type': 'CreativeWork', name: 'How heat pumps work', url: 'https://www.example.com/heat' },
      {
        '@type': 'ScholarlyArticle',
        name: 'Heat in old houses: A field trial',
        url: 'https://example.org/heat',
        sameAs: 'https://doi.org/10.1016/j.enbuild.2018.10.001',
        datePublished: '2019',
      },
      { '@type': 'CreativeWork', name: 'Notes on tea' },
    ]);
  });
});

describe('hostile facts', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1)) ![x](http://e.com/x)',
    '# x',
    '1. x',
    '- x',
    '[^1]: mine',
    '{{< raw >}} {% x %} {{ x }}',
    '*a* _b_ **c',
    '```',
    '"><b>',
    '[gallery id="1"]',
    '-->',
  ];
  const styles = fc.constantFrom<CitationStyle[]>('numbered', 'apa', 'mla', 'chicago');
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 }));
  const source = fc
    .record({
      title: text,
      name: text,
      venue: text,
      page: text,
      doi: text,
      url: fc.oneof(fc.webUrl(), text),
      isWork: fc.boolean(),
      type: fc.constantFrom('article', 'book', 'dissertation', 'dataset'),
    })
    .map(({ title, name, venue, page, doi, url, isWork, type }) =>
      sampleSource({
        id: 's1',
        title,
        url,
        author: name,
        ...(isWork && {
          work: work({ type, venue, doi, firstPage: page, authors: [name], openAccessUrl: url }),
        }),
      }),
    );
  const article = sampleArticle({
    introduction: [paragraph('Tea.', ['s1'])],
    sections: [],
    faq: [],
    conclusion: [],
  });

  it('take no effect in Markdown', () => {
    fc.assert(
      fc.property(source, styles, (given, style) => {
        const markdown = renderMarkdown(article, contextOf(style, [given]));
        const note = /^\[\^1\]: (.*)$/mu.exec(markdown)?.[1] ?? '';
        const rendered = new MarkdownIt({ html: true }).render(note);
        expect(rendered).toMatch(/^<p>.*<\/p>\n$/su);
        const tags = [...rendered.matchAll(/<\/?([a-z]\w*)/gu)].map(([, name]) => name);
        expect(tags.filter((name) => name !== 'p' && name !== 'a' && name !== 'em')).toEqual([]);
        for (const [, href] of rendered.matchAll(/href="([^"]*)"/gu))
          expect(href).toMatch(/^https?:/u);
        expect(note).not.toMatch(/\{\{|\{%/u);
        expect(markdown.match(/^\[\^\d+\]:/gmu)).toHaveLength(1);
      }),
    );
  });

  it('take no effect in HTML and WordPress', async () => {
    await fc.assert(
      fc.asyncProperty(source, styles, async (given, style) => {
        const context = contextOf(style, [given]);
        const wordpress = renderWordpress(article, context);
        expect(wordpress).not.toMatch(/\[gallery/u);
        expect(wordpress.match(/<!-- \/wp:paragraph -->/gu)).toHaveLength(2);
        for (const html of [await renderBody(article, context), wordpress]) {
          const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`);
          expect(document.querySelectorAll('script, img, b')).toHaveLength(0);
          for (const link of document.querySelectorAll('a')) {
            expect(link.getAttribute('href')).toMatch(/^(?:https?:|#)/u);
            expect(link.hasAttribute('onerror')).toBe(false);
          }
        }
      }),
    );
  });
});
