import { describe, expect, it } from 'vitest';
import { ArticleMaterial } from '../../../../../src/writing/extractive/article-material.ts';
import { groupClaims } from '../../../../../src/writing/extractive/figures/group-claims.ts';
import { readClaims } from '../../../../../src/writing/extractive/figures/read-claims.ts';
import { readMaterial } from '../../../../../src/writing/extractive/material.ts';
import { dossierOf } from '../../../../support/dossier-of.ts';

const filler =
  'The pump stands on a solid base behind the house. Careful siting prevents most complaints from the street.';

function groupsOf(keyword: string, texts: readonly string[], voiceOf = (id: string) => id) {
  const documents = texts.map((text, index) => ({
    title: `Source ${index}`,
    text: `# How long does it last?\n\n${text} ${filler}\n`,
  }));
  const dossier = dossierOf(keyword, documents);
  const material = new ArticleMaterial(readMaterial(dossier, 'en'), { dossier, language: 'en' });
  const { keywordTerms } = material;
  return groupClaims(readClaims(material), { keywordTerms, language: 'en' }, voiceOf).map(
    ({ verdict, claims }) => [verdict, ...claims.map((claim) => claim.quantity.text)],
  );
}

describe('groupClaims', () => {
  it('finds that sources differ on one figure, in whatever words they name it', () => {
    expect(
      groupsOf('heat pump', [
        'A heat pump lasts 15 to 18 years on average.',
        'The service life of a heat pump is about 20 years.',
      ]),
    ).toEqual([['differ', '15 to 18 years', 'about 20 years']]);
  });

  it('finds that sources agree', () => {
    expect(
      groupsOf('compost', [
        'The moisture content of compost should be 50 percent.',
        'Compost needs a moisture content of 50 percent.',
      ]),
    ).toEqual([['agree', '50 percent', '50 percent']]);
  });

  it('compares units of one dimension: three months are no 13 weeks apart', () => {
    expect(
      groupsOf('heat pump', [
        'The moisture test of a heat pump takes 26 weeks.',
        'The moisture test of a heat pump takes 6 months.',
      ]),
    ).toEqual([['agree', '26 weeks', '6 months']]);
  });

  it.each([
    [
      'a range that holds the other figure',
      'A heat pump lasts 15 to 20 years.',
      'A heat pump lasts about 18 years.',
    ],
    [
      'other things of one kind',
      'A borehole lasts 50 years in most soils.',
      'A heat pump lasts about 20 years.',
    ],
    ['another kind of figure', 'A heat pump lasts 15 years.', 'A heat pump costs 9,000 euros.'],
    [
      'contrasting words',
      'Replacing an oil boiler with a heat pump pays for itself in 12 years.',
      'Replacing a gas boiler with a heat pump pays for itself in 7 years.',
    ],
    [
      'another condition',
      'A heat pump reaches a COP of 3.8 at 7 °C in ordinary use.',
      'A heat pump reaches a COP of 1.8 at -15 °C in ordinary use.',
    ],
    [
      'a bound against a figure',
      'A heat pump lasts at least 10 years.',
      'A heat pump lasts 20 years.',
    ],
    [
      'an assumption',
      'With a price of 0.30 euros a heat pump lasts 15 years.',
      'A heat pump lasts 20 years.',
    ],
  ])('says nothing on %s', (_, left, right) => {
    expect(groupsOf('heat pump', [left, right])).toEqual([]);
  });

  it('counts one voice once', () => {
    const texts = ['A heat pump lasts 15 years.', 'A heat pump lasts 20 years.'];
    expect(groupsOf('heat pump', texts, () => 'one author')).toEqual([]);
  });
});
