import { isStopWord } from '../text/stop-words.ts';
import { COMMON_WORDS } from './lexicon/common-words.ts';
import { GERMAN_OPENERS } from './lexicon/german-common-words.ts';
import type { Token } from './read-tokens.ts';

interface NameRange {
  from: number;
  to: number;
  words: readonly string[];
}

const CONNECTORS = new Set([
  'of',
  'the',
  'de',
  'la',
  'du',
  'van',
  'von',
  'der',
  'den',
  '&',
  '-',
  'for',
  'and',
  "d'",
  '.',
]);

/**
 * Names by their capitals and digits: runs of capitalised words (`Priya Halden`, `Bank of England`), acronyms, and
 * words with capitals or digits inside (`iPhone`, `R290`). A first word counts only with another capital beside it. In
 * German, where every noun has a capital, a run needs two.
 */
export function readNames(
  tokens: readonly Token[],
  counted: ReadonlySet<number>,
  language: string,
): NameRange[] {
  const names: NameRange[] = [];
  const shouted = tokens.filter(
    ({ kind, text }) => kind === 'word' && text.length > 1 && text === text.toUpperCase(),
  ).length;
  // A text in capitals shows no names.
  if (shouted > 4 && shouted > tokens.length / 2) return names;
  for (let at = 0; at < tokens.length;) {
    const range = readName(tokens, at, counted, language);
    if (range === undefined) {
      at++;
      continue;
    }
    names.push(range);
    at = range.to;
  }
  return names;
}

function readName(
  tokens: readonly Token[],
  start: number,
  counted: ReadonlySet<number>,
  language: string,
): NameRange | undefined {
  let from = start;
  if (!isNamePart(tokens, from, counted)) return undefined;
  const isFirst = isSentenceStart(tokens, from);
  const token = tokens[from];
  // `Unlike Northbridge Bank`, `The Trust`: the first word may only open the sentence.
  if (
    isFirst &&
    token !== undefined &&
    (isOpener(token.lower, language) || isGerund(token.lower, language))
  ) {
    from++;
    if (!isNamePart(tokens, from, counted)) return undefined;
  }
  let to = from + 1;
  let words = 1;
  while (to < tokens.length && to < from + 14) {
    if (isNamePart(tokens, to, counted) || isCode(tokens, to)) {
      to++;
      words++;
    } else if (isConnected(tokens, to, counted, language))
      to +=
        /^(?:of|de|von)$/u.test(tokens[to]?.lower ?? '') &&
        tokens[to + 1]?.kind === 'word' &&
        !isNamePart(tokens, to + 1, counted)
          ? 2
          : 1;
    else break;
  }
  const own = tokens.slice(from, to);
  const first = own[0];
  if (first === undefined) return undefined;
  const isMarked =
    /\p{Ll}\p{Lu}|^\p{Lu}{2,}$|\./u.test(first.text) || own.some(({ kind }) => kind === 'number');
  if (words < 2 && !isMarked) {
    if (isSentenceStart(tokens, from) || language === 'de') return undefined;
    if (first.text.length < 2) return undefined;
  }
  return {
    from,
    to,
    words: own
      .filter(({ kind, lower }) => kind !== 'sign' && !CONNECTORS.has(lower))
      .map(({ lower }) => lower),
  };
}

function isNamePart(tokens: readonly Token[], at: number, counted: ReadonlySet<number>): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || counted.has(at)) return false;
  return (
    /^\p{Lu}|\p{Ll}\p{Lu}/u.test(token.text) && token.lower !== 'i' && !token.lower.startsWith("i'")
  );
}

/** A number that belongs to the name before it: `GPT-4`, `R290`. */
function isCode(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number') return false;
  return (
    token.isGlued &&
    (tokens[at - 1]?.kind === 'word' ||
      (tokens[at - 1]?.text === '-' &&
        tokens[at - 1]?.isGlued === true &&
        /^\p{Lu}+$/u.test(tokens[at - 2]?.text ?? '')))
  );
}

function isConnected(
  tokens: readonly Token[],
  at: number,
  counted: ReadonlySet<number>,
  language: string,
): boolean {
  const token = tokens[at];
  if (token === undefined || !CONNECTORS.has(token.lower)) return false;
  // `der Wegfall von Mühlbach` is no name: every noun has a capital.
  if (language === 'de' && /^(?:von|de)$/u.test(token.lower)) return false;
  if (/^(?:and|for|the)$/u.test(token.lower)) return false;
  if (token.text === '.')
    return (tokens[at - 1]?.text.length ?? 9) === 1 && isNamePart(tokens, at + 1, counted);
  if (token.text === '-')
    return token.isGlued && (isCode(tokens, at + 1) || isNamePart(tokens, at + 1, counted));
  if (/^(?:der|den)$/u.test(token.lower)) return false;
  return (
    isNamePart(tokens, at + 1, counted) ||
    (/^(?:of|de)$/u.test(token.lower) &&
      /^(?:the|la)$/u.test(tokens[at + 1]?.lower ?? '') &&
      isNamePart(tokens, at + 2, counted))
  );
}

function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const token = tokens[before];
    if (token === undefined || token.kind !== 'sign') return false;
    if (/^[.!?:|]$/u.test(token.text)) return true;
    if (!/^["'“”‘’«»([*#-]$/u.test(token.text)) return false;
  }
  return true;
}

/** `Speaking Danish is …` */
function isGerund(word: string, language: string): boolean {
  return language === 'en' && /.{3}ing$/u.test(word);
}

function isOpener(word: string, language: string): boolean {
  return (
    isStopWord(word, language) ||
    COMMON_WORDS.has(word) ||
    (language === 'de' && GERMAN_OPENERS.has(word))
  );
}
