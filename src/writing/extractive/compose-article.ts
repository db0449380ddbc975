import { citedTexts, type Article, type ArticleSection } from '../../core/article.ts';
import type { ArticleTemplate } from '../../core/article-template.ts';
import { cutText } from '../../core/cut-text.ts';
import { AppError } from '../../core/errors.ts';
import { countWords } from '../../core/text/count-words.ts';
import { titleCase } from '../../core/title-case.ts';
import type { WriteRequest } from '../article-writer.ts';
import { citeRuns } from './cite-runs.ts';
import { Sides } from './comparison/read-sides.ts';
import { splitSides } from './comparison/split-sides.ts';
import { addFigures } from './figures/add-figures.ts';
import { figurePhrases } from './figures/figure-phrases.ts';
import { fitTitle } from './fit-title.ts';
import { planTopics } from './plan-topics.ts';
import { prepareMaterial, type PreparedMaterial } from './prepare-material.ts';
import { UsedText } from './used-text.ts';
import { chooseConclusion } from './write-conclusion.ts';
import { writeDescription } from './write-description.ts';
import { writeFaq } from './write-faq.ts';
import { chooseIntroduction } from './write-introduction.ts';
import { writeNotes } from './write-notes.ts';
import { writeSections } from './write-sections.ts';
import { writeSteps } from './write-steps.ts';

const FEWEST_SENTENCES = 3;
/** More than this share of what the sources say would be a copy, not a choice; little material is taken nearly whole. */
const SHARE_OF_MATERIAL = 0.5;
const SHARE_OF_LITTLE = 0.9;
/** A section is no smaller than this, or than this share of a short article. */
const SMALLEST_SECTION = { words: 35, share: 0.12 };
/** Share of an article's words in its sections; the rest is introduction, FAQ and conclusion. */
const SECTIONS_SHARE = 0.75;
const LONGEST_HEADING = 70;

/**
 * Builds an article out of sentences of the dossier, each with its source, and out of lines and tables made of their
 * figures; deterministic. What an editor should know about thin material stands in its notes.
 * @throws AppError `NO_SOURCES` when the dossier has fewer than three sentences that can be printed.
 */
export function composeArticle({
  item,
  dossier,
  template,
  language: asked,
}: WriteRequest): Article {
  const prepared = prepareMaterial({ dossier, language: asked });
  const { material, language } = prepared;
  const usable = material.material.sentences.filter((sentence) => sentence.usable);
  if (usable.length < FEWEST_SENTENCES) throw tooLittle(item.keyword, usable.length);

  const used = new UsedText(material);
  const split = splitSides(item.keyword, language);
  const sides = split === undefined ? undefined : new Sides(split, material);
  const available = usable.reduce((sum, sentence) => sum + sentence.words, 0);
  const introduction = chooseIntroduction(material, used, available, sides).flatMap((run) =>
    citeRuns(material, [run]),
  );
  const words = wordsFor(template, available);
  const fewestWords = Math.min(SMALLEST_SECTION.words, words * SMALLEST_SECTION.share);
  const taken = new Map<string, string>();
  const steps = template.headings === 'step' ? writeSteps(material, used, taken) : [];
  const questions = dossier.questions.slice(1);
  const sectionWords = (words - wordsOf(steps, language)) * SECTIONS_SHARE;
  const plan = planTopics(material, {
    questions,
    words: sectionWords,
    skipBasics: steps.length > 0,
    fewestWords,
    sections: {
      minimum: Math.max(1, template.sections.minimum - steps.length),
      maximum: Math.max(1, template.sections.maximum - steps.length),
    },
  });
  const topics = plan.chosen.map((each) => each.topic);
  const conclusionRuns = chooseConclusion(material, topics, used);
  const shown = titleCase(cutText(item.keyword, LONGEST_HEADING), language);
  const written = writeSections(material, used, plan, {
    template,
    questions,
    words: sectionWords,
    fewestWords,
    standing: steps,
    taken,
    fallbackHeading: cutText(`${shown}: ${figurePhrases(language).keyFacts}`, LONGEST_HEADING),
    sides: template.name === 'comparison' || template.headings === 'topic' ? sides : undefined,
  });
  const { sections, table } = addFigures(prepared, written.treated, { keyword: shown, words });
  const faq = writeFaq(material, { free: written.rest, treated: topics }, used, {
    limit: template.faq,
    headings: sections.map((section) => section.heading),
  });
  const ordered = sides === undefined ? sections : leadWithTable(sections, sides, language);
  const numbered = template.headings === 'item' ? numberSections(ordered) : ordered;
  const article: Article = {
    title:
      item.title ??
      fitTitle({
        keyword: item.keyword,
        template,
        language,
        count: numbered.length,
        year: new Date(dossier.createdAt).getUTCFullYear(),
        // No title promises steps that the sources did not have.
        promise: template.headings !== 'step' || steps.length > 0,
      }),
    description: '',
    language,
    introduction,
    // The template's most sections are kept: a table without room is left out.
    sections:
      table === undefined || numbered.length >= template.sections.maximum
        ? numbered
        : [...numbered, table],
    faq,
    conclusion: citeRuns(material, conclusionRuns),
    writer: 'extractive',
  };
  if (citedTexts(article).length === 0) throw tooLittle(item.keyword, usable.length);
  const notes = notesOn(article, prepared, {
    template,
    steps: steps.length,
    compared:
      split === undefined || template.name !== 'comparison'
        ? undefined
        : { left: split[0].name, right: split[1].name, sections: written.compared },
  });
  const description = writeDescription(openingOf(article), {
    terms: material.keywordTerms,
    language,
  });
  return { ...article, description, ...(notes.length === 0 ? {} : { notes }) };
}

