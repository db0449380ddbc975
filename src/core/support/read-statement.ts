import { isStopWord } from '../text/stop-words.ts';
import { COMMON_WORDS } from './lexicon/common-words.ts';
import { GERMAN_COMMON_NOUNS, GERMAN_OPENERS } from './lexicon/german-common-words.ts';
import { readClauses } from './read-clauses.ts';
import { readComparisons } from './read-comparisons.ts';
import { readNames } from './read-names.ts';
import { readNegations } from './read-negations.ts';
import { readQuantities } from './quantities/read-quantities.ts';
import { readTokens, type Token } from './read-tokens.ts';
import type { Statement, Term } from './statement.ts';
import { termKeys } from './term-keys.ts';

/** Reads all that the check compares out of one sentence; `start` is its place in its passage. */
export function readStatement(text: string, language: string, start = 0): Statement {
  const tokens = readTokens(text, language);
  const quantities = readQuantities(text, tokens, language);
  const counted = new Set<number>();
  for (const { from, to } of quantities) for (let at = from; at < to; at++) counted.add(at);
  const clauses = readClauses(tokens, language);
  const names = readNames(tokens, counted, language);
  const inName = new Set(
    names.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, offset) => from + offset),
    ),
  );
  const terms: Term[] = [];
  for (const [at, token] of tokens.entries()) {
    if (counted.has(at)) continue;
    const term = readTerm(token, at, inName.has(at), language);
    if (term !== undefined)
      terms.push({
        ...term,
        ...(isBound(tokens, at) ||
        isBesideNumber(tokens, at, counted) ||
        tokens[at + 1]?.lower === 'against' ||
        (counted.has(at - 1) && DIMENSION.test(token.lower))
          ? NO_AXIS
          : measuredPoles(tokens, at, term)),
        clause: clauses[at] ?? 0,
      });
  }
  const negations = readNegations(tokens, terms, clauses, language);
  for (const term of terms) {
    term.isSoftlyNegated = negations.some(({ isSoft, scope }) => isSoft && scope.includes(term));
    if (negations.filter(({ isSoft, scope }) => !isSoft && scope.includes(term)).length % 2 === 1)
      term.isNegated = !term.isNegated;
  }
  return {
    text,
    start,
    tokens,
    terms,
    quantities,
    names: names.map(({ from, to, words }) => ({
      text: text.slice(tokens[from]?.start, tokens[to - 1]?.end),
      words,
      terms: terms.filter(({ at }) => at >= from && at < to),
    })),
    negations,
    comparisons: readComparisons(tokens, terms, clauses, counted),
    clauses,
  };
}

/** `below 100 euros`, `100 euros or more`. */
function isBesideNumber(tokens: readonly Token[], at: number, counted: ReadonlySet<number>) {
  const { lower = '' } = tokens[at] ?? {};
  if (/^(?:above|below|over|under|beyond)$/u.test(lower)) return counted.has(at + 1);
  return /^(?:or|oder|ou|o)$/u.test(tokens[at - 1]?.lower ?? '') && counted.has(at - 2);
}

/** `cost more` is dearer, `weighs less` lighter. */
function measuredPoles(
  tokens: readonly Token[],
  at: number,
  { lower, poles }: Omit<Term, 'clause'>,
): Pick<Term, 'poles'> | undefined {
  const pole = /^more$/u.test(lower) ? 1 : /^less$/u.test(lower) ? -1 : 0;
  if (pole === 0) return undefined;
  const verb = tokens[at - 1]?.lower ?? '';
  const measured = MEASURED.find(([verbs]) => verbs.test(verb));
  if (measured === undefined) return undefined;
  const more = [...termKeys(measured[1], 'en').poles].map(([axis, high]): [string, 1 | -1] => [
    axis,
    high === pole ? 1 : -1,
  ]);
  return { poles: new Map([...poles, ...more]) };
}

/** Verbs with the word for what has more of it. */
const MEASURED: readonly (readonly [RegExp, string])[] = [
  [/^costs?$/u, 'dearer'],
  [/^weigh(?:s|ed)?$/u, 'heavier'],
];

/** Behind a number they name what it measures: `1.5 mm thick` is not thick. */
const DIMENSION =
  /^(?:thick|long|wide|deep|high|tall|old|heavy|early|late|away|hoch|lang|breit|tief|dick|alt|schwer)$/u;

const NO_AXIS = { poles: new Map<string, 1 | -1>() };

/** `more than 15`, `no later than`: it bounds a number and compares no two things. */
function isBound(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.lower === 'at' && /^(?:least|most)$/u.test(tokens[at]?.lower ?? ''))
    return true;
  if (tokens[at + 1]?.lower !== 'than') return false;
  return tokens[at + 2]?.kind !== 'word' || /^(?:no|not)$/u.test(tokens[at - 1]?.lower ?? '');
}

function readTerm(
  token: Token,
  at: number,
  isName: boolean,
  language: string,
): Omit<Term, 'clause'> | undefined {
  const { lower } = token;
  const isWord = token.kind === 'word';
  if (!isWord && (!isName || token.kind === 'sign')) return undefined;
  if (lower.length < 2 && !isName && !/[^a-z]/u.test(lower)) return undefined;
  const found = termKeys(lower, language);
  const isStop = isStopWord(lower, language);
  if (isStop && found.poles.size === 0 && !isName) return undefined;
  return {
    ...found,
    text: token.text,
    lower,
    at,
    weight: weigh(token.text, isName, isStop, found.isKnown, language),
    isNegated: found.isDenied,
    isSoftlyNegated: false,
    isName,
  };
}

function weigh(
  text: string,
  isName: boolean,
  isStop: boolean,
  isKnown: boolean,
  language: string,
): number {
  const lower = text.toLowerCase();
  if (isStop) return 0.1;
  if (isName) return 1.3;
  if (COMMON_WORDS.has(lower)) return 0.25;
  if (language === 'de' && (GERMAN_COMMON_NOUNS.has(lower) || GERMAN_OPENERS.has(lower)))
    return 0.25;
  // German writes its nouns with a capital: the other words are what a paraphrase changes.
  if (language === 'de' && !/^\p{Lu}/u.test(text)) return 0.4;
  if (language === 'fr' || language === 'es') return lower.length < 5 ? 0.3 : 0.7;
  if (language === 'en' && lower.endsWith('ly')) return 0.5;
  return isKnown ? 0.9 : 1.1;
}
