import { citedTexts, type Article, type ArticleSection } from '../../core/article.ts';
import { cutText } from '../../core/cut-text.ts';
import { AppError } from '../../core/errors.ts';
import { titleCase } from '../../core/title-case.ts';
import { articleTitle } from '../article-title.ts';
import type { WriteRequest } from '../article-writer.ts';
import { ArticleMaterial } from './article-material.ts';
import { headingKey } from './choose-heading.ts';
import { citeRuns } from './cite-runs.ts';
import type { Topic } from './cluster-topics.ts';
import { keepSubject } from './keep-subject.ts';
import { readMaterial } from './material.ts';
import { planTopics } from './plan-topics.ts';
import { UsedText } from './used-text.ts';
import { chooseConclusion } from './write-conclusion.ts';
import { writeDescription } from './write-description.ts';
import { writeFaq } from './write-faq.ts';
import { chooseIntroduction } from './write-introduction.ts';
import { writeSection } from './write-section.ts';
import { writeSteps } from './write-steps.ts';

const FEWEST_SENTENCES = 3;
/** More than this share of what the sources say would be a copy, not a choice; little material is taken nearly whole. */
const SHARE_OF_MATERIAL = 0.5;
const SHARE_OF_LITTLE = 0.9;
/** A section is no smaller than this, or than this share of a short article. */
const SMALLEST_SECTION = { words: 35, share: 0.12 };
/** Share of an article's words in its sections; the rest is introduction, FAQ and conclusion. */
const SECTIONS_SHARE = 0.75;
const FEWEST_SECTION_WORDS = 70;
const MOST_SECTION_WORDS = 320;
const LONGEST_HEADING = 70;
const PLAIN_TITLE = { title: '{{ keyword }}' };

/**
 * Builds an article out of sentences of the dossier, each with its source; deterministic.
 * @throws AppError `NO_SOURCES` when the dossier has fewer than three sentences that can be printed.
 */
export function composeArticle({ item, dossier, template, language }: WriteRequest): Article {
  const material = new ArticleMaterial(readMaterial(keepSubject(dossier, language), language), {
    dossier,
    language,
  });
  const usable = material.material.sentences.filter((sentence) => sentence.usable);
  if (usable.length < FEWEST_SENTENCES) throw tooLittle(item.keyword, usable.length);

  const used = new UsedText(material);
  const available = usable.reduce((sum, sentence) => sum + sentence.words, 0);
  const introduction = chooseIntroduction(material, used, available).flatMap((run) =>
    citeRuns(material, [run]),
  );
  const middle = (template.words.minimum + template.words.maximum) / 2;
  const share = available < template.words.minimum ? SHARE_OF_LITTLE : SHARE_OF_MATERIAL;
  const words = Math.min(middle, available * share);
  const fewestWords = Math.min(SMALLEST_SECTION.words, words * SMALLEST_SECTION.share);

  const taken = new Map<string, string>();
  const steps = template.headings === 'step' ? writeSteps(material, used, taken) : [];
  const stepWords = countOf(steps, material);
  const plan = planTopics(material, {
    questions: dossier.questions.slice(1),
    words: (words - stepWords) * SECTIONS_SHARE,
    skipBasics: steps.length > 0,
    fewestWords,
    sections: {
      minimum: Math.max(1, template.sections.minimum - steps.length),
      maximum: Math.max(1, template.sections.maximum - steps.length),
    },
  });
  const topics = plan.chosen.map((each) => each.topic);
  const conclusionRuns = chooseConclusion(material, topics, used);
  const sectionWords = (words - stepWords) * SECTIONS_SHARE;
  const sections: ArticleSection[] = [...steps];
  const unused: Topic[] = [];
  const fallbackHeading = titleCase(cutText(item.keyword, LONGEST_HEADING), language);
  let quotes = Math.ceil(plan.chosen.length / 2);
  for (const { topic, share } of plan.chosen) {
    const section = writeSection(material, topic, used, {
      words: Math.max(FEWEST_SECTION_WORDS, Math.min(MOST_SECTION_WORDS, sectionWords * share)),
      fewestWords,
      style: template.headings,
      questions: dossier.questions.slice(1),
      taken,
      fallbackHeading,
      quote: quotes > 0,
    });
    if (section === undefined) {
      unused.push(topic);
      continue;
    }
    taken.set(headingKey(section.heading, language), section.heading);
    if (section.paragraphs.some((paragraph) => paragraph.kind === 'quote')) quotes -= 1;
    const same = sections.findIndex((each) => each.heading === section.heading);
    if (same === -1) sections.push(section);
    else sections[same] = joinSections(sections[same] ?? section, section);
  }
  const faq = writeFaq(material, { free: [...plan.rest, ...unused], treated: topics }, used, {
    limit: template.faq,
    headings: sections.map((section) => section.heading),
  });
  const numbered =
    template.headings === 'item'
      ? sections.map(({ heading, paragraphs }, index) => ({
          heading: `${index + 1}. ${heading}`,
          paragraphs,
        }))
      : sections;
  const article: Article = {
    title:
      item.title ??
      articleTitle({
        keyword: item.keyword,
        // No title promises steps that the sources did not have.
        template: template.headings === 'step' && steps.length === 0 ? PLAIN_TITLE : template,
        language,
        count: numbered.length,
        year: new Date(dossier.createdAt).getUTCFullYear(),
      }),
    description: '',
    language,
    introduction,
    sections: numbered,
    faq,
    conclusion: citeRuns(material, conclusionRuns),
    writer: 'extractive',
  };
  if (citedTexts(article).length === 0) throw tooLittle(item.keyword, usable.length);
  const opening = [...introduction, ...numbered.flatMap((section) => section.paragraphs)]
    .filter((paragraph) => paragraph.kind !== 'quote')
    .flatMap((paragraph) => paragraph.content);
  const keyword = { terms: material.keywordTerms, language };
  return { ...article, description: writeDescription(opening, keyword) };
}

/** Topics without a heading of their own share one. */
function joinSections(first: ArticleSection, second: ArticleSection): ArticleSection {
  return { heading: first.heading, paragraphs: [...first.paragraphs, ...second.paragraphs] };
}

function countOf(sections: readonly ArticleSection[], material: ArticleMaterial): number {
  const texts = sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) => paragraph.content),
  );
  const known = new Map(
    material.material.sentences.map((sentence) => [sentence.text, sentence.words]),
  );
  return texts.reduce((sum, each) => sum + (known.get(each.text) ?? 0), 0);
}

function tooLittle(keyword: string, sentences: number): AppError {
  return new AppError(
    'NO_SOURCES',
    `The sources found for “${keyword.slice(0, 80)}” hold too little text to build an article from (usable sentences: ${sentences}).`,
    {
      suggestions: [
        'Add documents on this subject with --library, or URLs in the `sources` column.',
        'Use a keyword that the sources treat in more words.',
        'Set OPENAI_API_KEY and use --writer openai, which can work with notes and tables.',
      ],
    },
  );
}
