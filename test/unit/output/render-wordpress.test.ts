import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../src/core/article.ts';
import { renderBody } from '../../../src/output/render-body.ts';
import { renderWordpress } from '../../../src/output/render-wordpress.ts';
import { paragraph, sampleArticle, sampleContext, sampleSource } from './sample.ts';

const row = (...texts: string[]): Paragraph => ({
  kind: 'row',
  content: texts.map((text) => ({ text, citations: [{ sourceId: 's1' }] })),
});

describe('renderWordpress', () => {
  it('writes the body as core blocks, exactly as the editor saves them', () => {
    const article = sampleArticle({
      sections: [
        {
          heading: 'How is tea made?',
          paragraphs: [
            paragraph('Green tea: 80 °C.', ['s1'], 'item'),
            paragraph('Black tea: 95 °C.', ['s2'], 'item'),
            row('Tea', '°C'),
            row('Green', '80'),
            paragraph('Nothing beats a good cup.', ['s1'], 'quote'),
          ],
        },
      ],
    });
    expect(renderWordpress(article, sampleContext())).toBe(`<!-- wp:paragraph -->
<p>Tea is a drink.<sup><a href="#tea-source-1">1</a></sup></p>
<!-- /wp:paragraph -->

<!-- wp:heading -->
<h2 class="wp-block-heading">How is tea made?</h2>
<!-- /wp:heading -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>Green tea: 80 °C.<sup><a href="#tea-source-2">2</a></sup></li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>Black tea: 95 °C.<sup><a href="#tea-source-1">1</a></sup></li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:table {"hasFixedLayout":false} -->
<figure class="wp-block-table"><table><thead><tr><th>Tea<sup><a href="#tea-source-2">2</a></sup></th><th>°C<sup><a href="#tea-source-2">2</a></sup></th></tr></thead><tbody><tr><td>Green<sup><a href="#tea-source-2">2</a></sup></td><td>80<sup><a href="#tea-source-2">2</a></sup></td></tr></tbody></table></figure>
<!-- /wp:table -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><!-- wp:paragraph -->
<p>Nothing beats a good cup.<sup><a href="#tea-source-2">2</a></sup></p>
<!-- /wp:paragraph --></blockquote>
<!-- /wp:quote -->

<!-- wp:heading -->
<h2 class="wp-block-heading">Frequently asked questions</h2>
<!-- /wp:heading -->

<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading">Is tea healthy?</h3>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>In moderation.<sup><a href="#tea-source-2">2</a></sup></p>
<!-- /wp:paragraph -->

<!-- wp:heading -->
<h2 class="wp-block-heading">Conclusion</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>Drink tea.<sup><a href="#tea-source-2">2</a></sup></p>
<!-- /wp:paragraph -->

<!-- wp:heading -->
<h2 class="wp-block-heading">Sources</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p id="tea-source-1">1. Notes on tea, A. Leaf, notes/tea_notes.md</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p id="tea-source-2">2. <a href="https://example.com/tea">Tea guide</a>, example.com</p>
<!-- /wp:paragraph -->
`);
  });

  it('shows quotes, doubts and links to other articles', () => {
    const article = sampleArticle({
      introduction: [
        {
          kind: 'text',
          content: [
            {
              text: 'Tea is hot.',
              citations: [{ sourceId: 's1', passageId: 's1p1', start: 0, end: 3 }],
              doubt: 'contradicted',
              links: [{ start: 0, end: 3, slug: 'green-tea' }],
            },
          ],
        },
      ],
    });
    const html = renderWordpress(
      article,
      sampleContext({ context: { site: { url: 'https://e.com' } } }),
    );
    expect(html).toContain(
      '<p><mark title="contradicted by the sources"><a href="https://e.com/green-tea/">Tea</a> is hot.</mark> (contradicted by the sources)<sup><a href="#tea-source-1">1</a></sup></p>',
    );
    expect(html).toContain('<br><a href="https://example.com/tea#:~:text=Tea">“Tea”</a></p>');
  });

  it('lets no text open a tag, a block or a shortcode', () => {
    const evil = '<!-- wp:html --><script>x</script><!-- /wp:html --> [gallery ids="1"] [[x]] "&';
    const sources = [
      sampleSource({ id: 's1', title: evil, url: 'javascript:alert(1)', author: evil }),
    ];
    const all = [
      paragraph(evil),
      paragraph(evil, ['s1'], 'item'),
      row(evil),
      paragraph(evil, ['s1'], 'quote'),
    ];
    const article = sampleArticle({
      introduction: all,
      sections: [{ heading: evil, paragraphs: all }],
      faq: [{ question: evil, answer: all }],
      conclusion: all,
    });
    const html = renderWordpress(article, sampleContext({ sources }));
    const names = [...html.matchAll(/<!-- \/?wp:([a-z-]+)/g)].map((match) => match[1]);
    expect(new Set(names)).toEqual(
      new Set(['heading', 'list', 'list-item', 'paragraph', 'quote', 'table']),
    );
    const { document } = parseHTML(`<main>${html}</main>`);
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(
      [...document.querySelectorAll('a')].every((a) =>
        a.getAttribute('href')?.startsWith('#tea-source-'),
      ),
    ).toBe(true);
    expect(html).not.toMatch(/\[(?:gallery|\[)/);
  });
});

describe('renderBody', () => {
  it('gives the body alone, with marks that lead to web pages only', async () => {
    const html = await renderBody(sampleArticle(), sampleContext());
    const { document } = parseHTML(`<main>${html}</main>`);
    expect(document.querySelectorAll('html, head, h1, style, script, title')).toHaveLength(0);
    expect(html.startsWith('<p>Tea is a drink.<sup>1</sup></p>')).toBe(true);
    expect([...document.querySelectorAll('sup a')].map((a) => a.getAttribute('href'))).toContain(
      'https://example.com/tea',
    );
    expect(html).not.toContain('href="#');
  });
});
