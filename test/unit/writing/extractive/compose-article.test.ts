import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleTemplate } from '../../../../src/core/article-template.ts';
import { citedTexts, type Article } from '../../../../src/core/article.ts';
import type { Dossier } from '../../../../src/core/dossier.ts';
import { AppError } from '../../../../src/core/errors.ts';
import { composeArticle } from '../../../../src/writing/extractive/compose-article.ts';
import { dossierOf } from '../../../support/dossier-of.ts';
import { citationFaults } from '../../../support/verify-citations.ts';

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

function compose(
  dossier: Dossier,
  changes: Partial<ArticleTemplate> = {},
  language = 'en',
): Article {
  const item = { keyword: dossier.keyword, priority: 0, extra: {}, index: 0, slug: 'test' };
  return composeArticle({ item, dossier, template: { ...template, ...changes }, language });
}

/** Too little material is the one thing that may stop the writer; anything else is a fault. */
function attempt(work: () => Article): Article | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'NO_SOURCES') return undefined;
    throw error;
  }
}

const noise = {
  title: 'Pumps',
  text: `# How loud is a heat pump?

The fan of a heat pump produces a sound power of 50 to 65 decibels. Careful siting prevents most complaints about noise. Low humming disturbs people more than the decibel value suggests.

# How long does a heat pump last?

A heat pump lasts 15 to 18 years on average. Salty air and neglected filters shorten the lifetime. A service every two years is sufficient for most units.
`,
};
const lifetime = {
  title: 'More pumps',
  text: `# Lifetime of heat pumps

A heat pump lasts about 20 years when it is well installed. Gentle operation protects the compressor because frequent starts wear it out.

# Noise

The fan of a heat pump produces a sound power of 50 to 65 decibels. Rubber feet keep vibration out of the building, and flexible hoses help as well. My neighbour measured 38 decibels of noise at 5 metres from the fan of my heat pump on a cold night.
`,
};

