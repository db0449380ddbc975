import type { CitedText, Paragraph } from '../../../core/article.ts';
import { citePart } from '../cite-part.ts';
import type { ArticleMaterial } from '../article-material.ts';
import { readTerms } from '../terms.ts';
import { figurePhrases } from './figure-phrases.ts';
import type { ClaimGroup } from './group-claims.ts';
import type { Claim } from './read-claims.ts';
import { readQuantities } from './read-quantities.ts';

const FEWEST_ROWS = 4;
const MOST_ROWS = 8;
const LABEL = { minimum: 12, maximum: 72 };
const LONGEST_FIGURE = 64;
/** Words that lead from what is measured to the figure, by language; they end no label. */
const LINKS: Readonly<Record<string, RegExp>> = {
  en: /\s(?:is|are|be|was|were|has|have|an?|the|of|at|to|from|for|in|by|with|on|only|usually|typically|often|generally|about|around|roughly|perhaps|every|normally|lies|lie|ranges?|amounts?|adds? up|comes?|equals?|reaches|should|can|may|will|measures?|commonly|between|its|than|and)$/iu,
  de: /\s(?:ist|sind|beträgt|betragen|liegt|liegen|bei|von|zu|mit|auf|etwa|rund|meist|in der Regel|im Durchschnitt|durchschnittlich|eine?n?|der|die|das|den|im|in|zwischen)$/iu,
  fr: /\s(?:est|sont|de|du|des|à|en|entre|environ|un|une|le|la|généralement|en moyenne|se situe|atteint)$/iu,
  es: /\s(?:es|son|de|del|a|en|entre|unos|unas|un|una|el|la|normalmente|por lo general|suele|alcanza)$/iu,
};
const NESTED =
  /\s(?:that|which|who|when|if|because|whereas|while|dass|wenn|weil|die|qui|que|si|cuando)\s/iu;
/** A tail may be cut where a new thought begins. */
const CUT =
  /,|\s(?:and|und|et|y|because|when|if|as long|provided|before|so that|which|whereas|while|although|weil|wenn|sobald|car|lorsque|si|porque|cuando)\s/iu;

/** Such a sentence does not state the figure, it says something of it. */
const SPEAKS_OF =
  /^\s(?:(?:often|usually|also|alone|only)\s)?(?:is|are|was|were|can|may|will|should|has|have|makes?|allows?|means?|amounts?|corresponds?|ist|sind|kann|können|est|sont|peut|es|son|puede)\b|\s(?:is|are|ist|sind|est|sont)\s/iu;

interface Row {
  claim: Claim;
  label: { start: number; end: number };
  figure: { start: number; end: number };
}

/**
 * A table of the figures that the sources state about the keyword, in their own words: what is measured, the figure,
 * the source. Figures on which several sources speak stand together. Empty with fewer than four rows.
 */
export function writeFiguresTable(
  material: ArticleMaterial,
  claims: readonly Claim[],
  groups: readonly ClaimGroup[],
  options: { titleOf: (sourceId: string) => string; isTreated: (claim: Claim) => boolean },
): Paragraph[] {
  const grouped = groups.flatMap((group) => [...group.claims]);
  const others = claims
    .filter((claim) => !grouped.includes(claim) && options.isTreated(claim))
    .map((claim) => ({ claim, value: worth(material, claim) }))
    .filter(({ value }) => value > 0)
    .toSorted((left, right) => right.value - left.value)
    .map(({ claim }) => claim);
  const rows: Row[] = [];
  for (const claim of [...grouped, ...others]) {
    if (rows.length >= MOST_ROWS) break;
    if (rows.some((row) => row.claim.sentence === claim.sentence)) continue;
    const row = readRow(claim, material.language);
    if (row !== undefined && !repeats(rows, row, material.language)) rows.push(row);
  }
  if (rows.length < FEWEST_ROWS) return [];
  const { table } = figurePhrases(material.language);
  const head = [table.measured, table.figure, table.source].map((text) => ({
    text,
    citations: [],
  }));
  return [
    { kind: 'row', content: head },
    ...ordered(rows).map((row): Paragraph => ({
      kind: 'row',
      content: cells(row, options.titleOf),
    })),
  ];
}

function cells({ claim, label, figure }: Row, titleOf: (sourceId: string) => string): CitedText[] {
  const { sentence } = claim;
  const part = ({ start, end }: { start: number; end: number }): CitedText => ({
    text: sentence.text.slice(start, end),
    citations: [citePart(sentence, start, end)],
  });
  const whole = citePart(sentence, claim.clause.start, claim.clause.end);
  const title = titleOf(sentence.sourceId).replace(/^[“„«「]\s?|\s?[”“»」]$/gu, '');
  return [part(label), part(figure), { text: title === '' ? '–' : title, citations: [whole] }];
}

/** What is measured and the figure with what belongs to it; undefined when the clause cannot be parted so. */
function readRow(claim: Claim, language: string): Row | undefined {
  const { sentence, clause, quantity } = claim;
  const { traits, text } = sentence;
  if (clause.start !== 0 || traits.dependent || traits.firstPerson || traits.advice)
    return undefined;
  const label = stripLinks(text.slice(0, quantity.start).trimEnd(), language);
  if (label.length < LABEL.minimum || label.length > LABEL.maximum) return undefined;
  if (/\d|[,;:(]|\bby \p{L}+ing\b/u.test(label) || readQuantities(label).length > 0)
    return undefined;
  if (/\s(?:or|oder|ou|o)$/iu.test(label) || NESTED.test(` ${label} `)) return undefined;
  if (readTerms(label, language).length < 2) return undefined;
  const tail = text.slice(quantity.end, clause.end).replace(/[.!?…。]+$/u, '');
  if (SPEAKS_OF.test(tail)) return undefined;
  const cut = CUT.exec(tail)?.index ?? tail.length;
  const end = quantity.end + tail.slice(0, cut).trimEnd().length;
  if (end - quantity.start > LONGEST_FIGURE) return undefined;
  if (/\d/u.test(text.slice(quantity.end, end))) return undefined;
  return { claim, label: { start: 0, end: label.length }, figure: { start: quantity.start, end } };
}

function stripLinks(text: string, language: string): string {
  const links = LINKS[language.toLowerCase().split(/[-_]/u, 1)[0] ?? ''];
  let label = text;
  if (links === undefined) return label;
  for (let next = label.replace(links, ''); next !== label; next = label.replace(links, ''))
    label = next;
  return label;
}

/** Nearness to the keyword counts; what a source says first, too. */
function worth(material: ArticleMaterial, { sentence, paragraph }: Claim): number {
  const relevance = material.sentenceRelevance(sentence);
  return relevance === 0 ? 0 : relevance + 0.5 * material.paragraphRelevance(paragraph);
}

function repeats(rows: readonly Row[], { claim, label }: Row, language: string): boolean {
  const text = claim.sentence.text.slice(label.start, label.end);
  const key = readTerms(text, language).join(' ');
  return rows.some((row) => {
    const other = row.claim.sentence.text.slice(row.label.start, row.label.end);
    const same = readTerms(other, language).join(' ') === key;
    return same && row.claim.quantity.text === claim.quantity.text;
  });
}

/** Rows of one kind stand together, in the order in which the kinds come up. */
function ordered(rows: readonly Row[]): Row[] {
  const kinds = [...new Set(rows.map(({ claim }) => claim.quantity.dimension))];
  return rows.toSorted(
    (left, right) =>
      kinds.indexOf(left.claim.quantity.dimension) - kinds.indexOf(right.claim.quantity.dimension),
  );
}
