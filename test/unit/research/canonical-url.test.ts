import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../src/research/canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['https://Example.com/a/', 'https://example.com/a'],
    ['http://www.example.com/a', 'https://example.com/a'],
    ['https://example.com/a?utm_source=x&b=2&a=1&gclid=3#part', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/index.html', 'https://example.com'],
    ['https://user:secret@example.com/', 'https://example.com'],
  ])('%s is %s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });

  it('keeps pages apart that differ in more than tracking', () => {
    expect(canonicalUrl('https://example.com/?id=1')).not.toBe(
      canonicalUrl('https://example.com/?id=2'),
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nonsense', ''])(
    'refuses %s',
    (address) => {
      expect(canonicalUrl(address)).toBeUndefined();
    },
  );
});
