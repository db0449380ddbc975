import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderMarkdown } from '../../../src/output/render-markdown.ts';
import type { Preset } from '../../../src/output/article-address.ts';
import { paragraph, sampleArticle, sampleContext, sampleSource, sampleSupport } from './sample.ts';

function split(file: string): { head: Record<string, unknown>; body: string } {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  return { head: parse(head), body };
}

describe('renderMarkdown', () => {
  it('writes the whole article with numbered citations', () => {
    expect(split(renderMarkdown(sampleArticle(), sampleContext())).body).toBe(`
# All About Tea

Tea is a drink.[^1]

## How is tea made?

Pour hot water over it.[^1] [^2]

- Green tea: 80 °C.[^2]
- Black tea: 95 °C.[^1]

> Nothing beats a good cup.[^2]

## Frequently asked questions

### Is tea healthy?

In moderation.[^2]

## Conclusion

Drink tea.[^2]

## Sources

[^1]: Notes on tea, A. Leaf, notes/tea_notes.md

[^2]: [Tea guide](https://example.com/tea), example.com
`);
  });

  it('tells in the front matter what the article is and what it cost', () => {
    const context = sampleContext({ item: { extra: { campaign: 'autumn', draft: 'yes' } } });
    const article = sampleArticle({ writer: 'openai', model: 'gpt-5.4-mini' });
    expect(split(renderMarkdown(article, context)).head).toEqual({
      title: 'All About Tea',
      description: 'What tea is, in short.',
      slug: 'tea',
      keyword: 'tea',
      date: '2026-11-22T10:30:00.000Z',
      language: 'en',
      writer: 'openai',
      model: 'gpt-5.4-mini',
      words: 33,
      cost_usd: 0.012346,
      sources: [
        { title: 'Notes on tea', path: 'notes/tea_notes.md' },
        { title: 'Tea guide', url: 'https://example.com/tea' },
      ],
      extra: { campaign: 'autumn', draft: 'yes' },
    });
  });

  it('says that a cost is unknown instead of zero', () => {
    const context = sampleContext();
    context.usage = { ...context.usage, unpricedCalls: 1 };
    expect(split(renderMarkdown(sampleArticle(), context)).head['cost_usd']).toBeNull();
  });

  it('keeps hostile texts inside their front matter fields', () => {
    const text = 'x"\n---\nlayout: evil\n\u001B[31m: #{{< y >}} \uFFFE\u202E';
    const extra = Object.fromEntries([
      ['__proto__', 'p'],
      ['<<', 'merge'],
      ['no', 'off'],
      ['a: b\n---', text],
    ]);
    const file = renderMarkdown(
      sampleArticle({ title: text, description: text }),
      sampleContext({ item: { keyword: 'no', extra } }),
    );
    expect(file.match(/^---$/gm)).toHaveLength(2);
    expect(file).not.toMatch(/[\u001B\u202E\uFFFE]/);
    const { head } = split(file);
    expect(head['title']).toBe('x" --- layout: evil : #{{< y >}}');
    expect(head['keyword']).toBe('no');
    expect(head).not.toHaveProperty('layout');
    expect(Object.entries(head['extra'] as object)).toEqual([
      ['__proto__', 'p'],
      ['<<', 'merge'],
      ['no', 'off'],
      ['a: b ---', 'x"\n---\nlayout: evil\n: #{{< y >}} '],
    ]);
  });

  it('lets nothing in the texts take effect', () => {
    const evil = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1)) ![x](http://e.com/x)',
      '# heading',
      '---',
      '[^1]: mine',
      '{{< raw >}} {% x %} {x}',
      '```',
      'great!',
    ];
    const article = sampleArticle({
      title: evil.join(' '),
      introduction: evil.map((text) => paragraph(text)),
      sections: evil.map((text) => ({
        heading: text,
        paragraphs: [paragraph(text, ['s1'], 'item'), paragraph(text, ['s2'], 'quote')],
      })),
      faq: evil.map((text) => ({ question: text, answer: [paragraph(text)] })),
    });
    const sources = [
      sampleSource({ id: 's1', title: '](x) <b> {y}', url: 'javascript:alert(1)', author: '<i>' }),
      sampleSource({ id: 's2', title: '[a](b', url: 'https://u:p@e.com/a)b <c>' }),
    ];
    const { body } = split(renderMarkdown(article, sampleContext({ sources })));
    const rendered = new MarkdownIt({ html: true }).render(body);
    const tags = new Set([...rendered.matchAll(/<\/?([a-z]\w*)/g)].map((match) => match[1]));
    expect(tags).toEqual(new Set(['h1', 'p', 'h2', 'ul', 'li', 'blockquote', 'h3', 'a']));
    expect([...rendered.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'https://e.com/a%29b%20%3Cc%3E',
    ]);
    expect(body.match(/^\[\^\d+\]:/gm)).toEqual(['[^1]:', '[^2]:']);
    expect(body).toContain(String.raw`great\![^1]`);
  });

  it('writes the fixed words in the language of the article, and Japanese without spaces', () => {
    const article = sampleArticle({
      language: 'ja',
      introduction: [
        {
          kind: 'text',
          content: [
            { text: 'お茶です。', citations: [{ sourceId: 's1' }] },
            { text: '飲みます。', citations: [{ sourceId: 's1' }] },
          ],
        },
      ],
    });
    const { body } = split(renderMarkdown(article, sampleContext()));
    expect(body).toContain('お茶です。[^1]飲みます。[^1]');
    expect(body).toContain('## よくある質問');
    expect(body).toContain('## 出典');
  });

  it('refuses to cite a source that the dossier does not have', () => {
    const article = sampleArticle({ conclusion: [paragraph('Trust me.', ['s9'])] });
    expect(() => renderMarkdown(article, sampleContext())).toThrow(/cites the source "s9"/);
  });

  it('warns behind a sentence in doubt, in the language of the article', () => {
    const article = sampleArticle({
      language: 'es',
      introduction: [
        {
          kind: 'text',
          content: [
            { text: 'El té es frío!', citations: [{ sourceId: 's1' }], doubt: 'contradicted' },
            { text: 'Sí.', citations: [], doubt: 'unsupported' },
          ],
        },
      ],
    });
    expect(split(renderMarkdown(article, sampleContext())).body).toContain(
      'El té es frío! (⚠ contradicho por las fuentes)[^1] Sí. (⚠ no respaldado por las fuentes)\n',
    );
  });

  it('sets rows as a table, whatever its cells hold', () => {
    const row = (...texts: string[]) => ({
      kind: 'row' as const,
      content: texts.map((text) => ({
        text,
        citations: text === '80' ? [{ sourceId: 's1' }] : [],
      })),
    });
    const article = sampleArticle({
      introduction: [row('Tea', 'a | b', '`c`'), row('- Green', '80'), row('', 'x\ny', '|')],
    });
    const { body } = split(renderMarkdown(article, sampleContext()));
    expect(body).toContain(
      [
        '',
        String.raw`| Tea | a \| b | \`c\` |`,
        '| --- | --- | --- |',
        '| - Green | 80[^1] |  |',
        String.raw`|  | x y | \| |`,
        '',
      ].join('\n'),
    );
    const rendered = new MarkdownIt({ html: true }).render(body);
    expect(rendered.match(/<t[hd]>/g)).toHaveLength(9);
    expect(rendered).toContain('<th>a | b</th>');
  });

  it('links parts of a sentence to other articles', () => {
    const article = sampleArticle({
      introduction: [
        {
          kind: 'text',
          content: [
            {
              text: 'Wow! [Green] tea *here*',
              citations: [],
              links: [
                { start: 5, end: 16, slug: 'green-tea' },
                { start: 18, end: 22, slug: '../x)[y](javascript:z' },
              ],
            },
          ],
        },
      ],
    });
    const plain = split(renderMarkdown(article, sampleContext())).body;
    expect(plain).toContain(
      String.raw`Wow! [\[Green\] tea](green-tea.md) \*[here](-x-y-javascript-z.md)\*`,
    );
    const hugo = sampleContext({
      context: { preset: 'hugo', site: { url: 'https://example.com/blog' } },
    });
    expect(renderMarkdown(article, hugo)).toContain('](/blog/green-tea/)');
  });

  it('repeats the words of the source in its footnote, linked where it is a web page', () => {
    const text = 'Tea [is] hot. Very, very hot.';
    const sources = [
      sampleSource({
        id: 's1',
        title: 'Web',
        url: 'https://example.com/tea',
        passages: [{ id: 's1p1', start: 50, end: 79, text, score: 1 }],
      }),
      sampleSource({
        id: 's2',
        title: 'File',
        path: 'tea.md',
        passages: [{ id: 's2p1', start: 0, end: 29, text, score: 1 }],
      }),
    ];
    const quoting = (sourceId: string, ...places: [number, number][]) => ({
      kind: 'text' as const,
      content: [
        {
          text: 'Hot.',
          citations: places.map(([start, end]) => ({
            sourceId,
            passageId: `${sourceId}p1`,
            start,
            end,
          })),
        },
      ],
    });
    const article = sampleArticle({
      introduction: [
        quoting('s1', [50, 63], [64, 79], [50, 63]),
        quoting('s2', [0, 13], [5, 300], [9, 4]),
      ],
      sections: [],
      faq: [],
      conclusion: [],
    });
    const { body } = split(renderMarkdown(article, sampleContext({ sources })));
    expect(body.slice(body.indexOf('[^1]:'))).toBe(
      [
        String.raw`[^1]: [Web](https://example.com/tea), example.com: [“Tea \[is\] hot.”](https://example.com/tea#:~:text=Tea%20%5Bis%5D%20hot.) · [“Very, very hot.”](https://example.com/tea#:~:text=Very%2C%20very%20hot.)`,
        '',
        String.raw`[^2]: File, tea.md: “Tea \[is\] hot.”`,
        '',
      ].join('\n'),
    );
  });

  it('repeats only the first words of a source that a footnote would be too long for', () => {
    const text = 'abcdefgh';
    const passages = [{ id: 'p', start: 0, end: 8, text, score: 1 }];
    const article = sampleArticle({
      introduction: [
        {
          kind: 'text',
          content: [...text].map((letter, start) => ({
            text: `On ${letter}.`,
            citations: [{ sourceId: 's1', passageId: 'p', start, end: start + 1 }],
          })),
        },
      ],
      sections: [],
      faq: [],
      conclusion: [],
    });
    const sources = [sampleSource({ id: 's1', title: 'Letters', path: 'abc.md', passages })];
    const { body } = split(renderMarkdown(article, sampleContext({ sources })));
    expect(body).toContain('[^1]: Letters, abc.md: “a” · “b” · “c” · “d” · “e” · …\n');
  });

  it('repeats words once that are cited with their full stop and without it', () => {
    const text = 'Tea is hot.';
    const cited = (end: number) => ({
      text,
      citations: [{ sourceId: 's1', passageId: 'p', start: 0, end }],
    });
    const article = sampleArticle({
      introduction: [{ kind: 'text', content: [cited(11), cited(10)] }],
      sections: [],
      faq: [],
      conclusion: [],
    });
    const passages = [{ id: 'p', start: 0, end: 11, text, score: 1 }];
    const sources = [sampleSource({ id: 's1', title: 'Tea', path: 'tea.md', passages })];
    const { body } = split(renderMarkdown(article, sampleContext({ sources })));
    expect(body).toContain('[^1]: Tea, tea.md: “Tea is hot.”\n');
  });

  it('survives one word of five megabytes', () => {
    const word = 'x'.repeat(5_000_000);
    const article = sampleArticle({ title: word, introduction: [paragraph(word)] });
    expect(renderMarkdown(article, sampleContext()).length).toBeGreaterThan(15_000_000);
  });
});

