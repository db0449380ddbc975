import { describe, expect, it } from 'vitest';
import { readRobots } from '../../../../src/providers/web/robots-rules.ts';

const allows = (text: string, path: string): boolean =>
  readRobots(text, 'seo-content').allows(path);

describe('readRobots', () => {
  it('takes the rules for everyone where there are none of its own', () => {
    const text = 'User-agent: *\nDisallow: /private\n\nUser-agent: other\nDisallow: /';
    expect(allows(text, '/private/page')).toBe(false);
    expect(allows(text, '/page')).toBe(true);
  });

  it('takes its own rules alone, in whatever case, from all groups that name it', () => {
    const text = [
      'user-agent: *',
      'disallow: /',
      'USER-AGENT: other',
      'User-Agent: SEO-Content/2.0 # us',
      'Sitemap: https://example.com/map.xml',
      'Disallow: /a',
      'User-agent: seo-content',
      'DISALLOW : /b # not b',
    ].join('\r\n');
    expect(allows(text, '/a/1')).toBe(false);
    expect(allows(text, '/b')).toBe(false);
    expect(allows(text, '/c')).toBe(true);
  });

  it.each([
    ['the longest rule decides', 'Disallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['whatever the order', 'Allow: /a/b\nDisallow: /a', '/a/c', false],
    ['of equal rules the one that allows', 'Disallow: /a\nAllow: /a', '/a', true],
    ['an empty rule forbids nothing', 'Disallow:', '/a', true],
    ['a slash forbids all', 'Disallow: /', '/', false],
    ['the query counts', 'Disallow: /a?page=', '/a?page=2', false],
    ['a star stands for anything', 'Disallow: /*/print', '/a/b/print/c', false],
    ['a star may stand for nothing', 'Disallow: /a*b', '/ab', false],
    ['an end is an end', 'Disallow: /*.pdf$', '/a.pdf', false],
    ['and nothing else', 'Disallow: /*.pdf$', '/a.pdf?x', true],
    ['an end without a star', 'Disallow: /a$', '/a', false],
    ['an end without a star, further on', 'Disallow: /a$', '/ab', true],
    ['pieces do not overlap', 'Disallow: /ab*ba$', '/aba', true],
    ['case counts', 'Disallow: /A', '/a', true],
    ['escapes are equal in any case', 'Disallow: /%c3%a4', '/%C3%A4', false],
    ['characters are equal to their escapes', 'Disallow: /ä', '/%C3%A4', false],
    ['needless escapes are none', 'Disallow: /%7Ejoe', '/~joe', false],
    ['an escaped slash is no slash', 'Disallow: /a%2Fb', '/a/b', true],
    ['a half character harms nobody', 'Disallow: /\ud83d', '/a', true],
  ])('%s', (_name, rules, path, expected) => {
    expect(allows(`User-agent: *\n${rules}`, path)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><body>User-agent: * Disallow: /</body></html>'],
    ['rules of nobody', 'Disallow: /'],
    ['noise', '\u0000\u0001:::\n: /\nDisallow\n'],
  ])('finds no rules in %s', (_name, text) => expect(allows(text, '/a')).toBe(true));

  it('reads past a byte order mark', () => {
    expect(allows('\ufeffUser-agent: *\nDisallow: /', '/a')).toBe(false);
  });

  it('looks for each piece of a pattern once, however many stars it has', () => {
    const stars = `User-agent: *\nDisallow: /${'*a'.repeat(200_000)}b`;
    expect(allows(stars, `/${'a'.repeat(2000)}`)).toBe(true);
  });
});
