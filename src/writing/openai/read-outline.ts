import type { ArticleTemplate } from '../../core/article-template.ts';
import type { Outline, OutlineSection } from '../../core/outline.ts';
import { outlineSchema, type OutlineAnswer } from './answer-schemas.ts';
import { cleanAnswerText } from './clean-answer-text.ts';
import { otherLanguage } from './other-language.ts';
import { parseAnswer } from '../../asking/parse-answer.ts';
import type { Reading } from '../../asking/reading.ts';

export interface OutlineRules {
  template: Pick<ArticleTemplate, 'sections' | 'faq'>;
  sourceIds: ReadonlySet<string>;
  language: string;
}

const LONGEST_HEADING = 120;
const MOST_POINTS = 6;

/** The plan of an article. Sections and questions without a known source or a heading of their own are left out. */
export function readOutline(data: unknown, rules: OutlineRules): Reading<Outline> {
  const parsed = parseAnswer(data, outlineSchema);
  if (parsed.value === undefined) return { problems: parsed.problems };
  const problems: string[] = [];
  const tell = (place: string) => (problem: string) => problems.push(`${place} ${problem}`);
  const taken = new Set<string>();
  const { minimum, maximum } = rules.template.sections;
  const all = parsed.value.sections.flatMap((section, index) =>
    readSection(section, taken, rules, tell(`sections.${index}`)),
  );
  if (all.length < minimum || all.length > maximum)
    problems.push(`there are ${all.length} sections, not ${minimum} to ${maximum}`);
  const sections = all.slice(0, maximum);
  const faq = parsed.value.faq.slice(0, rules.template.faq).flatMap((entry, index) => {
    const question = readHeading(entry.question, 'question', taken, tell(`faq.${index}`));
    const sourceIds = known(entry.sources, rules, tell(`faq.${index}`));
    return question === undefined || sourceIds.length === 0 ? [] : [{ question, sourceIds }];
  });
  const words = sections.flatMap(({ heading, points }) => [heading, ...points]).join('. ');
  const language = otherLanguage(words, rules.language);
  if (language !== undefined)
    return { problems: [`it is written in “${language}”, not in “${rules.language}”`] };
  const isUsable = sections.length * 2 >= minimum && sections.length > 0;
  return isUsable ? { problems, value: { sections, faq } } : { problems };
}

function readSection(
  { heading: raw, points, sources }: OutlineAnswer['sections'][number],
  taken: Set<string>,
  rules: OutlineRules,
  tell: (problem: string) => void,
): OutlineSection[] {
  const sourceIds = known(sources, rules, tell);
  if (sourceIds.length === 0) return [];
  const heading = readHeading(raw, 'heading', taken, tell);
  if (heading === undefined) return [];
  const cleaned = points.slice(0, MOST_POINTS).map((point) => cleanAnswerText(point).text ?? '');
  return [{ heading, points: cleaned.filter((point) => point !== ''), sourceIds }];
}

/** A heading that is plain text, not too long, and not taken yet. */
function readHeading(
  raw: string,
  name: string,
  taken: Set<string>,
  tell: (problem: string) => void,
): string | undefined {
  const { text, problem } = cleanAnswerText(raw);
  if (text === undefined) {
    tell(`has a ${name} that ${problem}`);
    return undefined;
  }
  if (text.length > LONGEST_HEADING) {
    tell(`has a ${name} of more than ${LONGEST_HEADING} characters`);
    return undefined;
  }
  const key = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (taken.has(key)) {
    tell(`has a ${name} that stands there already`);
    return undefined;
  }
  taken.add(key);
  return text;
}

function known(
  ids: readonly string[],
  { sourceIds }: OutlineRules,
  tell: (problem: string) => void,
): string[] {
  // A passage's id names its source too.
  const sources = [...new Set(ids.map((id) => id.trim().replace(/^(s\d+)p\d+$/u, '$1')))];
  const unknown = sources.filter((id) => !sourceIds.has(id));
  if (unknown.length > 0)
    tell(`names sources that are not there: ${unknown.slice(0, 5).join(', ').slice(0, 80)}`);
  if (ids.length === 0) tell('names no source');
  return sources.filter((id) => sourceIds.has(id));
}
