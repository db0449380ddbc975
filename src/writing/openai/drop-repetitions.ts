import type { Paragraph } from '../../core/article.ts';
import type { Repetition } from '../../core/find-repetitions.ts';

/** A part without the runs that repeat others; as it is where nothing would be left. */
export function dropRepetitions(
  paragraphs: readonly Paragraph[],
  repetitions: readonly Pick<Repetition, 'paragraph' | 'run'>[],
): readonly Paragraph[] {
  if (repetitions.length === 0) return paragraphs;
  const dropped = new Set(repetitions.map(({ paragraph, run }) => `${paragraph} ${run}`));
  const kept = paragraphs
    .map((paragraph, index) => ({
      ...paragraph,
      content: paragraph.content.filter((_, run) => !dropped.has(`${index} ${run}`)),
    }))
    .filter(({ content }) => content.length > 0);
  return kept.length === 0 ? paragraphs : kept;
}
