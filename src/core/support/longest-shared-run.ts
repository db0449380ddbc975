/** A run of words that a text has in common with a source. */
export interface SharedRun {
  /** How many words it has. */
  words: number;
  /** As it stands in the text. */
  text: string;
  sourceId: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu;

/** Words between quotation marks are marked as another's: they are not copied. */
const QUOTED = /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|"[^"]*"/gu;

/** Products with the base, and with the numbers of some million words, stay whole in a double. */
const MODULUS = 2_147_483_647;
const BASE = 69_069;

/** Stands between two sources. Words have numbers from 1, those that no source has above all others. */
const BORDER = 0;

/** Finds the longest run of words that a text shares with the sources; undefined when none is longer than `longerThan` words. */
export type FindSharedRun = (text: string, longerThan?: number) => SharedRun | undefined;

/**
 * Looks for copies, case and punctuation aside, outside quotation marks. The sources are read once. Rolling hashes of
 * runs one word longer than the best so far (R. M. Karp and M. O. Rabin, 1987), each hit compared word for word: about
 * linear in the length of text and sources.
 */
export function sharedRunFinder(sources: readonly { id: string; text: string }[]): FindSharedRun {
  const { ids, others, starts } = readSources(sources);
  const known = new Map<number, ReadonlySet<number>>();
  return (text, longerThan = 0) => {
    const { words, own } = readText(text, ids);
    const length = longerThan + 1;
    const hashes = known.get(length) ?? new Set(runHashes(others, length));
    known.set(length, hashes);
    // Most texts have no such run: they are not compared.
    if (!runHashes(own, length).some((hash) => hashes.has(hash))) return undefined;
    const best = longest(own, others, longerThan);
    const first = words[best.at];
    const last = words[best.at + best.length - 1];
    if (first === undefined || last === undefined) return undefined;
    return {
      words: best.length,
      text: text.slice(first.start, last.end),
      sourceId: starts.findLast(({ at }) => at <= best.there)?.id ?? '',
    };
  };
}

/** The words of all sources in one list, as numbers that equal words share. */
function readSources(sources: readonly { id: string; text: string }[]) {
  const ids = new Map<string, number>();
  const others: number[] = [];
  const starts: { at: number; id: string }[] = [];
  for (const { id: source, text } of sources) {
    starts.push({ at: others.length, id: source });
    for (const [word] of text.matchAll(WORD)) {
      const folded = foldWord(word);
      const id = ids.get(folded) ?? ids.size + 1;
      ids.set(folded, id);
      others.push(id);
    }
    others.push(BORDER);
  }
  return { ids, others, starts };
}

/** The words of a text by the same numbers. */
function readText(text: string, ids: ReadonlyMap<string, number>) {
  const words: { start: number; end: number }[] = [];
  const own: number[] = [];
  const add = (start: number, end: number, id: number | undefined) => {
    words.push({ start, end });
    own.push(id ?? ids.size + words.length);
  };
  for (const part of unquoted(text)) {
    // Something without a number parts what the quotation parted.
    if (own.length > 0) add(part.start, part.start, undefined);
    for (const { 0: word, index } of part.text.matchAll(WORD)) {
      const start = part.start + index;
      add(start, start + word.length, ids.get(foldWord(word)));
    }
  }
  return { words, own };
}

/** Where the longest run stands in the text and in the words of the sources. */
interface Best {
  length: number;
  at: number;
  there: number;
}

/** Looks for runs longer than the best; a hit is drawn out as far as it goes, and the search goes on for a longer one. */
function longest(own: readonly number[], other: readonly number[], longerThan: number): Best {
  let best: Best = { length: longerThan, at: -1, there: -1 };
  let length = best.length + 1;
  let table = hashTable(own, length);
  for (let at = 0; at + length <= other.length;) {
    let hash = hashAt(other, at, length);
    let isFound = false;
    const lead = power(length - 1);
    for (; at + length <= other.length; at++) {
      for (const mine of table.get(hash) ?? []) {
        const run = matchLength(own, other, mine, at);
        if (run < length) continue;
        best = { length: run, at: mine, there: at };
        isFound = true;
        length = run + 1;
      }
      if (isFound) break;
      hash = roll(hash, other[at] ?? 0, other[at + length] ?? 0, lead);
    }
    if (!isFound) break;
    table = hashTable(own, length);
  }
  return best;
}

/** Where each run of a length begins; of runs that repeat, the first few. */
function hashTable(list: readonly number[], length: number): Map<number, number[]> {
  const table = new Map<number, number[]>();
  for (const [at, hash] of runHashes(list, length).entries()) {
    const found = table.get(hash);
    if (found === undefined) table.set(hash, [at]);
    else if (found.length < 8) found.push(at);
  }
  return table;
}

/** The hash of each run of a length, by where it begins. */
function runHashes(list: readonly number[], length: number): number[] {
  const hashes: number[] = [];
  if (length > list.length) return hashes;
  const lead = power(length - 1);
  let hash = hashAt(list, 0, length);
  for (let at = 0; at + length <= list.length; at++) {
    hashes.push(hash);
    hash = roll(hash, list[at] ?? 0, list[at + length] ?? 0, lead);
  }
  return hashes;
}

function matchLength(
  own: readonly number[],
  other: readonly number[],
  mine: number,
  theirs: number,
): number {
  let length = 0;
  while (
    mine + length < own.length &&
    theirs + length < other.length &&
    own[mine + length] === other[theirs + length]
  )
    length++;
  return length;
}

function hashAt(list: readonly number[], at: number, length: number): number {
  let hash = 0;
  for (let index = at; index < at + length; index++) hash = add(multiply(hash), list[index] ?? 0);
  return hash;
}

function roll(hash: number, out: number, next: number, lead: number): number {
  const rest = (hash + MODULUS - ((out * lead) % MODULUS)) % MODULUS;
  return add(multiply(rest), next);
}

function power(exponent: number): number {
  let value = 1;
  for (let step = 0; step < exponent; step++) value = multiply(value);
  return value;
}

const multiply = (value: number): number => (value * BASE) % MODULUS;
const add = (value: number, more: number): number => (value + more) % MODULUS;

function unquoted(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(QUOTED)) {
    parts.push({ text: text.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  parts.push({ text: text.slice(start), start });
  return parts;
}

function foldWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}
