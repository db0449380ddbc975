import { describe, expect, it } from 'vitest';
import { citedSentences } from '../../../src/checking/cited-sentences.ts';
import { readHtmlPage } from '../../../src/checking/read-html-page.ts';
import { readMarkdownPage } from '../../../src/checking/read-markdown-page.ts';
import { renderHtml } from '../../../src/output/render-html.ts';
import { renderMarkdown } from '../../../src/output/render-markdown.ts';
import { ENTRIES } from '../core/references/entries.ts';
import { paragraph, sampleArticle, sampleContext, sampleSource } from '../output/sample.ts';

const context = sampleContext();

function ids(text: string) {
  const sentences = citedSentences(readMarkdownPage(text), context.dossier);
  return sentences.map(({ citations }) => citations.map(({ sourceId }) => sourceId));
}

describe('citedSentences', () => {
  it('leads every citation of a rendered article back to its source', async () => {
    const article = sampleArticle();
    const expected = [
      ['Tea is a drink.', ['s2']],
      ['Pour hot water over it.', ['s1', 's2']],
      ['Green tea: 80 °C.', ['s1']],
      ['Black tea: 95 °C.', ['s2']],
      ['Nothing beats a good cup.', ['s1']],
      ['In moderation.', ['s1']],
      ['Drink tea.', ['s1']],
    ];
    const pages = [
      readMarkdownPage(renderMarkdown(article, context)),
      await readHtmlPage(await renderHtml(article, context)),
    ];
    for (const page of pages) {
      const sentences = citedSentences(page, context.dossier);
      const found = sentences.map(({ text, citations }) => [
        text,
        citations.map(({ sourceId }) => sourceId).toSorted(),
      ]);
      expect(found).toEqual(expected);
      expect(sentences.flatMap(({ unresolved }) => unresolved)).toEqual([]);
    }
  });

  it.each(['numbered', 'apa', 'mla', 'chicago'] as const)(
    'leads the marks of a list in the style %s back to pages, documents and works',
    async (citationStyle) => {
      const { article, numbered, report, dissertation, web, undated, document } = ENTRIES;
      const entries = [article, numbered, report, dissertation, web, document];
      const sources = [
        ...entries.map((entry, index) => sampleSource({ ...entry, id: `s${index}` })),
        sampleSource({ id: 's6', ...undated, url: 'https://other.example.com/heat' }),
        sampleSource({
          id: 's7',
          title: 'Notes on tea',
          path: 'notes/other.md',
          author: 'A. Leaf',
        }),
        sampleSource({
          id: 's8',
          title: 'A mail',
          url: 'mailto:leaf@example.com',
          author: 'A. Leaf',
        }),
      ].map((source, index) =>
        // The catalogue's own address is none of those that the reference tells.
        index < 4 ? { ...source, url: `https://openalex.example.org/W${index}` } : source,
      );
      const told = sampleContext({ sources, context: { citationStyle } });
      const wanted = told.dossier.sources.map(({ id }) => [id]);
      const page = sampleArticle({
        introduction: wanted.map((id) => paragraph(`Sentence on ${id[0]}.`, id)),
        sections: [],
        faq: [],
        conclusion: [],
      });
      for (const read of [
        readMarkdownPage(renderMarkdown(page, told)),
        await readHtmlPage(await renderHtml(page, told)),
      ]) {
        const sentences = citedSentences(read, told.dossier);
        expect(sentences.map(({ citations }) => citations.map(({ sourceId }) => sourceId))).toEqual(
          wanted,
        );
        expect(sentences.flatMap(({ unresolved }) => unresolved)).toEqual([]);
      }
    },
  );

  it('finds a source by its address, whatever points into the page', () => {
    expect(ids('A.[^1]\n\n[^1]: <https://EXAMPLE.com/tea/#:~:text=hot>')).toEqual([['s1']]);
    expect(ids('A.[^1]\n\n[^1]: [Other name](https://example.com/tea), x')).toEqual([['s1']]);
  });

  it('finds a local source by title, and by path where titles are alike', () => {
    expect(ids('A.[^1]\n\n[^1]: Notes on tea, A. Leaf')).toEqual([['s2']]);
    expect(ids('A.[^1]\n\n[^1]: notes/tea\\_notes.md')).toEqual([['s2']]);
    const twins = {
      ...context.dossier,
      sources: [
        sampleSource({ id: 's1', title: 'Tea', path: 'a.md' }),
        sampleSource({ id: 's2', title: 'Tea', path: 'b.md' }),
        sampleSource({ id: 's3', title: 'Tea guide', path: 'c.md' }),
      ],
    };
    const page = readMarkdownPage(
      'Said once.[^1] Said twice.[^2]\n\n[^1]: Tea, b.md\n[^2]: Tea guide, 2025',
    );
    expect(citedSentences(page, twins).map(({ citations }) => citations[0]?.sourceId)).toEqual([
      's2',
      's3',
    ]);
  });

  it('counts a footnote without a text off in the front matter', () => {
    const head =
      '---\nsources:\n  - title: "Notes on tea"\n    path: "notes/tea_notes.md"\n---\n\n';
    expect(ids(`${head}Said once.[^1] Said twice.[^2]`)).toEqual([['s2'], []]);
  });

  it('tells of citations that lead nowhere, with the line of their sentence', () => {
    const page = readMarkdownPage(
      '# T\n\nFine.[^1]\nInvented.[^2] Foreign.[^3] None.\n\n[^1]: [T](https://example.com/tea)\n[^3]: [X](https://x.example/), x.example',
    );
    expect(citedSentences(page, context.dossier)).toEqual([
      { text: 'Fine.', line: 3, citations: [{ sourceId: 's1' }], unresolved: [] },
      { text: 'Invented.', line: 4, citations: [], unresolved: ['2'] },
      { text: 'Foreign.', line: 4, citations: [], unresolved: ['3'] },
      { text: 'None.', line: 4, citations: [], unresolved: [] },
    ]);
  });

  it('follows raised links of HTML to addresses and to entries', async () => {
    const page = await readHtmlPage(
      '<p>Said once.<sup><a href="https://example.com/tea#:~:text=x">1</a></sup> Said twice.<sup>[<a href="#n2">2</a>]</sup> Said again.<sup><a href="#gone">3</a></sup></p><ol><li id="n2">Notes on tea, A. Leaf</li></ol>',
    );
    const found = citedSentences(page, context.dossier);
    expect(found.map(({ citations }) => citations[0]?.sourceId)).toEqual(['s1', 's2', undefined]);
    expect(found[2]?.unresolved).toEqual(['#gone']);
  });
});
