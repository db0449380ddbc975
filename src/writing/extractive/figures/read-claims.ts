import type { ArticleMaterial } from '../article-material.ts';
import { isProse } from '../is-prose.ts';
import type { MaterialParagraph, MaterialSentence } from '../material.ts';
import { readTerms } from '../terms.ts';
import { readQuantities, type Quantity } from './read-quantities.ts';
import { meaningOf, plainPhrases } from './same-meaning.ts';

/** One figure that a source states, with what it is said of. */
export interface Claim {
  sentence: MaterialSentence;
  paragraph: MaterialParagraph;
  quantity: Quantity;
  /** Where the clause that holds the figure stands in the sentence. */
  clause: { start: number; end: number };
  /** Stems of the clause before and behind the figure, put by meaning. */
  before: ReadonlySet<string>;
  behind: ReadonlySet<string>;
  /** Stems of the heading above. */
  heading: ReadonlySet<string>;
  /** Other figures of the clause: the conditions that the figure holds under. */
  conditions: readonly Quantity[];
}

const CLAUSE =
  /[;:]\s|,\s(?=(?:and|but|while|whereas|although|though|yet|so|which|because|since|und|aber|während|wobei|obwohl|da|weil|et|mais|tandis que|alors que|car|y|pero|mientras que|porque)\s)/giu;

/** Words behind a figure that may still say what it is a figure of. */
const WORDS_BEHIND = 9;
/** More other figures than this make a worked example, whose results hold for its assumptions only. */
const MOST_CONDITIONS = 2;
const ASSUMES =
  /^(?:with|at|take|given|assuming|suppose|if|when|in this|for example|mit|bei|angenommen|wenn|avec|pour|si|con|para)\b|\bassuming\b|\b(?:report|claim)s?\b/iu;

/** What one author owns or did himself; what a workshop plans or recommends is meant for others. */
const OWN =
  /(?<![\p{L}\p{N}])(?:I|my|mine|me|ich|mein\p{L}*|mir|je|mon|ma|mes|yo|mi|mis)(?![\p{L}\p{N}])/iu;

/** The figures that the sources state in sentences of general validity: one of its kind in its clause. */
export function readClaims(material: ArticleMaterial): Claim[] {
  return material.material.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => claimsOf(material, paragraph, sentence)),
  );
}

function claimsOf(
  material: ArticleMaterial,
  paragraph: MaterialParagraph,
  sentence: MaterialSentence,
): Claim[] {
  if (sentence.traits.unfit || !isProse(sentence.text) || !sentence.general) return [];
  const quantities = readQuantities(sentence.text);
  if (quantities.length === 0) return [];
  const heading = termsOf(material.segment(paragraph)?.heading ?? '', material.language);
  return clausesOf(sentence.text).flatMap((clause) => {
    const text = sentence.text.slice(clause.start, clause.end);
    if (ASSUMES.test(text) || OWN.test(text)) return [];
    const inside = quantities.filter(
      (each) => each.start >= clause.start && each.end <= clause.end,
    );
    return inside.flatMap((quantity): Claim[] => {
      if (quantity.compound) return [];
      const conditions = inside.filter((each) => each !== quantity);
      const plain = conditions.filter((each) => !each.compound);
      if (plain.length > MOST_CONDITIONS || plain.some((each) => isSameKind(each, quantity)))
        return [];
      const before = wordsOnly(sentence.text, clause.start, quantity.start, quantities);
      const behind = wordsOnly(sentence.text, quantity.end, clause.end, quantities);
      return [
        {
          sentence,
          paragraph,
          quantity,
          clause,
          before: termsOf(before, material.language),
          behind: termsOf(behind.split(' ', WORDS_BEHIND).join(' '), material.language),
          heading,
          conditions,
        },
      ];
    });
  });
}

/** True for figures that can be compared: one dimension, counted by the same. */
export function isSameKind(left: Quantity, right: Quantity): boolean {
  return left.dimension === right.dimension && left.per === right.per;
}

/** A part of a sentence without its figures and their units. */
function wordsOnly(
  text: string,
  start: number,
  end: number,
  quantities: readonly Quantity[],
): string {
  let result = '';
  let from = start;
  for (const each of quantities) {
    if (each.start < from || each.end > end) continue;
    result += `${text.slice(from, each.start)} `;
    from = each.end;
  }
  return (result + text.slice(from, end)).trim();
}

function termsOf(text: string, language: string): ReadonlySet<string> {
  return new Set(readTerms(plainPhrases(text), language).map(meaningOf));
}

function clausesOf(text: string): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let start = 0;
  for (const border of text.matchAll(CLAUSE)) {
    clauses.push({ start, end: border.index });
    start = border.index + border[0].length;
  }
  clauses.push({ start, end: text.length });
  return clauses;
}
