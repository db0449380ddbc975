import { describe, expect, it } from 'vitest';
import { type Preset, articleAddress, linkAddress } from '../../../src/output/article-address.ts';
import type { Format } from '../../../src/output/format.ts';

const url = 'https://example.com/blog/';

describe('articleAddress', () => {
  it.each<[Preset, Format, string]>([
    ['plain', 'md', 'https://example.com/blog/green-tea'],
    ['plain', 'html', 'https://example.com/blog/green-tea.html'],
    ['hugo', 'md', 'https://example.com/blog/green-tea/'],
    ['hugo', 'html', 'https://example.com/blog/green-tea/'],
    ['astro', 'md', 'https://example.com/blog/green-tea/'],
    ['jekyll', 'md', 'https://example.com/blog/green-tea/'],
    ['nextra', 'md', 'https://example.com/blog/green-tea'],
    ['plain', 'wordpress', 'https://example.com/blog/green-tea/'],
  ])('%s, %s: %s', (preset, format, address) => {
    expect(articleAddress('green-tea', format, { preset, site: { url } })).toBe(address);
  });

  it.each<[Preset, Format, string]>([
    ['plain', 'md', 'green-tea.md'],
    ['plain', 'html', 'green-tea.html'],
    ['hugo', 'html', 'green-tea.html'],
    ['hugo', 'md', '../green-tea/'],
    ['jekyll', 'md', '../green-tea/'],
    ['nextra', 'md', './green-tea'],
    ['plain', 'wordpress', '/green-tea/'],
  ])('%s, %s, no site: %s', (preset, format, address) => {
    expect(articleAddress('green-tea', format, { preset, site: {} })).toBe(address);
  });

  it.each([
    '..',
    '../../etc',
    'javascript:alert(1)',
    'a?b#c',
    '//evil.com',
    'a"><b>',
    '\uD800',
    'ヒート',
    '',
  ])('keeps %j below the site', (slug) => {
    for (const format of ['md', 'html', 'wordpress'] as const) {
      for (const preset of ['plain', 'hugo', 'nextra'] as const) {
        const absolute = articleAddress(slug, format, { preset, site: { url } });
        expect(absolute).toMatch(/^https:\/\/example\.com\/blog\/[\w%-]*(?:\/|\.html)?$/);
        expect(new URL(absolute).href).toBe(absolute);
        const relative = new URL(articleAddress(slug, format, { preset, site: {} }), `${url}a/b/`);
        expect(relative.host).toBe('example.com');
      }
    }
  });
});

describe('linkAddress', () => {
  it('leaves out the host in Markdown for a generator, so that previews stay with themselves', () => {
    const site = { url };
    expect(linkAddress('ヒート', 'md', { preset: 'hugo', site })).toBe(
      '/blog/%E3%83%92%E3%83%BC%E3%83%88/',
    );
    expect(linkAddress('tea', 'md', { preset: 'plain', site })).toBe(
      'https://example.com/blog/tea',
    );
    expect(linkAddress('tea', 'html', { preset: 'hugo', site })).toBe(
      'https://example.com/blog/tea/',
    );
    expect(linkAddress('tea', 'md', { preset: 'astro', site: {} })).toBe('../tea/');
  });
});
