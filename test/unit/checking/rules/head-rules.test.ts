import { describe, expect, it } from 'vitest';
import { titleKey } from '../../../../src/checking/rules/title-rules.ts';
import { body, DESCRIPTION, findingsIn, findingsInHtml, html, markdown, TITLE } from '../pages.ts';

const SOCIAL = ['title', 'type', 'url', 'description']
  .map((name) => `<meta property="og:${name}" content="https://example.org/">`)
  .join('\n');

describe('title', () => {
  it('is wanted, and in Markdown may be the main heading', async () => {
    expect(findingsIn('Text.', 'title-missing')).toMatchObject([{ severity: 'error' }]);
    expect(findingsIn('# Title\n\nText.', 'title-missing')).toEqual([]);
    const page = '<html><body><h1>Title</h1></body></html>';
    expect(await findingsInHtml(page, 'title-missing')).toHaveLength(1);
    expect(await findingsInHtml('<title> </title><p>x', 'title-missing')).toHaveLength(1);
    expect(await findingsInHtml(html(), 'title-missing')).toEqual([]);
  });

  it.each([
    [29, 1],
    [30, 0],
    [60, 0],
    [61, 1],
  ])('of %i characters: %i findings', (length, findings) => {
    expect(
      findingsIn(markdown(body(), { title: 'x'.repeat(length) }), 'title-length'),
    ).toHaveLength(findings);
  });

  it.each([
    [14, 1],
    [15, 0],
    [30, 0],
    [31, 1],
  ])('of %i Chinese characters, which count double: %i findings', (length, findings) => {
    const title = '热'.repeat(length);
    expect(findingsIn(markdown(body(), { title }), 'title-length')).toHaveLength(findings);
  });

  it('tells its line and a remedy that fits', () => {
    const [short] = findingsIn(markdown(body(), { title: 'Tea' }), 'title-length');
    expect(short).toMatchObject({ line: 2, remedy: expect.stringContaining('Say more') });
  });

  it('has to be the only one of its kind', () => {
    const key = titleKey(` ${TITLE.toUpperCase()}! `);
    const titles = new Map([[key, ['own', 'other', 'third']]]);
    const found = findingsIn(markdown(body()), 'title-duplicate', { titles, name: 'own' });
    expect(found).toMatchObject([{ message: expect.stringContaining('“other” and 1 more') }]);
    const alone = new Map([[key, ['own']]]);
    expect(findingsIn(markdown(body()), 'title-duplicate', { titles: alone, name: 'own' })).toEqual(
      [],
    );
    expect(findingsIn(markdown(body()), 'title-duplicate')).toEqual([]);
  });
});

describe('description', () => {
  it('is wanted', async () => {
    const without = markdown(body(), { description: undefined });
    expect(findingsIn(without, 'description-missing')).toMatchObject([{ severity: 'error' }]);
    expect(findingsIn(markdown(body()), 'description-missing')).toEqual([]);
    const empty = html().replace(DESCRIPTION, ' ');
    expect(await findingsInHtml(empty, 'description-missing')).toHaveLength(1);
  });

  it.each([
    [69, 1],
    [70, 0],
    [160, 0],
    [161, 1],
  ])('of %i characters: %i findings', (length, findings) => {
    const source = markdown(body(), { description: 'x'.repeat(length) });
    expect(findingsIn(source, 'description-length')).toHaveLength(findings);
  });
});

describe('the rest of the head, in HTML only', () => {
  it.each([
    'canonical-missing',
    'open-graph',
    'twitter-card',
    'language-missing',
    'json-ld-missing',
  ] as const)('says nothing of %s for Markdown', (rule) => {
    expect(findingsIn('Text.', rule)).toEqual([]);
  });

  it('wants one absolute canonical address', async () => {
    const link = (href: string) => `<link rel="canonical" href="${href}">`;
    expect(await findingsInHtml(html(), 'canonical-missing')).toHaveLength(1);
    const good = html({ head: link('https://example.org/a') });
    expect(await findingsInHtml(good, 'canonical-missing')).toEqual([]);
    expect(await findingsInHtml(good, 'canonical-invalid')).toEqual([]);
    for (const href of ['/a', 'example.org/a', '//example.org/a', 'javascript:x', '']) {
      const found = await findingsInHtml(html({ head: link(href) }), 'canonical-invalid');
      expect(found).toMatchObject([{ severity: 'error', line: 5 }]);
    }
    const two = html({
      head: `${link('https://example.org/a')}\n${link('https://example.org/b')}`,
    });
    expect(await findingsInHtml(two, 'canonical-invalid')).toMatchObject([{ line: 6 }]);
    const source = markdown(body(), { canonical: '/relative' });
    expect(findingsIn(source, 'canonical-invalid')).toHaveLength(1);
  });

  it('names the Open Graph tags that are missing', async () => {
    const [found] = await findingsInHtml(
      html({ head: '<meta property="og:title" content="T"><meta property="og:url" content="/a">' }),
      'open-graph',
    );
    expect(found?.message).toBe('Open Graph tags are missing: og:type, og:description.');
    const all = await findingsInHtml(html({ head: SOCIAL }), 'open-graph');
    expect(all).toEqual([]);
    const relative = SOCIAL.replaceAll('https://example.org/', '/a');
    expect(await findingsInHtml(html({ head: relative }), 'open-graph')).toMatchObject([
      { message: expect.stringContaining('not absolute'), line: 7 },
    ]);
  });

  it.each([
    ['', 1],
    ['<meta name="twitter:card" content="summary">', 0],
    ['<meta name="twitter:card" content="summary_large_image">', 0],
    ['<meta name="twitter:card" content="huge">', 1],
  ])('with %j: %i findings on the card', async (head, findings) => {
    expect(await findingsInHtml(html({ head }), 'twitter-card')).toHaveLength(findings);
  });

  it('wants a language that is one', async () => {
    expect(await findingsInHtml(html(), 'language-missing')).toEqual([]);
    expect(await findingsInHtml(html({ lang: '!!' }), 'language-missing')).toHaveLength(1);
    expect(await findingsInHtml('<p>x', 'language-missing')).toHaveLength(1);
  });

  it.each([
    ['noindex, follow', 1],
    ['NONE', 1],
    ['index, follow', 0],
  ])('with robots %j: %i findings', async (content, findings) => {
    const head = `<meta name="robots" content="${content}">`;
    expect(await findingsInHtml(html({ head }), 'noindex')).toHaveLength(findings);
  });
});
