import { slugify } from '../../core/slug.ts';
import type { Page } from '../page.ts';
import { ARTICLES, type CheckContext, EVERYTHING, type Rule } from '../rule.ts';
import { showText } from '../text/show-text.ts';
import {
  countKeyword,
  keywordCoverage,
  keywordTerms,
  type KeywordTerms,
} from '../text/keyword-terms.ts';

interface Wanted extends KeywordTerms {
  keyword: string;
}

/** The keyword that the rules look for; undefined, and then they are silent, where nobody named one. */
function wantedTerms(page: Page, context: CheckContext): Wanted | undefined {
  const keyword = context.keyword ?? page.keyword;
  if (keyword === undefined) return undefined;
  const terms = keywordTerms(keyword, page.language ?? 'en');
  return terms === undefined ? undefined : { ...terms, keyword };
}

/** All words of a short keyword have to be there, three quarters of a long one. */
function standsIn(terms: KeywordTerms, text: string): boolean {
  return keywordCoverage(terms, text) >= (terms.keys.length <= 4 ? 1 : 0.75);
}

export const keywordTitle: Rule = {
  id: 'keyword-title',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants: 'The words of the keyword in the title, in any order and form.',
  remedy: 'Begin the title with the keyword where that reads well.',
  check: (page, context) => {
    const terms = wantedTerms(page, context);
    if (terms === undefined || page.title === undefined || standsIn(terms, page.title.text))
      return [];
    const message = `The keyword ${showText(terms.keyword)} is not in the title.`;
    return [{ message, line: page.title.line }];
  },
};

export const keywordIntroduction: Rule = {
  id: 'keyword-introduction',
  severity: 'warning',
  appliesTo: EVERYTHING,
  wants: 'The words of the keyword in the first paragraph.',
  remedy:
    'Say in the first paragraph what the page is about, in the words that readers search for.',
  check: (page, context) => {
    const terms = wantedTerms(page, context);
    const opening = page.blocks.find(({ kind }) => kind === 'paragraph') ?? page.blocks[0];
    if (terms === undefined || opening === undefined || standsIn(terms, opening.text)) return [];
    const message = `The keyword ${showText(terms.keyword)} is not in the first paragraph.`;
    return [{ message, line: opening.line }];
  },
};

export const keywordHeading: Rule = {
  id: 'keyword-heading',
  severity: 'note',
  appliesTo: ARTICLES,
  wants: 'Two thirds of the words of the keyword, or more, in one heading below the main one.',
  remedy: 'Put one heading in the words that readers search for.',
  check: (page, context) => {
    const terms = wantedTerms(page, context);
    const headings = page.headings.filter(({ level }) => level > 1);
    if (terms === undefined || headings.length === 0) return [];
    if (headings.some(({ text }) => keywordCoverage(terms, text) >= 0.66)) return [];
    const message = `The keyword ${showText(terms.keyword)} is in no heading.`;
    return [{ message, line: headings[0]?.line }];
  },
};

export const keywordSlug: Rule = {
  id: 'keyword-slug',
  severity: 'note',
  appliesTo: ARTICLES,
  wants: 'The words of the keyword in the slug, which is the end of the address.',
  remedy: 'Choose another slug before the page is published, and never after.',
  check: (page, context) => {
    const terms = wantedTerms(page, context);
    const slug = page.slug ?? context.slug;
    if (terms === undefined || slug === undefined) return [];
    const words = slug.replaceAll('-', ' ');
    // A slug is cut at 80 bytes, so that the end of a long keyword may be missing.
    const share = terms.keys.length <= 4 ? 1 : 0.6;
    if (keywordCoverage(terms, words) >= share) return [];
    const spelled = keywordTerms(slugify(terms.keyword).replaceAll('-', ' '), terms.language);
    if (spelled !== undefined && keywordCoverage(spelled, words) >= share) return [];
    return [
      { message: `The keyword ${showText(terms.keyword)} is not in the slug ${showText(slug)}.` },
    ];
  },
};

/**
 * Bounds of how often a keyword stands in a text, in places for each 100 words, by its number of words: the more words
 * a keyword has, the more of the text one place takes up, and the fewer a reader bears.
 */
const DENSITY = [
  { minimum: 0.3, maximum: 3 },
  { minimum: 0.25, maximum: 3 },
  { minimum: 0.15, maximum: 2 },
  { minimum: 0.1, maximum: 1.5 },
] as const;

/** As few places are no stuffing in the shortest text. */
const ALWAYS_ALLOWED = 3;

interface Density {
  places: number;
  words: number;
  fewest: number;
  most: number;
  keyword: string;
}

function densityOf(page: Page, context: CheckContext): Density | undefined {
  const terms = wantedTerms(page, context);
  if (terms === undefined || page.words === 0) return undefined;
  const texts = [
    ...page.headings.filter(({ level }) => level > 1).map(({ text }) => text),
    ...page.blocks.map(({ text }) => text),
  ];
  const { minimum, maximum } =
    DENSITY[Math.min(terms.keys.length, DENSITY.length) - 1] ?? DENSITY[3];
  return {
    keyword: terms.keyword,
    places: countKeyword(terms, texts),
    words: page.words,
    fewest: Math.max(1, Math.floor((page.words * minimum) / 100)),
    most: Math.max(ALWAYS_ALLOWED, Math.ceil((page.words * maximum) / 100)),
  };
}

export const keywordRare: Rule = {
  id: 'keyword-rare',
  severity: 'note',
  appliesTo: EVERYTHING,
  wants:
    'The keyword, in any form, at least once, and 0.3 times in 100 words; 0.25 for a keyword of two words, 0.15 of three, 0.1 of more.',
  remedy: 'Name the thing where a pronoun or another word stands for it.',
  check: (page, context) => {
    const density = densityOf(page, context);
    if (density === undefined || density.places >= density.fewest) return [];
    const { keyword, places, words, fewest } = density;
    return [
      {
        message: `The keyword ${showText(keyword)} stands ${places} times in ${words} words; ${fewest} or more would make the topic clear.`,
      },
    ];
  },
};

export const keywordStuffing: Rule = {
  id: 'keyword-stuffing',
  severity: 'warning',
  appliesTo: EVERYTHING,
  wants:
    'The keyword, in any form, at most 3 times in 100 words; 2 for a keyword of three words, 1.5 of more. Three times are always allowed.',
  remedy: 'Use other words for it, or a pronoun, where a reader knows what is meant.',
  check: (page, context) => {
    const density = densityOf(page, context);
    if (density === undefined || density.places <= density.most) return [];
    const { keyword, places, words, most } = density;
    return [
      {
        message: `The keyword ${showText(keyword)} stands ${places} times in ${words} words; more than ${most} reads as stuffing.`,
      },
    ];
  },
};
