import { z } from 'zod';
import { askModel } from '../../asking/ask-model.ts';
import { parseAnswer } from '../../asking/parse-answer.ts';
import type { Reading } from '../../asking/reading.ts';
import { cutText } from '../../core/cut-text.ts';
import { foldText } from '../../core/fold-text.ts';
import type { CallScope } from '../../providers/call.ts';
import type { ModelTools } from '../extract-by-model.ts';
import { extractByPatterns } from '../extract-by-patterns.ts';
import { type Field, SCALAR_TYPES } from '../field.ts';
import { nameProblem } from '../fields/check-name.ts';
import { createQuoteFinder } from '../model/find-quote.ts';
import { cutWindows } from '../model/cut-windows.ts';
import type { DiscoveredField, SampleText } from './discovered-field.ts';

const MOST_FIELDS = 25;
const OUTPUT_TOKENS = 6000;
const MAX_OUTPUT_TOKENS = 16_000;
/** Tokens of all texts of a sample together: the beginnings of documents show which fields they have. */
const SAMPLE_TOKENS = 12_000;
const LONGEST_EXAMPLE = 80;

const proposal = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.enum(SCALAR_TYPES),
      isList: z.boolean(),
      description: z.string(),
      quote: z.string(),
    }),
  ),
});
const SCHEMA = z.toJSONSchema(proposal) as Record<string, unknown>;

/**
 * Fields that a model proposes for the documents of a sample, each with an example that stands in one of them; its share is
 * that of the documents in which the patterns find a value for it, or the words of the example.
 * @throws AppError `ANSWER_INVALID` when the answer is of no use, or what the call failed with.
 */
export async function discoverByModel(
  sample: readonly SampleText[],
  options: ModelTools & { scope: CallScope; most?: number },
): Promise<DiscoveredField[]> {
  const {
    model,
    prompts,
    scope,
    most = MOST_FIELDS,
    maxOutputTokens = MAX_OUTPUT_TOKENS,
  } = options;
  const each = Math.max(200, Math.floor(SAMPLE_TOKENS / Math.max(1, sample.length)));
  const texts = sample.map(({ text }) => {
    const [first] = cutWindows(text, { tokens: each, overlap: 0 });
    return text.slice(first?.start, first?.end);
  });
  if (!texts.some((text) => /[\p{L}\p{N}]/u.test(text))) return [];
  const finders = texts.map(createQuoteFinder);
  const read = (data: unknown): Reading<DiscoveredField[]> => {
    const parsed = parseAnswer(data, proposal);
    if (parsed.value === undefined) return { problems: parsed.problems };
    const problems: string[] = [];
    const fields = new Map<string, DiscoveredField>();
    for (const { name: raw, type, isList, description, quote } of parsed.value.fields) {
      const name = foldText(raw);
      const problem = nameProblem(name);
      const example = exampleOf(quote);
      if (problem !== undefined)
        problems.push(`the field “${cutText(name, 60)}” has a name that ${problem}`);
      else if (fields.has(name)) problems.push(`the field ${name} is proposed twice`);
      else if (example === undefined) problems.push(`the quote of ${name} stands in no document`);
      else {
        const field: Field = { name, ...(isList ? { type: 'array', items: type } : { type }) };
        const told = cutText(foldText(description), 300);
        const described = told === '' ? field : { ...field, description: told };
        fields.set(name, {
          ...described,
          share: shareOf(described, quote),
          example,
          found: 'model',
        });
      }
    }
    const value = [...fields.values()].slice(0, most);
    return value.length === 0
      ? { problems: [...problems, 'it proposes no field'] }
      : { problems, value };
  };
  return askModel(
    {
      part: 'fields',
      messages: prompts.discover({ texts, most }),
      schemaName: 'fields',
      schema: SCHEMA,
      outputTokens: OUTPUT_TOKENS,
      read,
      repair: prompts.repair,
    },
    { model, maxOutputTokens },
    scope,
  );

  /** The words of the document, and not those of the model. */
  function exampleOf(quote: string): string | undefined {
    for (const [index, finder] of finders.entries()) {
      const place = finder.find(quote);
      if (place !== undefined)
        return cutText(
          foldText(texts[index]?.slice(place.start, place.end) ?? ''),
          LONGEST_EXAMPLE,
        );
    }
    return undefined;
  }

  function shareOf(field: Field, quote: string): number {
    const having = sample.filter(({ text, language }, index) => {
      const { value } = extractByPatterns(text, [field], { language }).fields[field.name] ?? {};
      return (value !== null && value !== undefined) || finders[index]?.find(quote) !== undefined;
    });
    return having.length / sample.length;
  }
}
