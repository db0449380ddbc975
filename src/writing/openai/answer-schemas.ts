import { z } from 'zod';

// Servers differ in which bounds they know: how many of each there have to be is checked afterwards.
const paragraph = z.object({
  kind: z.enum(['text', 'item', 'quote']),
  sentences: z.array(
    z.object({
      text: z.string(),
      passages: z.array(z.string()).describe('Ids of the passages that the sentence rests on'),
    }),
  ),
});

/** The plan of an article. */
export const outlineSchema = z.object({
  sections: z.array(
    z.object({ heading: z.string(), points: z.array(z.string()), sources: z.array(z.string()) }),
  ),
  faq: z.array(z.object({ question: z.string(), sources: z.array(z.string()) })),
});

/** Parts of an article, each under its name. One schema for all parts: providers cache what calls begin with. */
export const partsSchema = z.object({
  parts: z.array(z.object({ part: z.string(), paragraphs: z.array(paragraph) })),
});

/** What is written when the sections are there. */
export const closingSchema = z.object({
  title: z.string(),
  description: z.string(),
  introduction: z.array(paragraph),
  conclusion: z.array(paragraph),
});

export const headSchema = z.object({ title: z.string(), description: z.string() });

export const verdictSchema = z.object({
  verdicts: z.array(
    z.object({
      number: z.number(),
      verdict: z.enum(['supported', 'partly', 'unsupported', 'contradicted']),
    }),
  ),
});

export type AnswerParagraph = z.infer<typeof paragraph>;
export type OutlineAnswer = z.infer<typeof outlineSchema>;

/** The JSON Schema that a request carries. */
export function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema) as Record<string, unknown>;
}
