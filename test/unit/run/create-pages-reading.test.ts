import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { NO_FILTERS } from '../../../src/providers/search-filters.ts';
import type { FoundSource } from '../../../src/providers/search-provider.ts';
import { createPagesReading } from '../../../src/run/create-pages-reading.ts';

const scope = { signal: new AbortController().signal };

function page(url: string): FoundSource {
  return { title: url, url, text: 'Text.', retrievedAt: '2026-01-01T00:00:00.000Z', score: 1 };
}

const unreadable = () => Promise.reject(new AppError('DOCUMENT_UNREADABLE', 'Not for programs.'));
const never = () => Promise.reject(new Error('nobody should ask'));

describe('createPagesReading', () => {
  it('asks Tavily for all pages together, but never for those of private places', async () => {
    const asked: (readonly string[])[] = [];
    const read = createPagesReading({
      own: { read: async (url) => page(url) },
      tavily: {
        readMany: async (urls) => {
          asked.push(urls);
          return urls.map(page);
        },
      },
      filters: NO_FILTERS,
      fanOut: 2,
    });
    const urls = ['https://a.example/', 'http://192.168.0.7/', 'https://b.example/'];
    const pages = await read(urls, scope);
    expect(asked).toEqual([['https://a.example/', 'https://b.example/']]);
    expect(new Set(pages.map(({ url }) => url))).toEqual(new Set(urls));
  });

  it('reads itself without Tavily, leaves out what cannot be read, and keeps the address asked for', async () => {
    const read = createPagesReading({
      own: {
        read: (url) => (url.includes('bad') ? unreadable() : Promise.resolve(page(`${url}moved`))),
      },
      tavily: undefined,
      filters: NO_FILTERS,
      fanOut: 2,
    });
    const pages = await read(['https://bad.example/', 'https://good.example/'], scope);
    expect(pages.map(({ url }) => url)).toEqual(['https://good.example/']);
  });

  it('leaves out a page that led on to a host that nobody wants', async () => {
    const read = createPagesReading({
      own: { read: async () => page('https://shop.example/') },
      tavily: undefined,
      filters: { ...NO_FILTERS, excludeDomains: ['shop.example'] },
      fanOut: 2,
    });
    expect(await read(['https://good.example/'], scope)).toEqual([]);
  });

  it('fails with what does not lie with a page', async () => {
    const read = createPagesReading({
      own: { read: never },
      tavily: undefined,
      filters: NO_FILTERS,
      fanOut: 2,
    });
    await expect(read(['https://good.example/'], scope)).rejects.toThrow('nobody should ask');
  });
});
