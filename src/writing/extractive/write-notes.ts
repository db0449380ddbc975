import type { ArticleTemplate } from '../../core/article-template.ts';

/** Fewer voices than this carry no article that weighs one against the other. */
const FEWEST_VOICES = 2;

/** What an editor should know about an article for which the sources had little to say. */
export function writeNotes(found: {
  words: number;
  sections: number;
  voices: number;
  template: Pick<ArticleTemplate, 'name' | 'words' | 'sections' | 'headings'>;
  steps: number;
  /** Sides of a comparison with the number of sections that compare them. */
  compared?: { left: string; right: string; sections: number } | undefined;
}): string[] {
  const { template, words, sections, voices, compared } = found;
  const notes: string[] = [];
  if (words < template.words.minimum)
    notes.push(
      `The article is shorter than the ${template.words.minimum} words that the template “${template.name}” asks for: the sources say no more on this keyword.`,
    );
  if (sections < template.sections.minimum)
    notes.push(
      `The article has ${sections} ${sections === 1 ? 'section' : 'sections'}; the template “${template.name}” asks for at least ${template.sections.minimum}.`,
    );
  if (voices < FEWEST_VOICES)
    notes.push('All of the article rests on one source: nothing in it could be compared.');
  if (template.headings === 'step' && found.steps === 0)
    notes.push(
      'No source gives numbered instructions: the article explains instead of leading through steps.',
    );
  if (compared !== undefined && compared.sections < 2)
    notes.push(
      `The sources compare “${compared.left}” and “${compared.right}” in ${compared.sections === 0 ? 'no part' : 'one part only'}: find sources that treat both.`,
    );
  return notes;
}
