import { describe, expect, it } from 'vitest';
import { formatHits } from '../../../../src/cli/library/format-hits.ts';
import { formatListing } from '../../../../src/cli/library/format-listing.ts';
import { readKinds } from '../../../../src/cli/library/read-kinds.ts';
import type { ChunkHit } from '../../../../src/library/chunk-hit.ts';

const hit: ChunkHit = {
  path: '/site/docs/a.pdf',
  title: 'On \u001b[31mfans\u001b[0m',
  kind: 'pdf',
  page: 3,
  heading: 'Noise',
  start: 0,
  end: 9,
  text: 'The ** fan.',
  snippet: { text: 'The ** fan.', matches: [[7, 10]] },
  score: 1,
};
const options = { cwd: '/site', color: false };

describe('formatHits', () => {
  it('tells place, path with page, heading, and the words that match', () => {
    expect(formatHits({ query: 'fan', by: 'words', hits: [hit] }, options)).toBe(
      '1. On fans\n   docs/a.pdf, page 3 · Noise\n   The * **fan**.',
    );
  });

  it('colours the words on a terminal, and wraps', () => {
    const text = formatHits(
      { query: 'fan', by: 'words', hits: [hit] },
      { ...options, color: true, columns: 40 },
    );
    expect(text).toContain('\u001b[1m\u001b[33mfan');
    expect(text).not.toContain('**');
  });

  it('says so when nothing was found', () => {
    expect(formatHits({ query: 'x', by: 'words', hits: [] }, options)).toBe('Nothing was found.');
  });
});

describe('formatListing', () => {
  const document = {
    path: '/site/docs/a.pdf',
    title: 'On fans',
    kind: 'pdf',
    pages: 12,
    bytes: 1,
    chunks: 20,
    vectors: 18,
    addedAt: '2026-01-02T03:04:05.000Z',
    readAt: '2026-01-02T03:04:05.000Z',
    warnings: ['Page 3 has no text.'],
  };
  const place = { cwd: '/site', now: new Date('2026-01-02T03:05:05.000Z') };

  it('lists documents with their figures, and their warnings below', () => {
    const text = formatListing({ model: 'offline:m', documents: [document] }, place);
    expect(text).toMatch(/On fans +pdf +12 +20 +18 +1 min ago +docs\/a\.pdf/u);
    expect(text).toContain('! docs/a.pdf: Page 3 has no text.');
    expect(text).toContain('1 document · 20 chunks · 18 with vectors of offline:m');
  });

  it('says what to do with an empty library', () => {
    expect(formatListing({ documents: [] }, place)).toContain('seo-content library add');
  });
});

describe('readKinds', () => {
  it('reads a list, and names the kinds for one that there is not', () => {
    expect(readKinds(undefined)).toBeUndefined();
    expect(readKinds('pdf, DOCX')).toEqual(['pdf', 'docx']);
    expect(() => readKinds('pdf,doc')).toThrow('There is no kind of documents "doc".');
  });
});
