import { negationWords } from './lexicon/negation-words.ts';
import type { Token } from './read-tokens.ts';
import type { Negation, Term } from './statement.ts';

/** How many words of content one denial reaches. */
const REACH = 4;

/** `not only … but also`, `no longer than`, `no doubt`: they look like a denial and are none. */
const NO_DENIAL =
  /^(?:not (?:until|before|only|just|merely|simply|least|to mention|so much)|not even (?:\d|two|three|four|five|six|seven|eight|nine|ten|half)|no (?:more|less|fewer|later|earlier|longer than|doubt|matter|wonder)|nothing (?:but|less)|none other|never mind|whether or not|not (?:more|less|fewer) than|pas (?:seulement|moins|plus de)|nicht (?:nur|mehr als|weniger)|no (?:solo|sólo|más de|menos))/u;

/** Finite verbs that end a phrase with a preposition. */
const FINITE =
  /^(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|ist|sind|war|waren|hat|haben|kann|können|muss|wird|werden|est|sont|peut|es|son|puede)$/u;

/** `Homes without a roof needed …`: behind its noun, a regular past is the verb of the sentence. */
const PAST = /.{2}ed$/u;

/** `Dogs travel free`: what costs nothing stands before it. */
const FREE_OF_CHARGE = /^(?:free|gratis|gratuit[oa]s?)$/u;

/** The words of a sentence that deny, and what each denies. */
export function readNegations(
  tokens: readonly Token[],
  terms: readonly Term[],
  clauses: readonly number[],
  language: string,
): Negation[] {
  const words = negationWords(language);
  if (words === undefined) return [];
  const negations: Negation[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const isFirm =
      words.firm.has(token.lower) ||
      token.lower.endsWith("n't") ||
      (language === 'fr' && isNoMore(tokens, at));
    const isSoft =
      !isFirm && (words.soft.has(token.lower) || isLeftOut(tokens, at) || isFarFrom(tokens, at));
    if (!isFirm && !isSoft) continue;
    if (
      token.text === 'NO' ||
      (token.lower === 'no' && tokens[at + 1]?.text === '.' && tokens[at + 2]?.kind === 'number')
    )
      continue;
    if (isFirm && isNoDenial(tokens, at)) continue;
    if (isSoft && tokens[at - 1]?.lower === 'not') continue;
    const after = scopeAfter(tokens, terms, clauses, at);
    const before =
      words.looksBack || FREE_OF_CHARGE.test(token.lower) ? scopeBefore(terms, clauses, at) : [];
    // `no cuestan nada` denies once, and `nada` is not what it denies.
    const scope = [...after, ...before].filter(
      ({ lower }) => language === 'en' || !words.firm.has(lower),
    );
    negations.push({ at, isSoft, scope });
  }
  return negations;
}

/** `plus` of `n'utilise plus`. */
function isNoMore(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'plus' &&
    tokens
      .slice(Math.max(0, at - 4), at)
      .some(({ lower, text }) => lower === 'ne' || /^n['’]/iu.test(text))
  );
}

/** `far from rising` */
function isFarFrom(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'from' && tokens[at - 1]?.lower === 'far';
}

/** `left out`, `ruled out`. */
function isLeftOut(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'out' &&
    /^(?:left|leaves?|leaving|ruled|rules?|kept|keeps?|shut|shuts?)$/u.test(
      tokens[at - 1]?.lower ?? '',
    )
  );
}

function isNoDenial(tokens: readonly Token[], at: number): boolean {
  const ahead = tokens
    .slice(at, at + 3)
    .map(({ lower }) => lower)
    .join(' ');
  return (
    NO_DENIAL.test(ahead) || (tokens[at - 1]?.lower === 'or' && tokens[at - 2]?.lower === 'whether')
  );
}

/** To the end of the clause; `and` ends it once a word is denied, `but` always. */
function scopeAfter(
  tokens: readonly Token[],
  terms: readonly Term[],
  clauses: readonly number[],
  at: number,
): Term[] {
  const scope: Term[] = [];
  // `not because of the rent`
  const clause = clauses[at + 1];
  const isPreposition = /^(?:without|ohne|sans|sin)$/u.test(tokens[at]?.lower ?? '');
  for (const term of terms) {
    if (term.at <= at) continue;
    if (clauses[term.at] !== clause || scope.length >= REACH) break;
    const between = tokens.slice((scope.at(-1)?.at ?? at) + 1, term.at);
    if (scope.length > 0 && between.some(({ lower }) => /^(?:and|und|et|y|e)$/u.test(lower))) break;
    // `Passengers without a ticket are let in`: it denies the ticket, not the letting in.
    if (
      isPreposition &&
      scope.length > 0 &&
      (PAST.test(term.lower) || between.some(({ lower }) => FINITE.test(lower)))
    )
      break;
    scope.push(term);
  }
  return scope;
}

function scopeBefore(terms: readonly Term[], clauses: readonly number[], at: number): Term[] {
  return terms
    .filter((term) => term.at < at && clauses[term.at] === clauses[at])
    .slice(-2)
    .toReversed();
}
