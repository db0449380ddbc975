import type { Paragraph } from '../../core/article.ts';
import { partsSchema } from './answer-schemas.ts';
import { parseAnswer } from '../../asking/parse-answer.ts';
import { readParagraphs, type TextRules } from './read-paragraphs.ts';
import type { Reading } from '../../asking/reading.ts';

/** Parts by their names; an answer of the FAQ may be missing, a section may not. */
export type WrittenParts = ReadonlyMap<string, readonly Paragraph[]>;

/** The parts that were asked for, in an answer that may hold others too. */
export function readParts(
  data: unknown,
  asked: readonly string[],
  rules: TextRules,
): Reading<WrittenParts> {
  const parsed = parseAnswer(data, partsSchema);
  if (parsed.value === undefined) return { problems: parsed.problems };
  const { parts } = parsed.value;
  const problems: string[] = [];
  const written = new Map<string, readonly Paragraph[]>();
  for (const name of asked) {
    const isOnly = asked.length === 1 && parts.length === 1;
    const answer = isOnly ? parts[0] : parts.find(({ part }) => part.trim() === name);
    const reading =
      answer === undefined
        ? { problems: [`${name} is missing`] }
        : readParagraphs(name, answer.paragraphs, rules);
    problems.push(...reading.problems);
    if (reading.value !== undefined) written.set(name, reading.value);
  }
  const isUsable =
    written.size > 0 && asked.every((name) => written.has(name) || name.startsWith('faq.'));
  return isUsable ? { problems, value: written } : { problems };
}
