import { describe, expect, it } from 'vitest';
import type { ArticleTemplate } from '../../../../src/core/article-template.ts';
import { citedTexts } from '../../../../src/core/article.ts';
import type { Dossier } from '../../../../src/core/dossier.ts';
import { composeArticle } from '../../../../src/writing/extractive/compose-article.ts';
import { dossierOf } from '../../../support/dossier-of.ts';

const template: ArticleTemplate = {
  name: 'test',
  description: 'Test',
  title: '{{ keyword }}: A Guide',
  sections: { minimum: 2, maximum: 5 },
  words: { minimum: 200, maximum: 600 },
  questions: [],
  headings: 'question',
  faq: 2,
  schema: 'Article',
  instructions: 'Write.',
};

const YES = 'Citrus peel belongs in the compost because the heap digests it within a few weeks.';
const NO =
  'Oranges and lemons never go on the compost with their rind, whose oils repel the worms.';
const one = {
  title: 'A garden book',
  text: `# What belongs in the compost?

Kitchen scraps, leaves and coffee grounds belong in the compost. ${YES} Thin layers rot faster than thick ones.

# How long does compost take?

Compost takes six to twelve months in a cold heap. A hot heap is ready much sooner because its microbes work faster.
`,
};
const other = {
  title: 'A leaflet',
  text: `# What stays out of the compost?

Meat and bones attract rats to the compost. ${NO} Mould spreads where the lid stays closed for a long time.

# How is the compost turned?

Turning the compost every two weeks brings air into the heap. A fork with four tines does the work better than a spade.
`,
};

function textsOf(dossier: Dossier): string[] {
  const item = { keyword: dossier.keyword, priority: 0, extra: {}, index: 0, slug: 'test' };
  const article = composeArticle({ item, dossier, template, language: 'en' });
  return citedTexts(article).map(({ text }) => text);
}

describe('the extractive writer, where sources contradict each other', () => {
  const dossier = dossierOf('compost', [one, other]);
  const sides = (texts: readonly string[]) => [YES, NO].filter((text) => texts.includes(text));

  it('would state both sides as facts if nobody told it', () => {
    expect(sides(textsOf(dossier))).toHaveLength(2);
  });

  it('states one of them alone', () => {
    const contradictions: Dossier['contradictions'] = [
      {
        about: 'citrus peel compost',
        kind: 'negation',
        passages: [
          { sourceId: 's1', passageId: 's1p1', text: YES, says: YES },
          { sourceId: 's2', passageId: 's2p1', text: NO, says: NO },
        ],
      },
    ];
    expect(sides(textsOf({ ...dossier, contradictions }))).toHaveLength(1);
  });
});
