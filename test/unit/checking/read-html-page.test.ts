import { describe, expect, it } from 'vitest';
import { readHtmlPage } from '../../../src/checking/read-html-page.ts';
import { renderHtml } from '../../../src/output/render-html.ts';
import { sampleArticle, sampleContext } from '../output/sample.ts';
import { html } from './pages.ts';

describe('readHtmlPage', () => {
  it('reads what this program writes, with the same text as from Markdown', async () => {
    const page = await readHtmlPage(await renderHtml(sampleArticle(), sampleContext()));
    expect(page).toMatchObject({
      format: 'html',
      declaredLanguage: 'en',
      title: { text: 'All About Tea' },
      description: { text: 'What tea is, in short.' },
    });
    expect(page.blocks.map(({ text }) => text)).toEqual([
      'Tea is a drink.',
      'Pour hot water over it.',
      'Green tea: 80 °C.',
      'Black tea: 95 °C.',
      'Nothing beats a good cup.',
      'In moderation.',
      'Drink tea.',
    ]);
    expect(page.blocks[1]?.sentences[0]?.marks).toEqual(['#source-1', 'https://example.com/tea']);
    expect(page.notes.get('#source-2')).toMatchObject({ url: 'https://example.com/tea' });
    expect(page.faq).toMatchObject([{ question: 'Is tea healthy?' }]);
    expect(page.headings.filter(({ isEmpty }) => isEmpty)).toEqual([]);
  });

  it('reads the head: canonical, social tags, robots, linked data, each with its line', async () => {
    const page = await readHtmlPage(
      html({
        head: `<link rel="canonical" href="https://example.org/a">
<meta property="og:title" content="T">
<meta name="robots" content="noindex">
<script type="application/ld+json">{"a": "<p>not a tag</p>"}</script>`,
      }),
    );
    expect(page.canonical).toEqual([{ text: 'https://example.org/a', line: 5 }]);
    expect(page.social.get('og:title')).toEqual({ text: 'T', line: 6 });
    expect(page.robots).toEqual({ text: 'noindex', line: 7 });
    expect(page.jsonLd).toEqual([{ text: '{"a": "<p>not a tag</p>"}', line: 8 }]);
  });

  it('keeps to lines whatever tags stand in comments, scripts and attributes, or claim to', async () => {
    const page = await readHtmlPage(
      '<!-- <h2>no</h2>\n-->\n<script>var a = "<h2>";\n</script>\n<p title="<h2>\n">x</p>\n<h2 data-source-line="99">Here</h2>',
    );
    expect(page.headings).toMatchObject([{ text: 'Here', line: 7 }]);
  });

  it('leaves navigation, footers and hidden parts out, but looks at all links', async () => {
    const page = await readHtmlPage(
      `<nav><a href="/home">Home</a></nav><main><p>Text <a href="/in">in</a>.</p></main>
<p hidden>Secret</p><footer>Foot <a href="javascript:x()">run</a></footer>`,
    );
    expect(page.blocks.map(({ text }) => text)).toEqual(['Text in.']);
    expect(page.links.map(({ target, kind, isContent }) => [target, kind, isContent])).toEqual([
      ['/in', 'internal', true],
      ['/home', 'internal', false],
      ['javascript:x()', 'unsafe', false],
    ]);
  });

  it('takes raised links for citations, and exponents for text', async () => {
    const page = await readHtmlPage(
      '<p>50 W/m<sup>2</sup>.<sup><a href="https://a.example/x#:~:text=fifty">1</a></sup> More.</p>',
    );
    expect(page.blocks[0]?.sentences).toMatchObject([
      { text: '50 W/m2.', marks: ['https://a.example/x#:~:text=fifty'] },
      { text: 'More.', marks: [] },
    ]);
  });

  it.each([
    ['', []],
    ['<p>One<p>Two<div>Three', ['One', 'Two', 'Three']],
    ['</div></p><h1>T</h2><p>x', ['x']],
    ['<table><td>a<td>b', ['a', 'b']],
    ['plain & <unknown attr="\'>text</unknown', ['plain &']],
    ['\u0000<p>nul</p>', ['\u0000', 'nul']],
  ])('reads malformed HTML: %j', async (source, texts) => {
    const page = await readHtmlPage(source);
    expect(page.blocks.map(({ text }) => text)).toEqual(texts);
  });

  it('takes a heading for one heading, whatever is in it', async () => {
    const page = await readHtmlPage('<h1><div>One</div></h1><h2></h2>\n<h3><span>Two</span></h3>');
    expect(page.headings.map(({ level, text, line }) => [level, text, line])).toEqual([
      [1, 'One', 1],
      [2, '', 1],
      [3, 'Two', 2],
    ]);
  });

  it('refuses what is nested without measure', async () => {
    await expect(readHtmlPage('<div>'.repeat(100_000))).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
    });
  });

  it('finds questions that open on a click', async () => {
    const page = await readHtmlPage(
      '<details><summary>How long?</summary><p>Long.</p></details><details><summary>More</summary>x</details>',
    );
    expect(page.faq.map(({ question }) => question)).toEqual(['How long?']);
  });
});
