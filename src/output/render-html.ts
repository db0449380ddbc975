import { Liquid } from 'liquidjs';
import type { Article, Paragraph } from '../core/article.ts';
import { cutText } from '../core/cut-text.ts';
import { foldText } from '../core/fold-text.ts';
import { CitedSources } from './cited-sources.ts';
import { canonicalLanguage, textDirection } from './language.ts';
import { paragraphBlocks, runSeparator } from './paragraph-blocks.ts';
import { phrasesOf } from './phrases.ts';
import type { RenderContext } from './render-context.ts';

/** What search engines and tabs show of a page's title. */
const TITLE_CHARACTERS = 70;

/** One engine for each folder of templates, because it keeps what it has parsed. */
const engines = new Map<string, Liquid>();

/**
 * The article as one HTML page that needs nothing else: no script, no request. The template is
 * `article.liquid` in the folder that the context names; all that it prints is escaped.
 */
export async function renderHtml(article: Article, context: RenderContext): Promise<string> {
  const liquid = engines.get(context.pagesDirectory) ?? createEngine(context.pagesDirectory);
  engines.set(context.pagesDirectory, liquid);
  return String(await liquid.renderFile('article', pageScope(article, context)));
}

function createEngine(pagesDirectory: string): Liquid {
  return new Liquid({
    root: pagesDirectory,
    extname: '.liquid',
    cache: true,
    outputEscape: 'escape',
    strictFilters: true,
  });
}

function pageScope(article: Article, { item, dossier, createdAt }: RenderContext) {
  const language = canonicalLanguage(article.language);
  const sources = new CitedSources(article, dossier);
  const phrases = phrasesOf(language);
  const blocks = (paragraphs: readonly Paragraph[]) =>
    paragraphBlocks(paragraphs).map(({ kind, entries }) => ({
      kind,
      entries: entries.map((runs) =>
        runs.map((run) => ({ text: run.text, numbers: sources.numbersOf(run) })),
      ),
    }));
  const title = foldText(article.title);
  return {
    language,
    direction: textDirection(language),
    separator: runSeparator(language),
    title,
    shortTitle: shortTitle(title),
    description: foldText(article.description),
    keyword: item.keyword,
    createdAt,
    date: longDate(createdAt, language),
    byline:
      article.model === undefined
        ? phrases.writtenByExtractive
        : phrases.writtenByModel.replace('{model}', () => foldText(article.model ?? '')),
    introduction: blocks(article.introduction),
    sections: article.sections.map((section) => ({
      heading: foldText(section.heading),
      blocks: blocks(section.paragraphs),
    })),
    faq: article.faq.map((entry) => ({
      question: foldText(entry.question),
      blocks: blocks(entry.answer),
    })),
    conclusion: blocks(article.conclusion),
    sources: sources.list.map(({ source: _source, ...shown }) => shown),
    phrases,
  };
}

/** The title cut so that its source text keeps to the limit, entities counted as validators do. */
function shortTitle(title: string): string {
  for (let limit = TITLE_CHARACTERS; ; limit -= 1) {
    const short = cutText(title, limit);
    const entities = short.match(/[&<>"']/g)?.length ?? 0;
    // An entity has at most four characters more than what it stands for.
    if (short.length + 4 * entities <= TITLE_CHARACTERS || limit <= 1) return short;
  }
}

function longDate(createdAt: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'und' ? 'en' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(createdAt));
}
