import { describe, expect, it } from 'vitest';
import { allowsUrl } from '../../../src/providers/allows-url.ts';

const allows = (url: string, includeDomains: string[], excludeDomains: string[] = []) =>
  allowsUrl({ includeDomains, excludeDomains }, url);

describe('allowsUrl', () => {
  it.each([
    ['https://example.org/a', true],
    ['https://EXAMPLE.org/a', true],
    ['https://www.example.org/a', true],
    ['https://a.b.example.org/a', true],
    ['https://example.org./a', true],
    ['http://example.org:8080/a', true],
    ['https://badexample.org/', false],
    ['https://example.org.evil.test/', false],
    ['https://evil.test/example.org', false],
    ['https://example.org@evil.test/', false],
    ['https://example.com/', false],
    ['no address', false],
  ])('of example.org: %s is %s', (url, isAllowed) => {
    expect(allows(url, ['example.org'])).toBe(isAllowed);
    expect(allows(url, [], ['example.org'])).toBe(!isAllowed && URL.canParse(url));
  });

  it('means one port where one is named', () => {
    expect(allows('http://127.0.0.1:8080/a', ['127.0.0.1:8080'])).toBe(true);
    expect(allows('http://127.0.0.1:9090/a', ['127.0.0.1:8080'])).toBe(false);
    expect(allows('http://127.0.0.1:9090/a', ['127.0.0.1'])).toBe(true);
  });

  it('wants all where nothing is named, and excludes first', () => {
    expect(allows('https://example.org/', [])).toBe(true);
    expect(allows('https://shop.example.org/', ['example.org'], ['shop.example.org'])).toBe(false);
    expect(allows('https://example.org/', ['www.example.org'])).toBe(true);
  });
});
