import { estimateTokens } from '../core/estimate-tokens.ts';
import type { WritingEstimate } from '../core/summary.ts';
import type { Field } from './field.ts';
import { answerSchema } from './model/answer-schema.ts';
import { windowsOf } from './model/windows-of.ts';

/** Tokens of the rules and the task of one request, without its fields and its text. */
const INSTRUCTIONS = 210;
/** Of a field in the list of fields, beside its name and description. */
const A_FIELD = 15;
/** Of an answer: one field with a value and its quote, a list, and a field without a value. */
const A_VALUE = 45;
const A_LIST = 160;
const NO_VALUE = 15;

/** What taking the fields out of a text by a model will probably take; no repair, no reasoning. */
export function estimateExtraction(
  text: string,
  fields: readonly Field[],
  { windowTokens }: { windowTokens?: number | undefined } = {},
): WritingEstimate {
  const windows = windowsOf(text, windowTokens);
  const calls = fields.length === 0 ? 0 : windows.length;
  if (calls === 0) return { calls: 0, inputTokens: 0, outputTokens: 0 };
  const described = fields.reduce(
    (sum, { name, description = '' }) => sum + A_FIELD + estimateTokens(`${name}${description}`),
    0,
  );
  const schema = estimateTokens(JSON.stringify(answerSchema(fields)));
  const read = windows.reduce(
    (sum, { start, end }) => sum + estimateTokens(text.slice(start, end)),
    0,
  );
  const values = fields.reduce((sum, { type }) => sum + (type === 'array' ? A_LIST : A_VALUE), 0);
  return {
    calls,
    inputTokens: Math.round(read + calls * (INSTRUCTIONS + described + schema)),
    // What stands in one part of a text stands in no other.
    outputTokens: Math.round(values + (calls - 1) * fields.length * NO_VALUE),
  };
}
