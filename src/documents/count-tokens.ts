/** Texts are counted in pieces of about so many characters: the work on one grows with the square of its words' length. */
const PIECE_CHARACTERS = 400;
/** Words whose tokens are remembered. Of the 100,000 that are its default the oldest takes ever longer to find. */
const REMEMBERED_WORDS = 5000;

/**
 * Loads the tokenizer of OpenAI's models since GPT-4o (o200k_base), which takes about 0.4 s once. The count is exact but
 * for words of many hundred characters, of which it may be a few too high; special tokens count as the plain text
 * that they are in a document.
 */
export async function loadTokenCounter(): Promise<(text: string) => number> {
  const { countTokens, setMergeCacheSize } = await import('gpt-tokenizer/encoding/o200k_base');
  setMergeCacheSize(REMEMBERED_WORDS);
  const options = { disallowedSpecial: new Set<string>() };
  return (text) => {
    if (text.length <= PIECE_CHARACTERS) return countTokens(text, options);
    let count = 0;
    for (let start = 0; start < text.length;) {
      const end = pieceEnd(text, start);
      count += countTokens(text.slice(start, end), options);
      start = end;
    }
    return count;
  };
}

/** Before the last space of the piece: a word's token begins with the space before it, so that nothing is counted twice. */
function pieceEnd(text: string, start: number): number {
  const end = start + PIECE_CHARACTERS;
  if (end >= text.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  if (space > start) return space;
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end;
}
