import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrubKeys } from '../../../src/providers/scrub-keys.ts';

describe('scrubKeys', () => {
  it.each([
    'sk-proj-Ab12_cd34-EF56',
    'tvly-dev-0123456789',
    'Bearer abc.def+ghi/jkl==',
    'authorization: bearer 0123456789',
    'https://x.example/?api_key=0123456789&q=1',
    '{"api_key": "0123456789"}',
    '{"x-api-key":"0123456789"}',
    'https://x.example/page?q=1&token=0123456789#top',
    'https://x.example/?signature=0123456789',
    'https://user:0123456789@x.example/page',
    'eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiIvYWRtaW4vIn0.0123456789-_',
  ])('removes what looks like a key: %s', (text) => {
    const scrubbed = scrubKeys(`before ${text} after`);
    expect(scrubbed).not.toMatch(/Ab12|0123456789|abc\.def/);
    expect(scrubbed).toMatch(/^before .* after$/);
  });

  it.each([
    'the task-force',
    'risk-free offers',
    'a bearer of news',
    'sk-y',
    'https://x.example/@someone/key?page=2&keys=3',
    'https://x.example/a@b',
  ])('leaves ordinary words alone: %s', (text) => {
    expect(scrubKeys(text)).toBe(text);
  });

  it('removes a known key of any shape, also as part of an address', () => {
    const key = 'p@ss/"word"&more';
    expect(scrubKeys(`${key} ${encodeURIComponent(key)} ${JSON.stringify({ key })}`, [key])).toBe(
      '[key removed] [key removed] {"key":"[key removed]"}',
    );
  });

  it('masks nothing twice', () => {
    const key = '0123456789abcdef';
    const text = `https://x.example/?api_key=${key}&token=${key} "api_key": "${key}" Bearer ${key}`;
    expect(scrubKeys(text, [key])).toBe(text.replaceAll(key, '[key removed]'));
  });

  it('removes the longer of two keys that begin alike', () => {
    expect(scrubKeys('abcdef', ['abcd', 'abcdef'])).toBe('[key removed]');
  });

  it('does not tear words apart for an empty or very short key', () => {
    expect(scrubKeys('an apple', ['', 'a', 'app'])).toBe('an apple');
  });

  it('never lets a known key through', () => {
    const keys = fc.stringMatching(/^[\x21-\x7e]{8,40}$/);
    fc.assert(
      fc.property(keys, fc.string(), fc.string(), (key, before, after) => {
        fc.pre(!'[key removed]'.includes(key));
        expect(scrubKeys(`${before} ${key} ${after}`, [key])).not.toContain(key);
      }),
    );
  });
});