describe('composeArticle', () => {
  it('takes every sentence word for word from a source and cites it', () => {
    const dossier = dossierOf('heat pumps', [noise, lifetime]);
    const article = compose(dossier);
    expect(citedTexts(article).length).toBeGreaterThan(4);
    expect(citationFaults(article, dossier)).toEqual([]);
    expect(article.title).toBe('Heat Pumps: Facts and Figures from the Sources');
  });

  it('says nothing twice, and cites both sources of what both say', () => {
    const texts = citedTexts(compose(dossierOf('heat pumps', [noise, lifetime])));
    const shared = texts.filter(({ text }) => text.startsWith('The fan of a heat pump'));
    expect(shared).toHaveLength(1);
    expect(shared[0]?.citations.map((citation) => citation.sourceId)).toEqual(['s1', 's2']);
  });

  it('never cites a source for figures that it does not give', () => {
    const texts = citedTexts(compose(dossierOf('heat pumps', [noise, lifetime])));
    const years = texts.find(({ text }) => text.startsWith('A heat pump lasts 15'));
    expect(years?.citations).toHaveLength(1);
  });

  it('sets words in the first person off as a quotation', () => {
    const article = compose(dossierOf('heat pumps', [noise, lifetime]));
    const kinds = article.sections
      .flatMap((section) => section.paragraphs)
      .filter(({ content }) => content.some(({ text }) => text.startsWith('My neighbour')))
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['quote']);
  });

  it('numbers the sections of a list', () => {
    const article = compose(dossierOf('heat pumps', [noise, lifetime]), { headings: 'item' });
    expect(article.sections.map((section) => section.heading.slice(0, 3))).toEqual(
      article.sections.map((_, index) => `${index + 1}. `),
    );
  });

  it('makes steps of numbered instructions', () => {
    const steps = {
      title: 'Compost',
      text: `# How to build a compost heap

A compost heap needs air, water and the right mix. Build it in these steps:

1. Loosen the soil and lay a bed of coarse twigs for drainage.
2. Chop everything to small pieces, since microbes like surface.
3. Add all browns and greens in thin layers.
4. Cover the heap with cardboard to keep off rain.

# What a compost heap costs

A bin of pallets costs less than 20 dollars. Plastic bins cost 40 to 100 dollars and keep the moisture in.
`,
    };
    const article = compose(dossierOf('how to compost', [steps]), { headings: 'step' });
    expect(article.sections.slice(0, 4).map((section) => section.heading)).toEqual([
      'Step 1: Loosen the Soil',
      'Step 2: Chop Everything to Small Pieces',
      'Step 3: Add All Browns and Greens in Thin Layers',
      'Step 4: Cover the Heap with Cardboard',
    ]);
  });

  it('promises no steps in the title when the sources have none', () => {
    const article = compose(dossierOf('heat pumps', [noise, lifetime]), {
      headings: 'step',
      title: '{{ keyword }}: Step by Step',
    });
    expect(article.title).toBe('Heat Pumps: Facts and Figures from the Sources');
  });

  it('takes the title of the row as it is', () => {
    const dossier = dossierOf('heat pumps', [noise]);
    const item = {
      keyword: 'heat pumps',
      title: 'my Own title',
      priority: 0,
      extra: {},
      index: 0,
      slug: 'x',
    };
    expect(composeArticle({ item, dossier, template, language: 'en' }).title).toBe('my Own title');
  });

  it('refuses material of fewer than three sentences, with a remedy', () => {
    const dossier = dossierOf('heat pumps', [
      {
        title: 'Nav',
        text: 'Home\n\nLog in\n\nSubscribe to our newsletter today.\n\nA heat pump moves heat around.',
      },
    ]);
    expect(() => compose(dossier)).toThrow(
      expect.objectContaining({
        code: 'NO_SOURCES',
        suggestions: expect.arrayContaining([expect.stringContaining('--library')]),
      }),
    );
  });

  it('writes in other languages with headings of the sources', () => {
    const text = `# Wie laut ist eine Wärmepumpe?

Der Ventilator einer Wärmepumpe erzeugt 50 bis 65 Dezibel. Ein guter Standort verhindert die meisten Beschwerden über den Lärm der Wärmepumpe. Das Brummen stört viele Menschen mehr als der gemessene Wert.

# Wie lange hält eine Wärmepumpe?

Eine Wärmepumpe hält im Durchschnitt 15 bis 18 Jahre. Salzige Luft und verschmutzte Filter verkürzen die Lebensdauer deutlich. Eine Wartung alle zwei Jahre genügt für die meisten Geräte vollkommen.
`;
    const dossier = dossierOf('Wärmepumpe', [{ title: 'Wärme', text }]);
    const article = compose(dossier, {}, 'de');
    expect(citationFaults(article, dossier)).toEqual([]);
    expect(article.language).toBe('de');
    for (const { heading } of article.sections) expect(text + 'Wärmepumpe').toContain(heading);
  });

  it('keeps its word for any dossier: cited sentences only, no heading twice, the same every time', () => {
    const words = fc.constantFrom(
      ...'heat pump noise cost battery the of a needs 15 years because it and 3.5 house winter'.split(
        ' ',
      ),
    );
    const sentence = fc
      .tuple(
        fc.constantFrom('A', 'It', 'Most', 'We', 'Heat', '7'),
        fc.array(words, { minLength: 3, maxLength: 14 }),
        fc.constantFrom('.', '.', '.', '?', ':', ''),
      )
      .map(([first, rest, end]) => `${[first, ...rest].join(' ')}${end}`);
    const block = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(' ')),
      },
      {
        weight: 2,
        arbitrary: fc
          .array(words, { minLength: 1, maxLength: 6 })
          .map((all) => `# ${all.join(' ')}`),
      },
      {
        weight: 1,
        arbitrary: fc
          .array(sentence, { minLength: 1, maxLength: 5 })
          .map((all) => all.map((each) => `- ${each}`).join('\n')),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    );
    const document = fc
      .array(block, { minLength: 1, maxLength: 14 })
      .map((blocks) => ({ title: 'Doc', text: blocks.join('\n\n') }));
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('heat pump', 'how to heat', 'noise', '', 'ヒートポンプ'),
        fc.constantFrom<ArticleTemplate['headings']>('question', 'topic', 'item', 'step'),
        (documents, keyword, headings) => {
          const dossier = dossierOf(keyword, documents, ['How much does heat pump cost?']);
          const article = attempt(() => compose(dossier, { headings }));
          if (article === undefined) return;
          expect(citationFaults(article, dossier)).toEqual([]);
          const texts = citedTexts(article).map(({ text }) => text);
          expect(texts.length).toBeGreaterThan(0);
          const headingsFound = article.sections.map((section) => section.heading);
          expect(new Set(headingsFound).size).toBe(headingsFound.length);
          expect(article.description.length).toBeLessThanOrEqual(160);
          expect(compose(dossier, { headings })).toEqual(article);
        },
      ),
      { numRuns: 150 },
    );
  });
});
