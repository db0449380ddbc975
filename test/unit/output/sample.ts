import { join } from 'node:path';
import type { ArticleTemplate } from '../../../src/core/article-template.ts';
import type { Article, Paragraph } from '../../../src/core/article.ts';
import type { Source } from '../../../src/core/dossier.ts';
import type { PlannedItem } from '../../../src/core/keyword.ts';
import type { SupportScore } from '../../../src/core/summary.ts';
import { NO_USAGE } from '../../../src/core/usage.ts';
import type { RenderContext } from '../../../src/output/render-context.ts';

export const sampleTemplate: ArticleTemplate = {
  name: 'guide',
  description: 'A guide',
  title: '{{ keyword }}',
  sections: { minimum: 1, maximum: 9 },
  words: { minimum: 50, maximum: 500 },
  questions: ['What is {{ keyword }}?'],
  headings: 'question',
  faq: 3,
  schema: 'Article',
  instructions: 'Write.',
};

export const sampleSupport: SupportScore = {
  score: 0.95,
  sentences: 40,
  supported: 38,
  partly: 0,
  unsupported: 1,
  contradicted: 1,
  removed: 1,
};

/** A paragraph of one run. */
export function paragraph(
  text: string,
  sourceIds: readonly string[] = ['s1'],
  kind: Paragraph['kind'] = 'text',
): Paragraph {
  return { kind, content: [{ text, citations: sourceIds.map((sourceId) => ({ sourceId })) }] };
}

export function sampleArticle(changes: Partial<Article> = {}): Article {
  return {
    title: 'All About Tea',
    description: 'What tea is, in short.',
    language: 'en',
    introduction: [paragraph('Tea is a drink.', ['s2'])],
    sections: [
      {
        heading: 'How is tea made?',
        paragraphs: [
          paragraph('Pour hot water over it.', ['s1', 's2']),
          paragraph('Green tea: 80 °C.', ['s1'], 'item'),
          paragraph('Black tea: 95 °C.', ['s2'], 'item'),
          paragraph('Nothing beats a good cup.', ['s1'], 'quote'),
        ],
      },
    ],
    faq: [{ question: 'Is tea healthy?', answer: [paragraph('In moderation.')] }],
    conclusion: [paragraph('Drink tea.', ['s1'])],
    writer: 'extractive',
    ...changes,
  };
}

export function sampleSource(changes: Partial<Source> & Pick<Source, 'id'>): Source {
  return {
    title: `Source ${changes.id}`,
    retrievedAt: '2026-11-20T08:00:00.000Z',
    sha256: 'ab'.repeat(32),
    provider: 'library',
    score: 0.5,
    passages: [{ id: `${changes.id}p1`, start: 0, end: 3, text: 'Tea', score: 1 }],
    ...changes,
  };
}

export function sampleContext(
  changes: {
    item?: Partial<PlannedItem>;
    sources?: Source[];
    context?: Partial<RenderContext>;
  } = {},
): RenderContext {
  return {
    item: { keyword: 'tea', slug: 'tea', index: 0, priority: 0, extra: {}, ...changes.item },
    dossier: {
      version: 1,
      keyword: 'tea',
      slug: 'tea',
      questions: ['tea'],
      providers: ['library'],
      createdAt: '2026-11-20T08:00:00.000Z',
      usage: NO_USAGE,
      sources: changes.sources ?? [
        sampleSource({ id: 's1', title: 'Tea guide', url: 'https://example.com/tea' }),
        sampleSource({
          id: 's2',
          title: 'Notes on tea',
          path: 'notes/tea_notes.md',
          author: 'A. Leaf',
        }),
        sampleSource({ id: 's3', title: 'Never cited', url: 'https://example.com/never' }),
      ],
    },
    usage: { ...NO_USAGE, calls: 2, costUsd: 0.0123456789 },
    createdAt: '2026-11-22T10:30:00.000Z',
    template: sampleTemplate,
    preset: 'plain',
    citationStyle: 'numbered',
    site: {},
    pagesDirectory: join(import.meta.dirname, '..', '..', '..', 'templates', 'pages'),
    ...changes.context,
  };
}