/** How long an article may get: as the template asks, and no more than a choice of what there is. */
function wordsFor(template: ArticleTemplate, available: number): number {
  const middle = (template.words.minimum + template.words.maximum) / 2;
  const share = available < template.words.minimum ? SHARE_OF_LITTLE : SHARE_OF_MATERIAL;
  return Math.min(middle, available * share);
}

/** A comparison opens with the section whose table holds both sides. */
function leadWithTable(
  sections: readonly ArticleSection[],
  sides: Sides,
  language: string,
): readonly ArticleSection[] {
  const leads = sections.find(({ paragraphs }) => {
    const cells = paragraphs.filter((each) => each.kind === 'row').flatMap((each) => each.content);
    return sides.ofText(cells.map((cell) => cell.text).join(' '), language) === 'both';
  });
  return leads === undefined ? sections : [leads, ...sections.filter((each) => each !== leads)];
}

function numberSections(sections: readonly ArticleSection[]): ArticleSection[] {
  return sections.map(({ heading, paragraphs }, index) => ({
    heading: `${index + 1}. ${heading}`,
    paragraphs,
  }));
}

/** Sentences of running text that may describe the article, the first ones first. */
function openingOf({ introduction, sections }: Article) {
  return [...introduction, ...sections.flatMap((section) => section.paragraphs)]
    .filter((paragraph) => paragraph.kind === 'text')
    .flatMap((paragraph) => paragraph.content);
}

function notesOn(
  article: Article,
  prepared: PreparedMaterial,
  found: Pick<Parameters<typeof writeNotes>[0], 'template' | 'steps' | 'compared'>,
): string[] {
  const texts = citedTexts(article);
  const words = texts.reduce((sum, { text }) => sum + countWords(text, article.language), 0);
  const voices = new Set(
    texts.flatMap(({ citations }) => citations.map((each) => prepared.voiceOf(each.sourceId))),
  );
  const { sections } = article;
  const notes = writeNotes({ ...found, words, sections: sections.length, voices: voices.size });
  return [...prepared.notes, ...notes];
}

function wordsOf(sections: readonly ArticleSection[], language: string): number {
  return sections
    .flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.content))
    .reduce((sum, { text }) => sum + countWords(text, language), 0);
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
