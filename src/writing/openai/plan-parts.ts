import type { Outline } from '../../core/outline.ts';
import { isShortArticle, wordShares, type WritingShape } from '../../core/writing-plan.ts';

/** A part of an article that is to be written. */
export interface PlannedPart {
  /** `sections.2`, `faq.0` */
  part: string;
  /** Its heading, or the question. */
  heading: string;
  points: readonly string[];
  sourceIds: readonly string[];
  words: number;
}

/** Every part of the outline, in reading order. */
export function plannedParts(outline: Outline, shape: WritingShape): PlannedPart[] {
  const words = wordShares(shape, outline.sections.length);
  return [
    ...outline.sections.map((section, index) => ({
      ...section,
      part: `sections.${index}`,
      words: words.section,
    })),
    ...outline.faq.map(({ question, sourceIds }, index) => ({
      part: `faq.${index}`,
      heading: question,
      points: [],
      sourceIds,
      words: words.answer,
    })),
  ];
}

/** The parts by the calls that write them: each section one, the FAQ one; a short article all in one. */
export function partGroups(outline: Outline, shape: WritingShape): PlannedPart[][] {
  const parts = plannedParts(outline, shape);
  if (isShortArticle(shape)) return [parts];
  const isAnswer = ({ part }: PlannedPart) => part.startsWith('faq.');
  const faq = parts.filter(isAnswer);
  const sections = parts.filter((part) => !isAnswer(part)).map((part) => [part]);
  return faq.length === 0 ? sections : [...sections, faq];
}
