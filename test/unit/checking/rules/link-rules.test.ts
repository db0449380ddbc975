import { describe, expect, it } from 'vitest';
import { body, findingsIn, findingsInHtml, html } from '../pages.ts';

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ])('to %j are errors', async (target) => {
    const attribute = target.replaceAll('"', '&quot;');
    for (const tag of [
      `<a href="${attribute}">x</a>`,
      `<form action="${attribute}"></form>`,
      `<iframe src="${attribute}"></iframe>`,
      `<nav><a href="${attribute}">x</a></nav>`,
    ]) {
      expect(await findingsInHtml(html({ body: tag }), 'link-unsafe')).toMatchObject([
        { severity: 'error' },
      ]);
    }
  });

  it.each([
    '[x](javascript:alert(1))',
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: data:text/html,x',
    '![x](javascript:alert(1))',
  ])('in Markdown as %j are errors', (text) => {
    expect(findingsIn(body(text), 'link-unsafe')).toMatchObject([{ line: 5 }]);
  });

  it.each([
    '[x](https://a.example)',
    '[x](mailto:a@b.example)',
    '![x](data:image/png;base64,AA)',
    '[x](#data)',
  ])('in Markdown as %j are fine', (text) => {
    expect(findingsIn(body(text), 'link-unsafe')).toEqual([]);
  });

  it('to files that are not there are errors, once somebody can look', () => {
    const text =
      '[a](there.md#part) [b](gone.md?x=1) [c](/from-root) [d](https://x.example/y) ![e](no%20pic.png)';
    const asked: string[] = [];
    const found = findingsIn(body(text), 'link-broken', {
      fileExists: (path) => {
        asked.push(path);
        return path === 'there.md';
      },
    });
    expect(asked).toEqual(['there.md', 'gone.md', 'no pic.png']);
    expect(found).toMatchObject([
      { severity: 'error', message: expect.stringContaining('gone.md') },
      { message: expect.stringContaining('no%20pic.png') },
    ]);
    expect(findingsIn(body(text), 'link-broken')).toEqual([]);
  });

  it('to places of the page have to lead somewhere', async () => {
    const links = ['part', 'gone', 'top', '', ':~:text=fan', 't%C3%A9']
      .map((name) => `<a href="#${name}">x</a>`)
      .join('');
    const found = await findingsInHtml(
      html({ body: `<h2 id="part">P</h2><h2 id="té">Q</h2><p>${links}</p>` }),
      'link-anchor',
    );
    expect(found.map(({ message }) => message)).toEqual([
      'The page has no place that “#gone” leads to.',
    ]);
  });

  it('have a text, or a picture or label that says it', async () => {
    const links = [
      '<a href="/1"></a>',
      '<a href="/2"><img src="p.png" alt=""></a>',
      '<a href="/3"><img src="p.png" alt="Home"></a>',
      '<a href="/4" aria-label="Home"></a>',
      '<a href="/5">Home</a>',
    ].join('\n');
    const found = await findingsInHtml(html({ body: `<p>${links}</p>` }), 'link-text');
    expect(found.map(({ message }) => message)).toEqual([
      'The link to “/1” has no text.',
      'The link to “/2” has no text.',
    ]);
    expect(findingsIn(body('[](a.md) [![Pic](p.png)](b.md)'), 'link-text')).toHaveLength(1);
  });

  it('of both kinds are wanted in the text', async () => {
    const text = 'See [in](other.md) and [out](https://example.org).';
    expect(findingsIn(body(), 'links-internal')).toHaveLength(1);
    expect(findingsIn(body(), 'links-external')).toHaveLength(1);
    expect(findingsIn(body(text), 'links-internal')).toEqual([]);
    expect(findingsIn(body(text), 'links-external')).toEqual([]);
    const navigation = '<nav><a href="/a">a</a><a href="https://b.example">b</a></nav>';
    expect(await findingsInHtml(html({ body: navigation }), 'links-internal')).toHaveLength(1);
    expect(await findingsInHtml(html({ body: navigation }), 'links-external')).toHaveLength(1);
  });

  it('to the host of the canonical address stay on the site', async () => {
    const page = (canonical: string, target: string) =>
      findingsInHtml(
        html({
          head: `<link rel="canonical" href="${canonical}">`,
          body: `<p><a href="${target}">a</a></p>`,
        }),
        'links-internal',
      );
    expect(await page('https://a.example/b', 'https://A.example/c')).toEqual([]);
    expect(await page('https://a.example/b', '//a.example/c')).toEqual([]);
    expect(await page('https://a.example/b', 'https://b.a.example/c')).toHaveLength(1);
    expect(await page('/b', 'https://a.example/c')).toHaveLength(1);
    expect(await page('', 'https:///')).toHaveLength(1);
  });

  it('count the sources of a footnote', () => {
    const text = 'Said.[^1]\n\n[^1]: [A](https://example.org/a), example.org';
    expect(findingsIn(body(text), 'links-external')).toEqual([]);
  });
});

describe('pictures', () => {
  it('have alternative text; an empty one is decoration in HTML', async () => {
    const images = '<img src="a.png">\n<img src="b.png" alt="">\n<img src="c.png" alt="C">';
    const found = await findingsInHtml(html({ body: images }), 'image-alt');
    expect(found.map(({ message }) => message)).toEqual([
      'The picture “a.png” has no alternative text.',
    ]);
    expect(findingsIn(body('![](a.png) ![b](b.png)'), 'image-alt')).toHaveLength(1);
  });
});
