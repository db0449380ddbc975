import type { Article, ArticleSection, Paragraph } from '../core/article.ts';
import { foldText } from '../core/fold-text.ts';
import { doiAddress } from '../core/references/reference-facts.ts';
import { type ReferenceKind, workKind } from '../core/references/reference-kind.ts';
import { articleAddress, siteAddress } from './article-address.ts';
import type { CitedSource } from './cited-sources.ts';
import { canonicalLanguage } from './language.ts';
import { paragraphBlocks, runSeparator } from './paragraph-blocks.ts';
import type { RenderContext } from './render-context.ts';
import { siteName } from './site-name.ts';

type Thing = { '@type': string } & Readonly<Record<string, unknown>>;

const WORK_TYPES: Readonly<Record<ReferenceKind, string>> = {
  article: 'ScholarlyArticle',
  proceedings: 'ScholarlyArticle',
  preprint: 'ScholarlyArticle',
  book: 'Book',
  chapter: 'Chapter',
  dissertation: 'Thesis',
  report: 'Report',
  dataset: 'Dataset',
  web: 'CreativeWork',
  document: 'CreativeWork',
};

/** A heading that counts: `Step 2: …`, `3. …`, `第1步`. */
const NUMBERED = /^\P{N}{0,12}\p{N}+\s*\P{N}/u;

/**
 * What the page says, for search engines: JSON-LD in the words of schema.org. Holds only text that stands in the
 * page, and none of a question or step with a sentence that the sources do not bear out. Safe inside a script
 * element.
 */
export function structuredData(
  article: Article,
  sources: readonly CitedSource[],
  context: RenderContext,
): string {
  const { schema } = context.template;
  const questions = [
    ...(schema === 'FAQPage' ? article.sections.map(sectionAsQuestion) : []),
    ...article.faq.map(({ question, answer }) => ({ heading: question, paragraphs: answer })),
  ];
  const graph = [
    articleThing(article, sources, context),
    faqThing(questions, article.language),
    schema === 'HowTo' ? howToThing(article) : undefined,
    breadcrumbThing(article, context),
  ].filter((thing) => thing !== undefined);
  return escapeForScript(
    JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, undefined, 1),
  );
}

function articleThing(
  { title, description, language }: Article,
  sources: readonly CitedSource[],
  context: RenderContext,
): Thing {
  const { site, createdAt, item, template } = context;
  const about = foldText(description);
  const tag = canonicalLanguage(language);
  const publisher = foldText(site.name ?? '');
  return {
    '@type': template.schema === 'BlogPosting' ? 'BlogPosting' : 'Article',
    headline: foldText(title),
    ...(about !== '' && { description: about }),
    ...(tag !== 'und' && { inLanguage: tag }),
    datePublished: createdAt,
    dateModified: createdAt,
    ...(site.url !== undefined && { mainEntityOfPage: articleAddress(item.slug, 'html', context) }),
    ...(publisher !== '' && {
      publisher: {
        '@type': 'Organization',
        name: publisher,
        ...(site.url !== undefined && { url: siteAddress(site.url) }),
      },
    }),
    ...(sources.length > 0 && {
      citation: sources.map(citedThing),
    }),
  };
}

function citedThing({ title, url, source: { work } }: CitedSource): Thing {
  return {
    '@type': work === undefined ? 'CreativeWork' : WORK_TYPES[workKind(work)],
    name: title,
    ...(url !== undefined && { url }),
    ...(work?.doi !== undefined && { sameAs: doiAddress(work.doi) }),
    ...(work?.year !== undefined && { datePublished: String(work.year) }),
  };
}

function faqThing(entries: readonly ArticleSection[], language: string): Thing | undefined {
  const questions = entries.flatMap(({ heading, paragraphs }) => {
    const text = soundText(paragraphs, language);
    const name = foldText(heading);
    if (text === undefined || name === '') return [];
    return [{ '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } }];
  });
  return questions.length === 0 ? undefined : { '@type': 'FAQPage', mainEntity: questions };
}

/** The numbered sections as steps; nothing where the article has no two of them. */
function howToThing({ title, sections, language }: Article): Thing | undefined {
  const steps = sections.flatMap(({ heading, paragraphs }) => {
    const name = foldText(heading);
    const text = NUMBERED.test(name) ? soundText(paragraphs, language) : undefined;
    return text === undefined ? [] : [{ '@type': 'HowToStep', name, text }];
  });
  if (steps.length < 2) return undefined;
  return { '@type': 'HowTo', name: foldText(title), step: steps };
}

function breadcrumbThing(article: Article, { site }: RenderContext): Thing | undefined {
  if (site.url === undefined) return undefined;
  const crumbs = [
    { name: siteName(site), item: `${siteAddress(site.url)}/` },
    { name: foldText(article.title) },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...crumb,
    })),
  };
}

function sectionAsQuestion(section: ArticleSection): ArticleSection {
  return /[?？؟]$/u.test(foldText(section.heading)) ? section : { ...section, paragraphs: [] };
}

/** The text of paragraphs; undefined where there is none, or where a sentence of it is in doubt. */
function soundText(paragraphs: readonly Paragraph[], language: string): string | undefined {
  const entries = paragraphBlocks(paragraphs).flatMap(({ kind, entries: runs }) =>
    runs.map((each) => ({
      runs: each,
      separator: kind === 'table' ? ' ' : runSeparator(language),
    })),
  );
  if (entries.some(({ runs }) => runs.some((run) => run.doubt !== undefined))) return undefined;
  const lines = entries.map(({ runs, separator }) =>
    runs
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(separator),
  );
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** JSON that a script element holds whole, and that is still the same JSON. */
function escapeForScript(json: string): string {
  return json.replaceAll(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
