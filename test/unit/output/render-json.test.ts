import { expect, it } from 'vitest';
import { renderJson } from '../../../src/output/render-json.ts';
import { rendererLoaders } from '../../../src/output/renderers.ts';
import { sampleArticle, sampleContext, sampleSupport } from './sample.ts';

it('writes the article as data, with the cited sources and without their passages', () => {
  const article = sampleArticle();
  const context = sampleContext({ item: { extra: { team: 'a' } } });
  const text = renderJson(article, context);
  expect(text.endsWith('}\n')).toBe(true);
  expect(JSON.parse(text)).toEqual({
    version: 1,
    keyword: 'tea',
    slug: 'tea',
    createdAt: '2026-11-22T10:30:00.000Z',
    words: 33,
    article,
    sources: [
      {
        number: 1,
        id: 's2',
        title: 'Notes on tea',
        path: 'notes/tea_notes.md',
        author: 'A. Leaf',
        retrievedAt: '2026-11-20T08:00:00.000Z',
        sha256: 'ab'.repeat(32),
        provider: 'library',
      },
      {
        number: 2,
        id: 's1',
        title: 'Tea guide',
        url: 'https://example.com/tea',
        retrievedAt: '2026-11-20T08:00:00.000Z',
        sha256: 'ab'.repeat(32),
        provider: 'library',
      },
    ],
    usage: context.usage,
    extra: { team: 'a' },
    doubts: [],
  });
});

it('adds the words of the source to each citation, the support and the address', () => {
  const article = sampleArticle({
    conclusion: [
      {
        kind: 'text',
        content: [
          {
            text: 'Drink tea.',
            citations: [
              { sourceId: 's1', passageId: 's1p1', start: 0, end: 3 },
              { sourceId: 's1', passageId: 's2p1', start: 0, end: 3 },
            ],
            doubt: 'unsupported',
            links: [{ start: 6, end: 9, slug: 'green-tea' }],
          },
        ],
      },
    ],
  });
  const context = sampleContext({
    context: { support: sampleSupport, site: { url: 'https://example.com' } },
  });
  const document = JSON.parse(renderJson(article, context));
  expect(document.support).toEqual(sampleSupport);
  expect(document.canonical).toBe('https://example.com/tea');
  expect(document.article.conclusion[0].content[0]).toEqual({
    text: 'Drink tea.',
    citations: [
      { sourceId: 's1', passageId: 's1p1', start: 0, end: 3, quote: 'Tea' },
      { sourceId: 's1', passageId: 's2p1', start: 0, end: 3 },
    ],
    doubt: 'unsupported',
    links: [{ start: 6, end: 9, slug: 'green-tea' }],
  });
});

it('tells each sentence in doubt with its place, its reason and its best passage', () => {
  const told = {
    place: 'sections.0.paragraphs.0',
    text: 'Tea has 9 flavours.',
    verdict: 'contradicted' as const,
    score: 0.2,
    fault: 'number' as const,
    reason: 'The source says 7, not 9.',
    evidence: { sourceId: 's1', passageId: 's1p1', start: 0, end: 19, text: 'Tea has 7 flavours.' },
  };
  const context = sampleContext({
    context: { doubts: [{ ...told, run: 0, sentence: 1, claims: [] }] },
  });
  expect(JSON.parse(renderJson(sampleArticle(), context)).doubts).toEqual([told]);
});

it('is one of the registered formats', async () => {
  const [article, context] = [sampleArticle(), sampleContext()];
  const [json, markdown, html, wordpress] = await Promise.all([
    rendererLoaders.json(),
    rendererLoaders.md(),
    rendererLoaders.html(),
    rendererLoaders.wordpress(),
  ]);
  expect(json(article, context)).toBe(renderJson(article, context));
  expect(markdown(article, context)).toMatch(/^---\n/);
  expect(wordpress(article, context)).toMatch(/^<!-- wp:paragraph -->/);
  expect(await html(article, context)).toMatch(/^<!DOCTYPE html>/);
});
