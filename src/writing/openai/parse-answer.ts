import type { Dossier } from '../../core/dossier.ts';
import { answerSchema, type Answer, type AnswerParagraph } from './answer-schema.ts';

/** How many problems are told to the model; more would only blur the request. */
const MOST_PROBLEMS = 12;

/** The answer, or all that keeps it from being used, in words that the model can act on. */
export function parseAnswer(
  text: string,
  dossier: Dossier,
): { answer: Answer; problems?: never } | { answer?: never; problems: string[] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problems: ['It is not JSON.'] };
  }
  const parsed = answerSchema.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'The whole answer'}: ${issue.message}`,
    );
    return { problems: problems.slice(0, MOST_PROBLEMS) };
  }
  const problems = contentProblems(parsed.data, dossier);
  return problems.length === 0
    ? { answer: parsed.data }
    : { problems: problems.slice(0, MOST_PROBLEMS) };
}

/** Empty texts and ids of sources that the dossier does not have. */
function contentProblems(answer: Answer, dossier: Dossier): string[] {
  const known = new Set(dossier.sources.map((source) => source.id));
  const problems: string[] = [];
  if (answer.title.trim() === '') problems.push('title: is empty');
  for (const [place, paragraph] of paragraphsOf(answer)) {
    if (paragraph.text.trim() === '') problems.push(`${place}: the text is empty`);
    const unknown = paragraph.sources.filter((id) => !known.has(id));
    if (unknown.length > 0) problems.push(`${place}: there is no source ${unknown.join(', ')}`);
  }
  answer.sections.forEach((section, index) => {
    if (section.heading.trim() === '') problems.push(`sections.${index}: the heading is empty`);
  });
  return problems;
}

function* paragraphsOf(answer: Answer): Generator<[place: string, paragraph: AnswerParagraph]> {
  const lists: [string, readonly AnswerParagraph[]][] = [
    ['introduction', answer.introduction],
    ...answer.sections.map((section, index): [string, AnswerParagraph[]] => [
      `sections.${index}.paragraphs`,
      section.paragraphs,
    ]),
    ...answer.faq.map((entry, index): [string, AnswerParagraph[]] => [
      `faq.${index}`,
      entry.answer,
    ]),
    ['conclusion', answer.conclusion],
  ];
  for (const [name, paragraphs] of lists) {
    for (const [index, paragraph] of paragraphs.entries()) yield [`${name}.${index}`, paragraph];
  }
}
