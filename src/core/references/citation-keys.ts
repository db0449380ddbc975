import type { CslJson } from './csl-json.ts';

const LONGEST_PART = 24;

/** Words that say nothing of a title. */
const FUNCTION_WORDS = new Set(
  `a an and as at by for from how in is it its of on or the their this to what when why with
  der die das ein eine und von zur zum le la les un une des du de et el los las una y en o e il lo i gli het een`.split(
    /\s+/u,
  ),
);

/**
 * Gives entries the keys that they are cited by: `smith2019heat`, those that would be equal `smith2019heata`,
 * `smith2019heatb`, … in the order in which they come. The same entries in the same order always get the same keys.
 */
export class CitationKeys {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  keyOf(entry: CslJson): string {
    const base = baseKey(entry);
    let count = this.#next.get(base) ?? 0;
    let key = base + letters(count);
    while (this.#taken.has(key)) {
      count += 1;
      key = base + letters(count);
    }
    this.#next.set(base, count + 1);
    this.#taken.add(key);
    return key;
  }
}

function baseKey({ author, issued, title, id }: CslJson): string {
  const [first] = author ?? [];
  const name = first?.family ?? words(first?.literal ?? '')[0] ?? '';
  const year = issued?.['date-parts'][0][0] ?? '';
  const told = words(title);
  const topic = told.find((word) => !FUNCTION_WORDS.has(word)) ?? told[0] ?? '';
  const [before, behind] = [plainLetters(name), topic.slice(0, LONGEST_PART)];
  // Names and titles of other scripts leave nothing that every reader of BibTeX takes.
  if (before === '' && behind === '') return plainLetters(id) || 'source';
  return before === '' ? `${behind}${year}` : `${before}${year}${behind}`;
}

function words(text: string): string[] {
  return text
    .slice(0, 1000)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(plainLetters)
    .filter((word) => word !== '');
}

/** `Müller` → `muller`, `Søren` → `soren`. */
function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/æ/gu, 'ae')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/gu, '')
    .slice(0, LONGEST_PART);
}

/** 0 → nothing, 1 → `a`, 26 → `z`, 27 → `aa`. */
function letters(count: number): string {
  let rest = count;
  let text = '';
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}
