import { describe, expect, it } from 'vitest';
import type { PageType } from '../../../src/core/article-template.ts';
import type { Article, Paragraph } from '../../../src/core/article.ts';
import { CitedSources } from '../../../src/output/cited-sources.ts';
import type { RenderContext } from '../../../src/output/render-context.ts';
import { structuredData } from '../../../src/output/structured-data.ts';
import { paragraph, sampleArticle, sampleContext, sampleTemplate } from './sample.ts';

type Node = Record<string, unknown> & { '@type': string };

function graph(article: Article, context: Partial<RenderContext> = {}): Node[] {
  const whole = sampleContext({ context });
  const json = structuredData(
    article,
    new CitedSources(article, whole.dossier, 'numbered').list,
    whole,
  );
  return JSON.parse(json)['@graph'];
}
const typed = (schema: PageType) => ({ template: { ...sampleTemplate, schema } });
const types = (nodes: Node[]) => nodes.map((node) => node['@type']);
const doubtful = (text: string): Paragraph => ({
  kind: 'text',
  content: [{ text, citations: [], doubt: 'unsupported' }],
});
const steps = [
  { heading: 'Step 1: Boil the water', paragraphs: [paragraph('Use a kettle.')] },
  { heading: '2. Pour it', paragraphs: [paragraph('Slowly.'), paragraph('All of it.')] },
  { heading: 'Step 3: Hope', paragraphs: [paragraph('Wait.'), doubtful('It brews itself.')] },
  { heading: 'What may go wrong', paragraphs: [paragraph('Much.')] },
];

describe('structuredData', () => {
  it('tells of the article, its sources and its questions', () => {
    const [article, faq] = graph(sampleArticle());
    expect(article).toEqual({
      '@type': 'Article',
      headline: 'All About Tea',
      description: 'What tea is, in short.',
      inLanguage: 'en',
      datePublished: '2026-11-22T10:30:00.000Z',
      dateModified: '2026-11-22T10:30:00.000Z',
      citation: [
        { '@type': 'CreativeWork', name: 'Notes on tea' },
        { '@type': 'CreativeWork', name: 'Tea guide', url: 'https://example.com/tea' },
      ],
    });
    expect(faq).toEqual({
      '@type': 'FAQPage',
      mainEntity: [
        {
          '@type': 'Question',
          name: 'Is tea healthy?',
          acceptedAnswer: { '@type': 'Answer', text: 'In moderation.' },
        },
      ],
    });
  });

  it('leaves out a question whose answer is in doubt, or missing', () => {
    const faq = [
      { question: 'Sure?', answer: [paragraph('Yes.'), doubtful('Very.')] },
      { question: 'Empty?', answer: [paragraph(' ')] },
    ];
    expect(types(graph(sampleArticle({ faq })))).toEqual(['Article']);
  });

  it('makes steps of numbered sections without doubt', () => {
    const nodes = graph(sampleArticle({ sections: steps, faq: [] }), typed('HowTo'));
    expect(nodes[1]).toEqual({
      '@type': 'HowTo',
      name: 'All About Tea',
      step: [
        { '@type': 'HowToStep', name: 'Step 1: Boil the water', text: 'Use a kettle.' },
        { '@type': 'HowToStep', name: '2. Pour it', text: 'Slowly. All of it.' },
      ],
    });
    expect(types(graph(sampleArticle({ sections: steps })))).not.toContain('HowTo');
    expect(types(graph(sampleArticle(), typed('HowTo')))).not.toContain('HowTo');
  });

  it('takes sections that ask as questions of a page of questions', () => {
    const sections = [
      { heading: 'How hot?', paragraphs: [paragraph('80 °C.')] },
      { heading: 'History', paragraphs: [paragraph('Long.')] },
    ];
    const [, page] = graph(sampleArticle({ sections }), typed('FAQPage'));
    expect(page?.['mainEntity']).toMatchObject([{ name: 'How hot?' }, { name: 'Is tea healthy?' }]);
  });

  it('tells where the page stands, where that is known', () => {
    const site = { url: 'https://example.com/blog', name: 'Tea & Co' };
    const nodes = graph(sampleArticle({ faq: [] }), { ...typed('BlogPosting'), site });
    expect(types(nodes)).toEqual(['BlogPosting', 'BreadcrumbList']);
    expect(nodes[0]).toMatchObject({
      mainEntityOfPage: 'https://example.com/blog/tea.html',
      publisher: { '@type': 'Organization', name: 'Tea & Co' },
    });
    expect(nodes[1]?.['itemListElement']).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Tea & Co', item: 'https://example.com/blog/' },
      { '@type': 'ListItem', position: 2, name: 'All About Tea' },
    ]);
  });

  it('cannot end or open anything in the page around it', () => {
    const evil = '</script><!--<script>]]>&\u2028"\\';
    const context = sampleContext();
    const article = sampleArticle({ title: evil, description: evil });
    const json = structuredData(article, [], context);
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)['@graph'][0].headline).toBe('</script><!--<script>]]>& "\\');
  });
});
