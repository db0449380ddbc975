import { apartFrom } from './apart-from.ts';
import type { Candidate } from './candidate.ts';

const SCHEME = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"“”„«»|\\^`{}]{3,2000}/giu;
/** Bare names only under endings that are no words and no file names. */
const BARE =
  /(?<![\p{L}\p{N}._%+@/-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,4}(?:com|org|net|info|eu|de|at|ch|fr|be|nl|lu|es|it|pt|pl|cz|dk|se|fi|ie|uk|us|ca|au|io|app|shop|online|gmbh)(?![\p{L}\p{N}@-]|\.\p{L})(?:\/[^\s<>"“”„«»|\\^`{}]{0,2000})?/gu;

/** All web addresses of a text in order; one without its protocol gets `https://`. */
export function findUrls(text: string): Candidate[] {
  const [whole, bare] = [SCHEME, BARE].map((pattern) => [...text.matchAll(pattern)].flatMap(read));
  return [...(whole ?? []), ...apartFrom(bare ?? [], whole ?? [])].toSorted(
    (left, right) => left.start - right.start,
  );
}

function read(match: RegExpExecArray): Candidate[] {
  const quote = withoutTail(match[0]);
  const address = /^https?:\/\//iu.test(quote) ? quote : `https://${quote}`;
  if (!URL.canParse(address) || !/^https?:\/\/[^/]*\p{L}/iu.test(address)) return [];
  return [{ value: address, start: match.index, end: match.index + quote.length }];
}

/** Without the punctuation of its sentence, and without a bracket that was opened before it. */
function withoutTail(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address[end - 1] ?? '';
    const isOpen =
      last === ')' && count(address.slice(0, end), '(') >= count(address.slice(0, end), ')');
    if (!/[.,;:!?'’)\]*_]/u.test(last) || isOpen) return address.slice(0, end);
    end--;
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
