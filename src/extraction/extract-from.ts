import type { PatternExtractor } from './create-pattern-extractor.ts';
import {
  extractByModel,
  type ModelContext,
  modelSettings,
  type ModelTools,
} from './extract-by-model.ts';
import type { Extraction, Field } from './field.ts';
import type { NamedPattern } from './fields/read-patterns.ts';

/** How values are found: with what tools. */
export type ExtractionMethod =
  | { name: 'pattern'; extractor: PatternExtractor; patterns: readonly NamedPattern[] }
  | ({ name: 'ai' } & ModelTools);

/** Goes up when the same text and fields come to other values. */
const PATTERN_VERSION = 1;

/** From one text to its values, by either method. */
export function extractFrom(
  text: string,
  {
    fields,
    method,
    ...context
  }: ModelContext & { fields: readonly Field[]; method: ExtractionMethod },
): Promise<Extraction> {
  if (method.name === 'ai') return extractByModel(text, fields, { ...method, ...context });
  const { language, pages, scope } = context;
  return method.extractor.extract(text, fields, { language, pages, signal: scope.signal });
}

/** All that decides the values of a text beside the text, its language and the fields. Plain JSON. */
export function methodSettings(method: ExtractionMethod): unknown {
  return method.name === 'ai'
    ? { method: 'ai', ...(modelSettings(method) as object) }
    : { method: 'pattern', version: PATTERN_VERSION, patterns: method.patterns };
}
