/** Places of an abstract; a longer one is a whole text, or made to fill the memory. */
const MOST_WORDS = 20_000;
const LONGEST_WORD = 200;
/** No source has more text. */
const LONGEST_ABSTRACT = 200_000;

/**
 * The abstract of an inverted index (word → places, from 0), as OpenAlex hands it over. Places that no word has are
 * passed over, of two words at one place the first stays, and what is no place is ignored.
 * @returns undefined when there is no word.
 */
export function rebuildAbstract(index: unknown): string | undefined {
  if (typeof index !== 'object' || index === null || Array.isArray(index)) return undefined;
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    if (!Array.isArray(places) || word.length > LONGEST_WORD) continue;
    for (const place of places) {
      if (Number.isInteger(place) && place >= 0 && place < MOST_WORDS) words[place] ??= word;
    }
  }
  const inOrder = words.filter((word) => word !== '');
  const whole = inOrder.join(' ').replaceAll(/\s+/gu, ' ').trim();
  const text = whole.slice(0, LONGEST_ABSTRACT).toWellFormed();
  return text === '' ? undefined : text;
}
