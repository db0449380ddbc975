import { stemWord } from '../core/text/stem-word.ts';
import { isStopWord } from '../core/text/stop-words.ts';
import { tokenizeWords, UNSPACED_SCRIPTS } from '../core/text/tokenize-words.ts';

/** A piece of a passage in one line, with the places of the words that were searched for. */
export interface Snippet {
  text: string;
  /** Offsets in `text` in UTF-16 code units, `[start, end)`, in order. */
  matches: readonly (readonly [start: number, end: number])[];
}

/** About two lines of a terminal. */
const LENGTH = 240;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The stretch of a text that has most of the words of a query, cut between words, white space folded. Words match as the
 * index has them: whatever their case, accents and English endings.
 */
export function makeSnippet(text: string, query: string, language = 'en'): Snippet {
  const line = text.replace(/\s+/gu, ' ').trim();
  const wanted = wantedStems(query, language);
  const found = findMatches(line, wanted, language);
  const { start, end } = bestStretch(line, found);
  const lead = start > 0 ? '… ' : '';
  const tail = end < line.length ? ' …' : '';
  const shift = lead.length - start;
  return {
    text: `${lead}${line.slice(start, end)}${tail}`,
    matches: found
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => [match.start + shift, match.end + shift] as const),
  };
}

interface Match {
  start: number;
  end: number;
  stem: string;
}

function wantedStems(query: string, language: string): ReadonlySet<string> {
  const words = tokenizeWords(query, language).slice(0, 64);
  const telling = words.filter((word) => !isStopWord(word, language));
  return new Set((telling.length > 0 ? telling : words).map((word) => stemOf(word, language)));
}

function stemOf(word: string, language: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return stemWord(plain, language);
}

function findMatches(line: string, wanted: ReadonlySet<string>, language: string): Match[] {
  const matches: Match[] = [];
  const unspaced = [...wanted].filter((word) => UNSPACED_SCRIPTS.test(word));
  for (const { 0: word, index } of line.matchAll(WORD)) {
    const stem = stemOf(word, language);
    if (wanted.has(stem)) {
      matches.push({ start: index, end: index + word.length, stem });
      continue;
    }
    // A run of a script without spaces is many words.
    for (const part of UNSPACED_SCRIPTS.test(word) ? unspaced : []) {
      for (let at = word.indexOf(part); at >= 0; at = word.indexOf(part, at + part.length))
        matches.push({ start: index + at, end: index + at + part.length, stem: part });
    }
  }
  return matches.toSorted((left, right) => left.start - right.start);
}

/** The stretch with the most different matches, at the beginning of a sentence where one is near. */
function bestStretch(line: string, matches: readonly Match[]): { start: number; end: number } {
  if (line.length <= LENGTH) return { start: 0, end: line.length };
  let best = { start: 0, count: 0 };
  matches.forEach(({ start }, first) => {
    const stems = new Set<string>();
    for (let at = first; at < matches.length; at++) {
      const match = matches[at] as Match;
      if (match.end - start > LENGTH * 0.8) break;
      stems.add(match.stem);
    }
    if (stems.size > best.count) best = { start, count: stems.size };
  });
  const from = Math.max(0, Math.min(best.start - LENGTH * 0.2, line.length - LENGTH));
  const sentence = /[.!?。！？]["”’)]*\s*(?=\S)/gu;
  const before = line.slice(from, best.start);
  const border = [...before.matchAll(sentence)].at(-1);
  const start =
    border === undefined ? wordStart(line, from) : from + border.index + border[0].length;
  return { start, end: wordEnd(line, Math.min(line.length, start + LENGTH)) };
}

function wordStart(line: string, at: number): number {
  if (at <= 0) return 0;
  const space = line.indexOf(' ', Math.floor(at) - 1);
  return space < 0 || space - at > 40 ? safeBorder(line, Math.floor(at)) : space + 1;
}

function wordEnd(line: string, at: number): number {
  if (at >= line.length) return line.length;
  const space = line.lastIndexOf(' ', at);
  return space < 0 || at - space > 40 ? safeBorder(line, at) : space;
}

/** Never between the halves of a surrogate pair. */
function safeBorder(line: string, at: number): number {
  return /[\ud800-\udbff]/.test(line[at - 1] ?? '') ? at - 1 : at;
}
