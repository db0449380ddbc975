import { stemWord } from '../../../core/text/stem-word.ts';

/** Words that ask for the same figure, by what is measured; English stems, and whole words of other languages. */
const MEANINGS: readonly (readonly [meaning: string, words: string])[] = [
  [
    '=lifetime',
    'last lifetim lifespan lifetime life durabl hält halten lebensdauer haltbarkeit dure durée vie duran dura vida',
  ],
  [
    '=payback',
    'payback repay amortis amortiz recov amortisiert amortisation rentabilise amortización amortiza',
  ],
  [
    '=cost',
    'cost price pric charge kostet kosten preis coûte coûtent coût prix cuesta cuestan coste costo precio',
  ],
  [
    '=sound',
    'nois noisi sound loud quiet decibel dezibel laut geräusch lärm bruit sonore ruido sonora',
  ],
  ['=moist', 'moistur moist water wet damp feuchte feuchtigkeit humidité humedad'],
  [
    '=store',
    'storag stor store lagern lagerung lagerbar stockage stocker almacenamiento almacenar',
  ],
  ['=weight', 'weigh weight gewicht wiegt poids pèse peso pesa'],
  ['=train', 'train train session course'],
  ['=product', 'product productiv productivity'],
  ['=shrink', 'shrink shrunk fall drop'],
];

const MEANING_OF: ReadonlyMap<string, string> = new Map(
  MEANINGS.flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)),
);

/** Phrases of which no word alone tells the meaning. */
const PHRASES: readonly (readonly [phrase: RegExp, meaning: string])[] = [
  [/\bservice li(?:fe|ves)\b/giu, 'lifetime'],
  [/\bpa(?:y|ys|id) (?:for itself|off)\b/giu, 'payback'],
  [/\b(?:noise|sound) level\b/giu, 'sound'],
];

/** The text with phrases put as the one word that means the same. */
export function plainPhrases(text: string): string {
  return PHRASES.reduce((result, [phrase, meaning]) => result.replace(phrase, meaning), text);
}

/** What a stem means for a comparison: one name for words that ask for the same figure, else the stem. */
export function meaningOf(stem: string): string {
  return MEANING_OF.get(stem) ?? stem;
}

/** Of each group, at most one fits a thing: two statements with two of them speak of different things. */
const CONTRASTS: readonly (readonly string[])[] = (
  [
    ['hot', 'cold', 'warm'],
    ['air', 'ground', 'borehole', 'groundwater'],
    ['oil', 'gas', 'electric', 'wood', 'coal'],
    ['new', 'old', 'used', 'second', 'rebuilt'],
    ['summer', 'winter', 'spring', 'autumn', 'frost'],
    ['small', 'large', 'big'],
    ['minimum', 'maximum'],
    ['worm', 'bokashi', 'tumbler'],
    ['compatible', 'original'],
    ['open', 'closed', 'insulated'],
    ['indoor', 'outdoor'],
    ['daily', 'weekly', 'monthly', 'annual'],
    ['manager', 'buddy', 'hr'],
    ['fast', 'slow'],
    ['with', 'without'],
    ['renovated', 'unimproved', 'average'],
    ['entry', 'branded'],
    ['city', 'rural'],
    ['heiß', 'kalt'],
    ['luft', 'erde', 'wasser'],
    ['öl', 'gas', 'strom', 'holz'],
    ['neu', 'alt', 'gebraucht'],
    ['sommer', 'winter'],
    ['chaud', 'froid'],
    ['été', 'hiver'],
    ['neuf', 'ancien', 'occasion'],
    ['caliente', 'frío'],
    ['verano', 'invierno'],
    ['nuevo', 'viejo', 'usado'],
  ] as const
).map((group) => group.map((word) => stemWord(word)));

/** True when the words of two statements name things of which a statement is about one or the other. */
export function contradictEachOther(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): boolean {
  return CONTRASTS.some((group) => {
    const mine = group.filter((word) => left.has(word));
    const theirs = group.filter((word) => right.has(word));
    return mine.length > 0 && theirs.length > 0 && !mine.some((word) => theirs.includes(word));
  });
}