describe('front matter for a generator', () => {
  const context = (preset: Preset, site: { url?: string } = {}) =>
    sampleContext({
      item: { slug: 'ヒート', extra: { no: 'off', draft: 'yes' } },
      context: { preset, site, support: { ...sampleSupport, score: 0.99996 } },
    });
  const facts = {
    writer: 'extractive',
    words: 33,
    cost_usd: 0.012346,
    support: 0.999,
    support_sentences: 40,
    support_supported: 38,
    support_partly: 0,
    support_unsupported: 1,
    support_contradicted: 1,
    support_removed: 1,
    sources: [
      { title: 'Notes on tea', path: 'notes/tea_notes.md' },
      { title: 'Tea guide', url: 'https://example.com/tea' },
    ],
    extra: { no: 'off', draft: 'yes' },
  };
  const head = { title: 'All About Tea', description: 'What tea is, in short.' };
  const site = { url: 'https://example.com/blog/' };

  it('plain: all fields in one place, and the title in the body', () => {
    const file = split(renderMarkdown(sampleArticle(), context('plain', site)));
    expect(file.head).toEqual({
      ...head,
      ...facts,
      slug: 'ヒート',
      keyword: 'tea',
      date: '2026-11-22T10:30:00.000Z',
      language: 'en',
      canonical: 'https://example.com/blog/%E3%83%92%E3%83%BC%E3%83%88',
    });
    expect(file.body).toContain('# All About Tea');
  });

  it('hugo: its own fields at the top, the rest as parameters, no second title', () => {
    const file = split(renderMarkdown(sampleArticle(), context('hugo', site)));
    expect(file.head).toEqual({
      ...head,
      slug: 'ヒート',
      date: '2026-11-22T10:30:00.000Z',
      lastmod: '2026-11-22T10:30:00.000Z',
      draft: false,
      keywords: ['tea'],
      params: { keyword: 'tea', language: 'en', ...facts },
    });
    expect(file.body).not.toContain('# All About Tea');
    expect(file.body.trimStart().startsWith('Tea is a drink.')).toBe(true);
  });

  it('astro: the fields of a content collection', () => {
    const file = split(renderMarkdown(sampleArticle(), context('astro')));
    expect(file.head).toEqual({
      ...head,
      ...facts,
      slug: 'ヒート',
      pubDate: '2026-11-22T10:30:00.000Z',
      updatedDate: '2026-11-22T10:30:00.000Z',
      keyword: 'tea',
      language: 'en',
    });
    expect(file.body).not.toContain('# All About Tea');
  });

  it('jekyll: layout, date and permalink', () => {
    const file = split(renderMarkdown(sampleArticle(), context('jekyll', site)));
    expect(file.head).toEqual({
      layout: 'post',
      ...head,
      ...facts,
      date: '2026-11-22 10:30:00 +0000',
      last_modified_at: '2026-11-22 10:30:00 +0000',
      permalink: '/blog/ヒート/',
      lang: 'en',
      keyword: 'tea',
    });
    expect(file.body).not.toContain('# All About Tea');
    const alone = split(renderMarkdown(sampleArticle(), context('jekyll')));
    expect(alone.head['permalink']).toBe('/ヒート/');
  });

  it('nextra: the metadata of the page, a short title for the side bar, and the title in the body', () => {
    const article = sampleArticle({ title: 'All About Tea and How It Is Made in Many Places' });
    const file = split(renderMarkdown(article, context('nextra', site)));
    expect(file.head).toEqual({
      ...facts,
      title: article.title,
      description: head.description,
      sidebarTitle: 'All About Tea and How It Is Made in…',
      keywords: ['tea'],
      alternates: { canonical: 'https://example.com/blog/%E3%83%92%E3%83%BC%E3%83%88' },
      date: '2026-11-22T10:30:00.000Z',
      keyword: 'tea',
      language: 'en',
    });
    expect(file.body).toContain('# All About Tea and');
  });

  it.each(['plain', 'hugo', 'astro', 'jekyll', 'nextra'] as const)(
    '%s keeps hostile texts in their fields',
    (preset) => {
      const evil = '"\n---\nlayout: x\n{{< y >}} {% z %} \u202E';
      const file = renderMarkdown(
        sampleArticle({ title: evil, description: evil, model: evil }),
        sampleContext({
          item: { keyword: evil, extra: { [evil]: evil } },
          context: { preset, site },
        }),
      );
      expect(file.match(/^---$/gm)).toHaveLength(2);
      expect(split(file).head['title']).toBe('" --- layout: x {{< y >}} {% z %}');
    },
  );
});
