import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Article, CitedText, Paragraph } from '../../../src/core/article.ts';
import { renderHtml } from '../../../src/output/render-html.ts';
import { paragraph, sampleArticle, sampleContext, sampleSource, sampleSupport } from './sample.ts';

type ParsedDocument = ReturnType<typeof parseHTML>['document'];

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });

async function renderValid(article: Article, context = sampleContext()) {
  const html = await renderHtml(article, context);
  const report = await validator.validateString(html);
  expect(report.results.flatMap((result) => result.messages)).toEqual([]);
  return { html, document: parseHTML(html).document };
}

function scriptTypes(document: ParsedDocument): (string | null)[] {
  return [...document.querySelectorAll('script')].map((script) => script.getAttribute('type'));
}

/** Two passages of one page and one of a document, with offsets that do not begin at zero. */
const evidence = {
  sources: [
    sampleSource({
      id: 's1',
      title: 'Tea guide',
      url: 'https://example.com/tea#brew',
      passages: [
        { id: 's1p1', start: 100, end: 134, text: 'Water at 80 °C, and well-kept cups', score: 1 },
      ],
    }),
    sampleSource({
      id: 's2',
      title: 'Notes',
      path: 'notes.md',
      passages: [{ id: 's2p1', start: 0, end: 9, text: 'Tea is <b>', score: 1 }],
    }),
  ],
};
const cited = (text: string, more: Partial<CitedText> = {}): CitedText => ({
  text,
  citations: [{ sourceId: 's1', passageId: 's1p1', start: 100, end: 114 }],
  ...more,
});

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
    expect(document.querySelectorAll('img, link, iframe, object')).toHaveLength(0);
    expect(scriptTypes(document)).toEqual(['application/ld+json']);
    expect(html).not.toMatch(/url\(|@import/);
    expect(html).toContain("default-src 'none'");
  });

  it('links each citation to its source', async () => {
    const { document } = await renderValid(sampleArticle());
    const made = document.querySelectorAll('section')[0]?.querySelector('p');
    expect(made?.textContent).toBe('Pour hot water over it.1, 2');
    expect([...(made?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'))).toEqual([
      '#source-1',
      'https://example.com/tea',
    ]);
    expect(document.querySelector('#source-1')).not.toBeNull();
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
    expect(scriptTypes(document)).toEqual(['application/ld+json']);
    expect(() => JSON.parse(document.querySelector('script')?.textContent ?? '')).not.toThrow();
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

  it('shows the very words behind a citation, and leads to them', async () => {
    const article = sampleArticle({
      introduction: [
        {
          kind: 'text',
          content: [
            cited('Use water at 80 °C.', {
              citations: [
                { sourceId: 's1', passageId: 's1p1', start: 100, end: 114 },
                { sourceId: 's1', passageId: 's1p1', start: 120, end: 134 },
                { sourceId: 's2', passageId: 's2p1', start: 0, end: 9 },
                { sourceId: 's2', passageId: 's2p1', start: 5, end: 900 },
              ],
            }),
          ],
        },
      ],
    });
    const { document } = await renderValid(article, sampleContext(evidence));
    const marks = [...document.querySelectorAll('sup')][0]?.querySelectorAll('a') ?? [];
    expect([...marks].map((mark) => mark.getAttribute('href'))).toEqual([
      'https://example.com/tea#brew:~:text=Water%20at%2080%20%C2%B0C&text=well%2Dkept%20cups',
      '#source-2',
    ]);
    expect([...marks].map((mark) => mark.getAttribute('title'))).toEqual([
      '“Water at 80 °C” “well-kept cups”',
      '“Tea is <b”',
    ]);
    expect(marks[1]?.getAttribute('aria-label')).toBe('Source 2: “Tea is <b”');
    const quotes = [...document.querySelectorAll('#source-1 details li')];
    expect(quotes.map((quote) => quote.textContent)).toEqual([
      '“Water at 80 °C”',
      '“well-kept cups”',
    ]);
    expect(quotes[1]?.querySelector('a')?.getAttribute('href')).toBe(
      'https://example.com/tea#brew:~:text=well%2Dkept%20cups',
    );
  });

  it.each([
    ['unsupported', 'en', 'not borne out by the sources'],
    ['contradicted', 'de', 'von den Quellen widerlegt'],
  ] as const)('marks a sentence that is %s (%s)', async (doubt, language, phrase) => {
    const article = sampleArticle({
      language,
      introduction: [{ kind: 'text', content: [cited('Cold water does.', { doubt })] }],
    });
    const { document } = await renderValid(article, sampleContext(evidence));
    const mark = document.querySelector('mark');
    expect([mark?.textContent, mark?.getAttribute('title')]).toEqual(['Cold water does.', phrase]);
    expect(document.querySelector('.doubt')?.textContent).toBe(`(${phrase})`);
  });

  it('sets rows as a table with its head, citations and empty cells', async () => {
    const row = (...texts: string[]): Paragraph => ({
      kind: 'row',
      content: texts.map((text) => (text === '' ? { text, citations: [] } : cited(text))),
    });
    const article = sampleArticle({
      introduction: [row('', 'Green', 'Black'), row('°C', '80'), row('Min.', '', '4')],
    });
    const { document } = await renderValid(article, sampleContext(evidence));
    expect(document.querySelectorAll('table')).toHaveLength(1);
    const cells = [...document.querySelectorAll('tr')].map((line) =>
      [...line.querySelectorAll('th, td')].map(
        (cell) => `${cell.getAttribute('scope') ?? '-'}:${cell.textContent}`,
      ),
    );
    expect(cells).toEqual([
      ['-:', 'col:Green1', 'col:Black1'],
      ['row:°C1', '-:801', '-:'],
      ['row:Min.1', '-:', '-:41'],
    ]);
  });

  it('links to other articles, and tells where it stands itself', async () => {
    const article = sampleArticle({
      introduction: [
        {
          kind: 'text',
          content: [
            cited('Green tea is  a drink.', {
              links: [
                { start: 0, end: 9, slug: 'green-tea' },
                { start: 3, end: 12, slug: 'overlaps' },
                { start: 16, end: 21, slug: '../ヒート"' },
              ],
            }),
          ],
        },
      ],
    });
    const relative = await renderValid(article, sampleContext(evidence));
    const links = (document: ParsedDocument) =>
      [...document.querySelectorAll('p > a')].map(
        (a) => `${a.textContent} ${a.getAttribute('href')}`,
      );
    expect(links(relative.document)).toEqual([
      'Green tea green-tea.html',
      'drink -%E3%83%92%E3%83%BC%E3%83%88-.html',
    ]);
    expect(relative.document.querySelector('main p:not([class])')?.textContent).toBe(
      'Green tea is a drink.1',
    );
    const { document } = await renderValid(
      article,
      sampleContext({
        ...evidence,
        context: { site: { url: 'https://example.com/blog/', name: 'Tea & Co' } },
      }),
    );
    expect(links(document)[0]).toBe('Green tea https://example.com/blog/green-tea.html');
    const page = 'https://example.com/blog/tea.html';
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(page);
    const property = (name: string) =>
      document.querySelector(`meta[property="${name}"]`)?.getAttribute('content');
    expect(property('og:url')).toBe(page);
    expect(property('og:site_name')).toBe('Tea & Co');
    expect(property('og:locale')).toBe('en_US');
    expect(property('article:modified_time')).toBe('2026-11-22T10:30:00.000Z');
    expect(document.querySelector('meta[name="twitter:card"]')).not.toBeNull();
    expect(document.querySelector('nav a')?.getAttribute('href')).toBe('https://example.com/blog/');
  });

  it('tells how many sentences its sources support', async () => {
    const context = sampleContext({ context: { support: sampleSupport } });
    const { document } = await renderValid(sampleArticle({ language: 'fr' }), context);
    expect(document.querySelector('.byline')?.textContent).toContain(
      '38 phrases sur 39 étayées par les sources',
    );
  });

  it('survives one word of five megabytes', async () => {
    const word = 'x'.repeat(5_000_000);
    const article = sampleArticle({ introduction: [{ kind: 'text', content: [cited(word)] }] });
    const html = await renderHtml(article, sampleContext(evidence));
    expect(html.length).toBeGreaterThan(5_000_000);
    expect(html.length).toBeLessThan(5_100_000);
  });
});
