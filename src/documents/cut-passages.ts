import { countWords } from '../core/text/count-words.ts';
import { cutSections } from './cut-sections.ts';

/** A run of a document's text: offsets in UTF-16 code units, `end` exclusive. */
export interface TextPassage {
  start: number;
  end: number;
  /** The nearest heading above, without its marks. */
  heading?: string;
}

/** In words; see `CutSizes`. */
const SIZES = { least: 60, good: 150, most: 220, mostCharacters: 4000 };

/**
 * Cuts text in the block form of `DocumentContent` into passages of about 60 to 220 words. A passage follows the borders
 * of blocks, never crosses a heading and never cuts a sentence; short sections make short passages. Headings are no
 * part of a passage; the title at the top of a document counts for no heading.
 */
export function cutPassages(text: string, language = 'en'): TextPassage[] {
  const measure = (part: string): number => countWords(part, language);
  return cutSections(text, language, SIZES, measure).flatMap(({ heading, joined }) =>
    joined.map(({ start, end }) => ({ start, end, ...(heading === undefined ? {} : { heading }) })),
  );
}
