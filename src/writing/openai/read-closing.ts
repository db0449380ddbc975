import type { Article, Paragraph } from '../../core/article.ts';
import { spareDescription } from '../../core/spare-description.ts';
import { closingSchema } from './answer-schemas.ts';
import { parseAnswer } from '../../asking/parse-answer.ts';
import { readHead, type HeadRules } from './read-head.ts';
import { readParagraphs, type TextRules } from './read-paragraphs.ts';
import type { Reading } from '../../asking/reading.ts';

export type Closing = Pick<Article, 'title' | 'description' | 'introduction' | 'conclusion'>;

/**
 * What closes an article. Without a usable introduction it has no value; a conclusion may be missing, and a description
 * that cannot be used is made of the introduction.
 */
export function readClosing(data: unknown, rules: TextRules & HeadRules): Reading<Closing> {
  const parsed = parseAnswer(data, closingSchema);
  if (parsed.value === undefined) return { problems: parsed.problems };
  const { head, problems } = readHead(parsed.value, rules);
  const introduction = readParagraphs('introduction', parsed.value.introduction, rules);
  const conclusion: Reading<Paragraph[]> =
    parsed.value.conclusion.length === 0
      ? { problems: [], value: [] }
      : readParagraphs('conclusion', parsed.value.conclusion, rules);
  const all = [...problems, ...introduction.problems, ...conclusion.problems];
  if (introduction.value === undefined) return { problems: all };
  return {
    problems: all,
    value: {
      ...head,
      description: head.description || spareDescription({ introduction: introduction.value }),
      introduction: introduction.value,
      conclusion: conclusion.value ?? [],
    },
  };
}
