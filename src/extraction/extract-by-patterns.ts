import type { PageSpan } from '../documents/document.ts';
import { styleOf } from './candidates/text-style.ts';
import type { Candidate } from './candidates/candidate.ts';
import type { Extraction, Field } from './field.ts';
import { chooseValues } from './patterns/choose-values.ts';
import { asExtraction } from './as-extraction.ts';

export interface TextContext {
  /** BCP 47 tag of the text, where it is known: it decides how ambiguous dates and numbers are read. */
  language?: string | undefined;
  /** Pages of the text, for the place of each value. */
  pages?: readonly PageSpan[] | undefined;
}

/** What the patterns of the user found, by the name of the pattern; see `createPatternExtractor`. */
export type FoundByPattern = ReadonlyMap<string, FoundMatches>;

export interface FoundMatches {
  matches: readonly Candidate[];
  /** What the matches stand behind in the text, where the pattern names it. */
  label?: string;
  /** Why the matches may not be all. */
  warning?: string;
}

/**
 * Values for the fields from a text alone: what stands behind, below or near the label of a field and has its type; else,
 * for types that show by their form, the first of its type that no other field has. Never throws for any text; the time
 * grows with the text's length.
 */
export function extractByPatterns(
  text: string,
  fields: readonly Field[],
  context: TextContext & { found?: FoundByPattern } = {},
): Extraction {
  const style = styleOf(text, context.language);
  const chosen = chooseValues(text, fields, style, context.found);
  return asExtraction(text, fields, chosen, context.pages);
}
