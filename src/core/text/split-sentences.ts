import { segmenter } from './segmenter.ts';
import { isStopWord } from './stop-words.ts';

/** A sentence with its place in the text: `text === whole.slice(start, end)`, no white space at its ends. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** Abbreviations that a name, number or further words always follow, without their last dot. */
const CONTINUING = new Set(
  `dr mr mrs ms mx prof st gen col sgt capt lt rev hon sen rep gov pres e.g eg i.e ie vs cf viz approx ca est incl esp
  resp bzw ggf evtl inkl exkl zzgl vgl sog hr hrn fr mme mlle ex sr sra srta ud uds pág núm aprox fig figs eq eqs ref
  refs vol vols ch sec pp ed eds nr art abs abb tab bd`.split(/\s+/u),
);

/** Abbreviations only before a number (`No. 5`, `p. 12`, `Jan. 3`); else they may end a sentence. */
const BEFORE_NUMBER = new Set(
  'no nos p jan feb mar apr jun jul aug sep sept oct nov dec c max min avg'.split(' '),
);

const LIST_MARKER = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/u;

/**
 * The sentences of a text. A line end always ends a sentence; a heading line (`# …`) and a table row (`| … |`) are
 * one each; the marker of a list item (`- `, `1. `) is left out. `Intl.Segmenter` finds the candidates, and its known
 * mistakes are mended: a break after an abbreviation, initial or German ordinal, none before a digit.
 */
export function splitSentences(text: string, language = 'en'): Sentence[] {
  const sentences: Sentence[] = [];
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    const marker = LIST_MARKER.exec(line[0])?.[0].length ?? 0;
    const content = line[0].slice(marker);
    const offset = line.index + marker;
    for (const [start, end] of sentenceRanges(content, language)) {
      const sentence = content.slice(start, end);
      const trimmed = sentence.trim();
      if (trimmed === '') continue;
      const from = offset + start + sentence.indexOf(trimmed);
      sentences.push({ text: trimmed, start: from, end: from + trimmed.length });
    }
  }
  return sentences;
}

function sentenceRanges(line: string, language: string): [start: number, end: number][] {
  if (/^\s*(?:\||#{1,6}\s)/u.test(line)) return [[0, line.length]];
  const ranges: [number, number][] = [];
  let start = 0;
  for (const border of borders(line, language)) {
    if (border < line.length && isContinued(line, start, border, language)) continue;
    ranges.push([start, border]);
    start = border;
  }
  return ranges;
}

/** Where sentences may end: the segmenter's borders, and full stops before a digit, which it takes for decimals. */
function borders(line: string, language: string): number[] {
  const found = new Set<number>([line.length]);
  for (const part of segmenter(language, 'sentence').segment(line))
    found.add(part.index + part.segment.length);
  for (const match of line.matchAll(/(?<=\p{L}{2}|\d%?)\.\s+(?=\d)/gu))
    found.add(match.index + match[0].length);
  return [...found].toSorted((left, right) => left - right);
}

/** True when the sentence goes on behind the border. */
function isContinued(line: string, start: number, border: number, language: string): boolean {
  // The words around the border decide; a short window keeps very long lines linear.
  const before = line.slice(Math.max(start, border - 40), border).trimEnd();
  const after = /^["'“‘«([]*([\p{L}\p{N}]*)/u.exec(line.slice(border, border + 40))?.[1] ?? '';
  // A question or exclamation inside a sentence: “Really?” she asked.
  if (/^\p{Ll}/u.test(line.slice(border))) return true;
  const token = /([\p{L}\p{N}.]+)\.$/u.exec(before)?.[1];
  if (token === undefined) return false;
  const word = token.toLowerCase();
  const startsSentence = isStopWord(after.toLowerCase(), language) && /^\p{Lu}/u.test(after);
  if (CONTINUING.has(word)) return true;
  if (BEFORE_NUMBER.has(word) && /^\d/u.test(after)) return true;
  // Spaced abbreviations (z. B., d. h., p. ex.): a lower-case letter alone opens them.
  if (/^\p{Ll}$/u.test(token) || /(?:^|[\s(])\p{Ll}\.\s\p{L}{1,2}\.$/u.test(before)) return true;
  // Initials (J. R. R. Tolkien) and acronyms (U.S.), unless a word that opens sentences follows.
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(token)) return after !== '' && !startsSentence;
  if (language.startsWith('de') && /^\d{1,2}$/u.test(token))
    return /^\p{Lu}/u.test(after) && !startsSentence;
  return false;
}
