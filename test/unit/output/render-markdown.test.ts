import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderMarkdown } from '../../../src/output/render-markdown.ts';
import { paragraph, sampleArticle, sampleContext, sampleSource } from './sample.ts';

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
});
