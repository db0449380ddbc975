import type { ArticleTemplate } from '../../core/article-template.ts';
import type { ArticleSection } from '../../core/article.ts';
import type { ArticleMaterial } from './article-material.ts';
import { headingKey } from './choose-heading.ts';
import type { Topic } from './cluster-topics.ts';
import { comparedTopics } from './comparison/compared-topics.ts';
import type { Sides } from './comparison/read-sides.ts';
import { writeComparedSection } from './comparison/write-compared-section.ts';
import type { TreatedSection } from './figures/place-figure-lines.ts';
import type { TopicPlan } from './plan-topics.ts';
import type { UsedText } from './used-text.ts';
import { writeSection, type SectionOptions } from './write-section.ts';

const FEWEST_SECTION_WORDS = 70;
const MOST_SECTION_WORDS = 320;

export interface SectionsRequest {
  template: Pick<ArticleTemplate, 'sections' | 'headings'>;
  questions: readonly string[];
  /** Words for all sections together. */
  words: number;
  fewestWords: number;
  /** Sections that stand already: the steps. */
  standing: readonly ArticleSection[];
  taken: Map<string, string>;
  fallbackHeading: string;
  sides: Sides | undefined;
}

export interface WrittenSections {
  treated: TreatedSection[];
  /** How many of them put both sides of a comparison next to each other. */
  compared: number;
  /** Topics without a section, best first. */
  rest: Topic[];
}

/** Writes the sections after the steps: those that compare first, then what else the plan chose. */
export function writeSections(
  material: ArticleMaterial,
  used: UsedText,
  plan: TopicPlan,
  request: SectionsRequest,
): WrittenSections {
  const treated: TreatedSection[] = request.standing.map((section) => ({ section, topics: [] }));
  const unused: Topic[] = [];
  const { sides, taken } = request;
  const options = (share: number): SectionOptions => ({
    words: Math.max(FEWEST_SECTION_WORDS, Math.min(MOST_SECTION_WORDS, request.words * share)),
    fewestWords: request.fewestWords,
    style: request.template.headings,
    questions: request.questions,
    taken,
    fallbackHeading: request.fallbackHeading,
    quote: false,
  });
  const add = (section: ArticleSection, topic: Topic) => {
    taken.set(headingKey(section.heading, material.language), section.heading);
    const same = treated.findIndex((each) => each.section.heading === section.heading);
    const known = treated[same];
    if (known === undefined) treated.push({ section, topics: [topic] });
    else treated[same] = joined(known, section, topic);
  };
  let compared = 0;
  const aspects = sides === undefined ? [] : comparedTopics(material, sides);
  const most = request.template.sections.maximum;
  const done = new Set<Topic>();
  for (const topic of aspects.slice(0, most)) {
    if (sides === undefined) break;
    const share = 1 / Math.max(request.template.sections.minimum, Math.min(most, aspects.length));
    const section = writeComparedSection(material, topic, sides, used, options(share));
    if (section === undefined) continue;
    done.add(topic);
    add(section, topic);
    compared += 1;
  }
  // Whoever compares two things is not served with sections on one of them beyond what the template needs.
  const room = sides === undefined || compared === 0 ? most : request.template.sections.minimum;
  let quotes = Math.ceil(plan.chosen.length / 2);
  for (const { topic, share } of plan.chosen) {
    if (done.has(topic)) continue;
    const section =
      sides !== undefined && treated.length >= room
        ? undefined
        : writeSection(material, topic, used, { ...options(share), quote: quotes > 0 });
    if (section === undefined) {
      unused.push(topic);
      continue;
    }
    if (section.paragraphs.some((paragraph) => paragraph.kind === 'quote')) quotes -= 1;
    add(section, topic);
  }
  return { treated, compared, rest: [...plan.rest.filter((topic) => !done.has(topic)), ...unused] };
}

/** Topics without a heading of their own share one. */
function joined(known: TreatedSection, section: ArticleSection, topic: Topic): TreatedSection {
  const paragraphs = [...known.section.paragraphs, ...section.paragraphs];
  return {
    section: { heading: known.section.heading, paragraphs },
    topics: [...known.topics, topic],
  };
}
