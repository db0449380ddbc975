import { z } from 'zod';

const paragraph = z.object({
  text: z.string().describe('One paragraph of plain text, 40 to 120 words'),
  sources: z.array(z.string()).min(1).describe('Ids of the sources that the paragraph rests on'),
});

/** The answer that the model is asked for. Every field is required, as strict schemas want it. */
export const answerSchema = z.object({
  title: z.string(),
  meta_description: z.string(),
  introduction: z.array(paragraph).min(1),
  sections: z
    .array(z.object({ heading: z.string(), paragraphs: z.array(paragraph).min(1) }))
    .min(1),
  faq: z.array(z.object({ question: z.string(), answer: z.array(paragraph).min(1) })),
  conclusion: z.array(paragraph),
});

export type Answer = z.infer<typeof answerSchema>;
export type AnswerParagraph = z.infer<typeof paragraph>;
