/** A run of words that a text has in common with a source. */
export interface SharedRun {
  /** How many words it has. */
  words: number;
  /** As it stands in the text. */
  text: string;
  sourceId: string;
}

interface Word {
  folded: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu;

/** Words between quotation marks are marked as another's: they are not copied. */
const QUOTED = /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|"[^"]*"/gu;

/** Larger than any prime product here: the remainder of a hash. */
const MODULUS = 2_147_483_647;
const BASE = 69_069;

/** A word of a source that the text does not have, or the border between two sources. */
const UNKNOWN = 0;

/**
 * The longest run of words that a text shares with any of the sources, case and punctuation aside, outside quotation
 * marks; undefined when none is longer than `longerThan` words. Rolling hashes of runs one word longer than the best so far (R. M. Karp
 * and M. O. Rabin, 1987), each hit compared word for word: about linear in the length of text and sources.
 */
export function longestSharedRun(
  text: string,
  sources: readonly { id: string; text: string }[],
  longerThan = 0,
): SharedRun | undefined {
  const ids = new Map<string, number>();
  const idOf = (word: string) => {
    let id = ids.get(word);
    if (id === undefined) ids.set(word, (id = ids.size + 1));
    return id;
  };
  const words: Word[] = [];
  const own: number[] = [];
  for (const part of unquoted(text)) {
    // A number of its own parts what the quotation parted.
    if (own.length > 0) {
      own.push(-words.length);
      words.push({ folded: '', start: part.start, end: part.start });
    }
    for (const word of wordsOf(part.text, part.start)) {
      words.push(word);
      own.push(idOf(word.folded));
    }
  }
  if (own.length <= longerThan) return undefined;
  const { others, sourceAt } = joined(sources, (word) => ids.get(word) ?? UNKNOWN);
  const best = longest(own, others, longerThan);
  const first = words[best.at];
  const last = words[best.at + best.length - 1];
  if (first === undefined || last === undefined) return undefined;
  return {
    words: best.length,
    text: text.slice(first.start, last.end),
    sourceId: sourceAt(best.there),
  };
}

/** The words of all sources in one list, so that the table of the text is made once; no run reaches over a border. */
function joined(sources: readonly { id: string; text: string }[], idOf: (word: string) => number) {
  const others: number[] = [];
  const starts: { at: number; id: string }[] = [];
  for (const { id, text } of sources) {
    starts.push({ at: others.length, id });
    for (const [word] of text.matchAll(WORD)) others.push(idOf(foldWord(word)));
    others.push(UNKNOWN);
  }
  const sourceAt = (place: number) => starts.findLast(({ at }) => at <= place)?.id ?? '';
  return { others, sourceAt };
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
  if (length > list.length) return table;
  const lead = power(length - 1);
  let hash = hashAt(list, 0, length);
  for (let at = 0; at + length <= list.length; at++) {
    const found = table.get(hash);
    if (found === undefined) table.set(hash, [at]);
    else if (found.length < 8) found.push(at);
    hash = roll(hash, list[at] ?? 0, list[at + length] ?? 0, lead);
  }
  return table;
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
  const rest = (hash + MODULUS - remainder(remainder(out) * lead)) % MODULUS;
  return add(multiply(rest), next);
}

function power(exponent: number): number {
  let value = 1;
  for (let step = 0; step < exponent; step++) value = multiply(value);
  return value;
}

const multiply = (value: number): number => (value * BASE) % MODULUS;
const add = (value: number, more: number): number => (value + remainder(more)) % MODULUS;
const remainder = (value: number): number => ((value % MODULUS) + MODULUS) % MODULUS;

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

function wordsOf(text: string, offset: number): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    folded: foldWord(word),
    start: offset + index,
    end: offset + index + word.length,
  }));
}

function foldWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}
