import type { Source } from '../dossier.ts';
import type { Evidence } from '../support.ts';
import { foldText } from '../fold-text.ts';
import type { CheckedSentence } from './check-sentence.ts';

/** Words between a title and what it says: `says about`, `nennt`, `indique`. */
const MOST_WORDS_BETWEEN = 3;
const QUOTED = /[“„«「"]\s?(?<title>[^“”„«»「」"]{2,300}?)\s?[”“»」"]/u;

/**
 * Statements of a fixed form that name their source themselves, held to what they say word for word:
 * - who is quoted: `— Author, “Title”`; author and title have to be those of a cited source;
 * - a figure: `“Title” says 15 years.`, also behind an opening that ends in a colon; the figure has to stand in that
 *   source;
 * - a row of a table whose last cell is a title: all other cells have to stand in one passage of that source.
 * Undefined for all else, and where the words are not found: then the sentence is checked like any other.
 */
export function checkAttributed(
  parts: readonly string[],
  sources: readonly Source[],
): CheckedSentence | undefined {
  const found =
    parts.length > 1 ? findRow(parts, sources) : findStatement(foldText(parts[0] ?? ''), sources);
  if (found === undefined) return undefined;
  const reason = 'It names its source and says what stands there.';
  const base = { verdict: 'supported', score: 1, reason } as const;
  const claim = { claim: parts.join(', '), ...base };
  if (found === 'named') return { ...base, claims: [claim] };
  return { ...base, evidence: found, claims: [{ ...claim, evidence: found }] };
}

function findStatement(text: string, sources: readonly Source[]): Evidence | 'named' | undefined {
  const match = QUOTED.exec(text);
  const title = match?.groups?.['title'];
  if (match === null || title === undefined) return undefined;
  const source = sources.find((candidate) => isTitleOf(title, candidate));
  if (source === undefined) return undefined;
  const before = text.slice(0, match.index).trim();
  const after = text.slice(match.index + match[0].length).trim();
  if (/^[—–―]/u.test(before)) {
    const author = before.replace(/^[—–―]\s*|[,،、]\s*$/gu, '').trim();
    const isAuthor = author === '' || author === foldText(source.author ?? '');
    return isAuthor && after === '' ? 'named' : undefined;
  }
  if (before !== '' && !/[:：]$/u.test(before)) return undefined;
  const words = after.replace(/[.。]$/u, '').split(' ');
  // What is said begins behind a few words such as “says”; the longest text that stands in the source is it.
  for (let from = 0; from <= Math.min(MOST_WORDS_BETWEEN, words.length - 1); from += 1) {
    // A figure is never passed over.
    if (/\d/u.test(words[from - 1] ?? '')) break;
    const figure = words.slice(from).join(' ');
    // Without digits it is only what stands right behind one word, such as “says”.
    const evidence = /\d/u.test(figure) || from === 1 ? findWords([figure], source) : undefined;
    if (evidence !== undefined) return evidence;
  }
  return undefined;
}

function findRow(cells: readonly string[], sources: readonly Source[]): Evidence | undefined {
  const title = foldText(cells.at(-1) ?? '');
  const source = sources.find((candidate) => isTitleOf(title, candidate));
  return source && findWords(cells.slice(0, -1), source);
}

/** A title, or its beginning: long ones are cut before a colon or with an ellipsis. */
function isTitleOf(text: string, { title }: Source): boolean {
  const whole = foldText(title).toLowerCase();
  const part = text.replace(/…$/u, '').trim().toLowerCase();
  return part.length > 3 && whole.startsWith(part);
}

/** The passage that holds all these words, and the place of the last of them. */
function findWords(texts: readonly string[], source: Source): Evidence | undefined {
  const wanted = texts.map((text) => foldText(text).replace(/…$/u, '').trim().toLowerCase());
  if (wanted.some((text) => text === '')) return undefined;
  for (const passage of source.passages) {
    const lower = passage.text.toLowerCase();
    // Another length would mean other offsets.
    if (lower.length !== passage.text.length) continue;
    const folded = lower.replaceAll(/\s/gu, ' ');
    const places = wanted.map((text) => placeOf(text, folded));
    if (places.includes(-1)) continue;
    const last = wanted.at(-1) ?? '';
    const at = places.at(-1) ?? 0;
    const start = passage.start + at;
    return {
      sourceId: source.id,
      passageId: passage.id,
      start,
      end: start + last.length,
      text: passage.text.slice(at, at + last.length),
    };
  }
  return undefined;
}

/** Where whole words stand in a text, -1 for nowhere: `5 years` does not stand in `15 years`. */
function placeOf(words: string, text: string): number {
  const isPart = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? '');
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const isCut =
      (isPart(words[0]) && isPart(text[at - 1])) ||
      (isPart(words.at(-1)) && isPart(text[at + words.length]));
    if (!isCut) return at;
  }
  return -1;
}
