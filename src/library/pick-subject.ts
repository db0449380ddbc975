import type { QueryTerm } from './query-terms.ts';

/** Where the library has a term. */
export interface TermPlaces {
  /** Document of each passage whose heading or body has the term. */
  passages: ReadonlyMap<number, number>;
  /** Documents whose title has it. */
  titles: ReadonlySet<number>;
  /** Documents with a heading that has it. */
  headings: ReadonlySet<number>;
}

/** The size of a library: how many passages each of its documents has. */
export type PassageCounts = ReadonlyMap<number, number>;

/** What a query is about. */
export interface Subject {
  /** Documents that are about it. */
  documents: ReadonlySet<number>;
  /** How much each term counts, in their order: little for one that no document is about. */
  weights: readonly number[];
}

/** A term that stands in at least this share of a document's passages is central to it, in half of them its theme. */
const CENTRAL_SHARE = 0.25;
const THEME_SHARE = 0.5;

/** A word of more than this share of a library belongs to no topic, unless it is frequent; few documents do not tell. */
const WIDE_SHARE = 0.5;
const WIDE_CENTRAL_SHARE = 0.4;
const NARROW_SHARE = 1 / 3;
const FEWEST_TELLING = 8;

/** What a term counts that goes with a subject and is none itself: `life`, `winter`. */
const ASPECT_WEIGHT = 0.4;

/**
 * Tells what a query is about, and which documents are about that. A document is about a term that its title or a
 * heading names, or that a good part of its passages have. Where terms are the theme of documents, the others count as
 * their aspects. Undefined when the library has only such aspects, as for `pizza in winter`.
 */
export function pickSubject(
  terms: readonly (QueryTerm & TermPlaces)[],
  counts: PassageCounts,
): Subject | undefined {
  const judged = terms.map((term) => judgeTerm(term, counts));
  const foreign = judged.filter(({ isForeign }) => isForeign);
  const isOfElse = foreign.some((term) => !judged.some((other) => holds(other, term)));
  if (isOfElse && !judged.some(({ isTopic }) => isTopic)) return undefined;
  const themes = judged.filter(({ hasTheme }) => hasTheme);
  const subjects = themes.length > 0 ? themes : judged;
  const documents = new Set(subjects.flatMap(({ centralTo }) => [...centralTo]));
  if (documents.size === 0) return undefined;
  const weights = judged.map(({ term, centralTo }) => {
    if (!occurs(term)) return 0;
    return centralTo.size === 0 ? term.weight * ASPECT_WEIGHT : term.weight;
  });
  return { documents, weights };
}

interface JudgedTerm {
  term: QueryTerm & TermPlaces;
  /** Documents that are about it. */
  centralTo: ReadonlySet<number>;
  /** Whether it is the theme of any. */
  hasTheme: boolean;
  /** Whether it names a topic of the library by itself, whatever stands beside it. */
  isTopic: boolean;
  /** Whether it stands in many documents of different kinds. */
  isWide: boolean;
  /** Whether the library does not know it, or in passing only. */
  isForeign: boolean;
}

function judgeTerm(term: QueryTerm & TermPlaces, counts: PassageCounts): JudgedTerm {
  const documents = [...passagesByDocument(term)].map(([document, passages]) => ({
    document,
    share: passages / (counts.get(document) ?? passages),
    isNamed: term.titles.has(document) || term.headings.has(document),
    isTheme: false,
  }));
  for (const each of documents) {
    each.isTheme = term.titles.has(each.document) && each.share >= THEME_SHARE;
  }
  const tells = counts.size >= FEWEST_TELLING;
  const themes = documents.filter(({ isTheme }) => isTheme).length;
  const isWide =
    tells && documents.length > counts.size * WIDE_SHARE && themes < documents.length / 2;
  const isNarrow = tells && documents.length <= counts.size * NARROW_SHARE;
  const central = documents.filter(({ share, isNamed }) =>
    isWide
      ? share >= THEME_SHARE || (isNamed && share > WIDE_CENTRAL_SHARE)
      : isNamed || share >= CENTRAL_SHARE,
  );
  const hasTheme = term.isSpecific && themes > 0 && !isWide;
  return {
    term,
    centralTo: new Set(term.isSpecific ? central.map(({ document }) => document) : []),
    hasTheme,
    isTopic:
      hasTheme ||
      (term.isSpecific &&
        !term.isPhrase &&
        isNarrow &&
        documents.some(({ share }) => share >= CENTRAL_SHARE) &&
        term.headings.size > 0 &&
        term.headings.size * 2 >= documents.length),
    isWide,
    isForeign: term.isSpecific && !term.isPhrase && !isWide && central.length === 0,
  };
}

/** Whether passages on a term have the foreign one too, so that both are about one thing. */
function holds(subject: JudgedTerm, foreign: JudgedTerm): boolean {
  if (subject.isWide) return false;
  return [...foreign.term.passages].some(
    ([passage, document]) => subject.centralTo.has(document) && subject.term.passages.has(passage),
  );
}

function passagesByDocument({ passages, titles }: TermPlaces): Map<number, number> {
  const counted = new Map([...titles].map((document) => [document, 0]));
  for (const document of passages.values()) {
    counted.set(document, (counted.get(document) ?? 0) + 1);
  }
  return counted;
}

function occurs({ passages, titles }: TermPlaces): boolean {
  return passages.size > 0 || titles.size > 0;
}
