import type { Citation } from '../../core/article.ts';
import type { MaterialSentence } from './material.ts';

/** Cites a part of a sentence; `start` and `end` count in its folded text. */
export function citePart(sentence: MaterialSentence, start: number, end: number): Citation {
  const { sourceId, passageId } = sentence;
  return {
    sourceId,
    passageId,
    start: sentence.start + rawOffset(sentence, start),
    end: sentence.start + rawOffset(sentence, end - 1) + 1,
  };
}

/** Where a code unit of the folded text stands in the source's own words, where white space may be longer. */
function rawOffset({ raw, text }: MaterialSentence, offset: number): number {
  if (raw.length === text.length) return offset;
  let folded = 0;
  for (let index = 0; index < raw.length; index += 1) {
    if (folded === offset) return index;
    const isSpace = /\s/u.test(raw[index] ?? '');
    if (!isSpace || !/\s/u.test(raw[index + 1] ?? '')) folded += 1;
  }
  return raw.length;
}
