import type { CitedText } from '../../../core/article.ts';
import { citePart } from '../cite-part.ts';
import { fill, figurePhrases } from './figure-phrases.ts';
import type { ClaimGroup } from './group-claims.ts';
import { areEqual, clauseOf } from './match-claims.ts';
import type { Claim } from './read-claims.ts';
import { readTerms } from '../terms.ts';
import { sharedPhrase } from './shared-phrase.ts';

/** More sources than this are counted instead of named. */
const MOST_NAMED = 4;
const WORD = /\p{L}+/gu;
const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|hundred|thousand|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b/iu;
/** How far behind a figure the thing that it counts may be named. */
const WORDS_BEHIND = 5;

/**
 * One sentence on what sources say about a figure, made of their own figures and of fixed words: `Different figures are
 * reported (service life): “…” says about 15 years, “…” says about 20 years.` Each source's part is a run that cites
 * the clause of its figure. Empty when nothing can be said.
 */
export function writeFigureLine(
  group: ClaimGroup,
  options: {
    language: string;
    keywordTerms: readonly string[];
    titleOf: (sourceId: string) => string;
  },
): CitedText[] {
  const phrases = figurePhrases(options.language);
  const words = nameOf(group.claims, options);
  const about = words === undefined ? '' : fill(phrases.about, { words });
  const tells =
    group.claims.length <= MOST_NAMED &&
    group.claims.every((claim) => titleOf(claim, options) !== '');
  if (group.verdict === 'agree' && !tells) return [];
  const parts = byFigure(group.claims).flatMap((claims) => {
    const figure = figureOf(claims);
    if (tells)
      return claims.map((claim) => ({
        text: fill(phrases.says, { source: titleOf(claim, options), figure }),
        claims: [claim],
      }));
    const count = countOf(claims.length, phrases.counts);
    const text =
      claims.length === 1
        ? fill(phrases.oneSays, { figure })
        : fill(phrases.severalSay, { count, figure });
    return [{ text, claims }];
  });
  const frame = group.verdict === 'agree' ? phrases.agree : phrases.differ;
  const [opening = '', closing = ''] = fill(frame, { about }).split('{list}');
  return parts.map(({ text, claims }, index) => ({
    text: `${index === 0 ? opening : ''}${text}${index === parts.length - 1 ? closing : phrases.separator.trimEnd()}`,
    citations: claims.map(({ sentence, clause }) => citePart(sentence, clause.start, clause.end)),
  }));
}

/** A title with a number in it would read like one more figure: such a source is counted, not named. */
function titleOf(claim: Claim, options: { titleOf: (sourceId: string) => string }): string {
  const title = options.titleOf(claim.sentence.sourceId);
  return /\d/u.test(title) || NUMBER_WORD.test(title) ? '' : title;
}

/** The figure as the shortest of its claims writes it. */
function figureOf(claims: readonly Claim[]): string {
  const texts = claims.map((claim) => claim.quantity.text.trim());
  return lowered(texts.toSorted((left, right) => left.length - right.length)[0] ?? '');
}

/** Claims of one figure together, those with most sources first. */
function byFigure(claims: readonly Claim[]): Claim[][] {
  const sets: Claim[][] = [];
  for (const claim of claims) {
    const set = sets.find(
      (each) => each[0] !== undefined && areEqual(each[0].quantity, claim.quantity),
    );
    if (set === undefined) sets.push([claim]);
    else set.push(claim);
  }
  return sets.toSorted((left, right) => right.length - left.length);
}

/** What is measured, in words that two of the clauses share; the keyword alone names nothing. */
function nameOf(
  claims: readonly Claim[],
  { language, keywordTerms }: { language: string; keywordTerms: readonly string[] },
): string | undefined {
  let best: { text: string; telling: number } | undefined;
  for (const left of claims) {
    for (const right of claims) {
      if (right === left) continue;
      const phrase = sharedPhrase(withoutFigure(left), withoutFigure(right), language);
      const telling = phrase?.terms.filter((term) => !keywordTerms.includes(term)).length ?? 0;
      if (phrase !== undefined && telling > (best?.telling ?? 0))
        best = { text: phrase.text, telling };
    }
  }
  return best === undefined ? wordOf(claims, language, keywordTerms) : lowered(best.text);
}

/** A word right behind the figure of the first clause that all the others hold too. */
function wordOf(
  claims: readonly Claim[],
  language: string,
  keywordTerms: readonly string[],
): string | undefined {
  const [first, ...others] = claims;
  if (first === undefined) return undefined;
  const { sentence, quantity, clause } = first;
  const behind = sentence.text.slice(quantity.end, clause.end).match(WORD) ?? [];
  return behind.slice(0, WORDS_BEHIND).find((word) => {
    const [term] = readTerms(word, language);
    if (term === undefined || keywordTerms.includes(term) || word.length < 4) return false;
    return others.every((claim) =>
      new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu').test(clauseOf(claim)),
    );
  });
}

function withoutFigure(claim: Claim): string {
  const { quantity, clause } = claim;
  const text = clauseOf(claim);
  return `${text.slice(0, quantity.start - clause.start)} ; ${text.slice(quantity.end - clause.start)}`;
}

function countOf(count: number, counts: readonly string[]): string {
  return counts[count - 2] ?? String(count);
}

/** A word that stood at the head of a sentence in small letters; names and abbreviations stay. */
function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}+(?:[\s-]|$)/u.test(text) &&
    /^(?:The|An?|About|Around|Roughly|Up|At|Between|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Self|One)\b/u.test(
      text,
    )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
