import type { CitedText } from '../../../core/article.ts';
import { citePart } from '../cite-part.ts';
import { fill, figurePhrases } from './figure-phrases.ts';
import type { ClaimGroup } from './group-claims.ts';
import { areEqual, clauseOf } from './match-claims.ts';
import type { Claim } from './read-claims.ts';
import { sharedPhrase } from './shared-phrase.ts';

/** Sources that one line names. */
const MOST_NAMED = 4;
const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|hundred|thousand|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b/iu;

/**
 * What sources say about a figure, a sentence a source, made of their own figures and of fixed words: `Different figures
 * are reported (service life): “…” says about 15 years. “…” says about 20 years.` Each sentence is a run that cites the
 * clause of its figure. Empty when fewer than two sources can be named.
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
  const named = byFigure(group.claims.filter((claim) => titleOf(claim, options) !== ''));
  // One source of each figure before the second of any.
  const told = named
    .map(([first]) => first)
    .filter((claim) => claim !== undefined)
    .concat(named.flatMap(([, ...more]) => more));
  const claims = told.slice(0, MOST_NAMED);
  if (claims.length < 2 || (group.verdict === 'differ' && named.length < 2)) return [];
  const [opening = ''] = fill(phrases[group.verdict], { about }).split('{list}');
  return claims.map((claim, index) => {
    const source = titleOf(claim, options);
    const { sentence, clause } = claim;
    return {
      text: `${index === 0 ? opening : ''}${fill(phrases.says, { source, figure: figureOf(claim) })}${phrases.stop}`,
      citations: [citePart(sentence, clause.start, clause.end)],
    };
  });
}

/** A title with a number in it would read like one more figure: such a source is not named. */
function titleOf(claim: Claim, options: { titleOf: (sourceId: string) => string }): string {
  const title = options.titleOf(claim.sentence.sourceId);
  return /\d/u.test(title) || NUMBER_WORD.test(title) ? '' : title;
}

/** The figure as its source writes it. */
function figureOf({ quantity }: Claim): string {
  return lowered(quantity.text.trim());
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
  return best === undefined ? undefined : lowered(best.text);
}

function withoutFigure(claim: Claim): string {
  const { quantity, clause } = claim;
  const text = clauseOf(claim);
  return `${text.slice(0, quantity.start - clause.start)} ; ${text.slice(quantity.end - clause.start)}`;
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
