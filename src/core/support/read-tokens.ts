/** A word, number or sign of a text, with its place. */
export interface Token {
  kind: 'word' | 'number' | 'sign';
  text: string;
  /** Lower case, straight apostrophes; of a possessive the plain word. */
  lower: string;
  start: number;
  end: number;
  /** True when nothing stands between this token and the one before. */
  isGlued: boolean;
}

/**
 * Numbers with their separators (`1,200.50`, `1 200`, `14:30`), words with inner apostrophes and dots (`don't`,
 * `U.S`), and every other sign but white space by itself. No branch can match what another began: linear on any text.
 */
const TOKEN =
  /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:'’]\d+)*|[\p{L}\p{M}]+(?:[.'’][\p{L}\p{M}]+)*|[^\s\p{L}\p{M}\p{N}]|\p{N}/gu;

/** Articles and pronouns that French and Italian join to the next word by an apostrophe. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|all|un)'/u;

/** The tokens of a text in reading order. Offsets count UTF-16 code units. */
export function readTokens(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    const start = match.index;
    const end = start + found.length;
    const isGlued = last === start;
    last = end;
    const code = found.charCodeAt(0);
    if (code >= 48 && code <= 57) {
      tokens.push({ kind: 'number', text: found, lower: found, start, end, isGlued });
    } else if (/^[\p{L}\p{M}]/u.test(found)) {
      const lower = plainWord(found.toLowerCase().replaceAll('’', "'"), language);
      tokens.push({ kind: 'word', text: found, lower, start, end, isGlued });
    } else {
      tokens.push({ kind: 'sign', text: found, lower: found, start, end, isGlued });
    }
  }
  return tokens;
}

/** Without a possessive ending or an elided article in front. */
function plainWord(word: string, language: string): string {
  if (!word.includes("'")) return word;
  if (language === 'en')
    return word.replace(/(?<!^(?:it|that|there|let|he|she|what|who|here))'s$/u, '');
  return word.replace(ELISION, '');
}
