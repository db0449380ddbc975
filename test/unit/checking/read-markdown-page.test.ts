import { describe, expect, it } from 'vitest';
import { readMarkdownPage } from '../../../src/checking/read-markdown-page.ts';
import { renderMarkdown } from '../../../src/output/render-markdown.ts';
import { sampleArticle, sampleContext } from '../output/sample.ts';

describe('readMarkdownPage', () => {
  it('reads what this program writes: head, headings, lists, quotations, citations, sources', () => {
    const page = readMarkdownPage(renderMarkdown(sampleArticle(), sampleContext()));
    expect(page).toMatchObject({
      format: 'markdown',
      language: 'en',
      title: { text: 'All About Tea', line: 2 },
      description: { text: 'What tea is, in short.', line: 3 },
      slug: 'tea',
      keyword: 'tea',
      sources: [
        { title: 'Notes on tea', path: 'notes/tea_notes.md' },
        { title: 'Tea guide', url: 'https://example.com/tea' },
      ],
    });
    expect(page.headings.map(({ level, text }) => [level, text])).toEqual([
      [1, 'All About Tea'],
      [2, 'How is tea made?'],
      [2, 'Frequently asked questions'],
      [3, 'Is tea healthy?'],
      [2, 'Conclusion'],
      [2, 'Sources'],
    ]);
    expect(page.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Tea is a drink.'],
      ['paragraph', 'Pour hot water over it.'],
      ['item', 'Green tea: 80 °C.'],
      ['item', 'Black tea: 95 °C.'],
      ['quote', 'Nothing beats a good cup.'],
      ['paragraph', 'In moderation.'],
      ['paragraph', 'Drink tea.'],
    ]);
    expect(page.blocks[1]?.sentences[0]?.marks).toEqual(['1', '2']);
    expect(page.notes.get('2')).toMatchObject({ url: 'https://example.com/tea' });
    expect(page.faq).toMatchObject([{ question: 'Is tea healthy?', answer: 'In moderation.' }]);
    expect(page.headings.every(({ isEmpty }) => !isEmpty)).toBe(true);
  });

  it('knows the line of everything, under front matter and in paragraphs of several lines', () => {
    const source =
      '---\ntitle: T\n---\n\n# One\n\nFirst line.\nA [link](a.md) here. ![pic](p.png)\n\n- item\n\n## Two\n';
    for (const text of [source, `\ufeff${source}`, source.replaceAll('\n', '\r\n')]) {
      const page = readMarkdownPage(text);
      expect(page.title).toEqual({ text: 'T', line: 2 });
      expect(page.headings.map(({ line }) => line)).toEqual([5, 12]);
      expect(page.blocks.map(({ line }) => line)).toEqual([7, 10]);
      expect(page.blocks[0]?.sentences.map(({ line }) => line)).toEqual([7, 8]);
      expect(page.links[0]).toMatchObject({ target: 'a.md', text: 'link', line: 8 });
      expect(page.images[0]).toMatchObject({ source: 'p.png', alt: 'pic', line: 8 });
    }
  });

  it('gives each sentence its own marks, and none to what only looks like one', () => {
    const page = readMarkdownPage(
      'One.[^1] Two.[^2] [^b] Three. `[^4]` \\[^5\\] Four[^6].\n\n```\n[^7]: code\n```\n\n[^1]: https://example.org/a\n[^2]: [B](https://example.org/b),\n  more\n',
    );
    expect(page.blocks[0]?.sentences.map(({ marks }) => marks)).toEqual([
      ['1'],
      ['2', 'b'],
      [],
      ['6'],
    ]);
    expect([...page.notes.keys()]).toEqual(['1', '2']);
    expect(page.notes.get('2')).toMatchObject({ text: 'B, more', url: 'https://example.org/b' });
  });

  it('takes the title from the main heading where nothing else tells it', () => {
    expect(readMarkdownPage('# The *title*\n\nText.').title).toEqual({
      text: 'The title',
      line: 1,
    });
    expect(readMarkdownPage('Just text.').title).toBeUndefined();
  });

  it.each([
    ['params:\n  keyword: "deep tea"\n  lang: de', 'deep tea', 'de'],
    ['keywords: [first, second]\nlocale: pt_br', 'first', 'pt-BR'],
    ['extra:\n  focus_keyword: x y', 'x y', undefined],
  ])('finds the fields of other systems: %j', (yaml, keyword, language) => {
    const page = readMarkdownPage(`---\n${yaml}\n---\nText.`);
    expect(page.keyword).toBe(keyword);
    expect(page.declaredLanguage).toBe(language);
  });

  it('reads the HTML in it: text, headings, links, pictures, and what is active', () => {
    const page = readMarkdownPage(
      'A <b onclick="x()">bold</b> <a href="java&#115;cript:x">way</a>.\n\n<div>\n<h2>Inside</h2>\n<img src="a.png">\n<script>alert("<p>no</p>")</script>\n</div>\n',
    );
    expect(page.blocks.map(({ text }) => text)).toEqual(['A bold way.']);
    expect(page.headings).toMatchObject([{ level: 2, text: 'Inside', line: 4 }]);
    expect(page.links).toMatchObject([{ kind: 'unsafe', text: 'way', line: 1 }]);
    expect(page.images[0]).toMatchObject({ source: 'a.png', line: 5 });
    expect(page.images[0]?.alt).toBeUndefined();
    expect(page.activeMarkup).toEqual([
      { text: 'onclick on <b>', line: 1 },
      { text: '<script>', line: 6 },
    ]);
  });

  it('warns of front matter that is no YAML and reads on', () => {
    const page = readMarkdownPage('---\ntitle: [oops\n---\n\n# Title\n\nText.');
    expect(page.warnings).toHaveLength(1);
    expect(page.title?.text).toBe('Title');
    expect(page.blocks).toHaveLength(1);
  });

  it('tells empty sections from those that hold code, pictures, notes or deeper sections', () => {
    const page = readMarkdownPage(
      '## Empty\n\n## Code\n\n```\nx\n```\n\n## Picture\n\n![p](p.png)\n\n## Parent\n\n### Child\n\nText.\n\n### Bare\n\n## Sources\n\n[^1]: Note.\n',
    );
    const empty = page.headings.filter(({ isEmpty }) => isEmpty).map(({ text }) => text);
    expect(empty).toEqual(['Empty', 'Bare']);
  });
});
