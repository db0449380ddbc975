import type { Article, CitedText } from '../../core/article.ts';
import type { ArticleTemplate } from '../../core/article-template.ts';
import type { Contradiction, Dossier, Source } from '../../core/dossier.ts';
import { SOURCE_TOKENS } from '../../core/expected-writing.ts';
import { sectionCount, wordShares } from '../../core/writing-plan.ts';
import type { ChatMessage } from '../../providers/chat-model.ts';
import type { WriteRequest } from '../article-writer.ts';
import { digestSource } from './digest-source.ts';
import { fenceAttribute, fenceText } from '../../asking/fence-text.ts';
import { loadPrompt } from '../../asking/load-prompt.ts';
import type { PlannedPart } from './plan-parts.ts';

/** What is asked of the model for an article: each gives the messages of one call. */
export interface ArticlePrompts {
  /** The templates as they stand in their files. */
  texts: readonly string[];
  /** The rules that every call begins with. */
  rules: string;
  outline: (request: WriteRequest) => ChatMessage[];
  parts: (request: WriteRequest, parts: PartsRequest) => ChatMessage[];
  closing: (request: WriteRequest, sections: Article['sections']) => ChatMessage[];
  head: (request: WriteRequest, article: Article, problems: readonly string[]) => ChatMessage[];
  /** The request to mend an answer. */
  repair: (problems: readonly string[], ids: Iterable<string>) => string;
}

export interface PartsRequest {
  /** All parts of the article. */
  plan: readonly Pick<PlannedPart, 'part' | 'heading' | 'points'>[];
  /** Those that are to be written. */
  asked: readonly Pick<PlannedPart, 'part' | 'heading' | 'words'>[];
  /** With the passages that may be cited. */
  sources: readonly Source[];
  /** Where these contradict each other. */
  contradictions: readonly Contradiction[];
  /** For one part that is written again. */
  revision?: { text: string; problems: readonly string[] };
}

const NAMES = ['article.system', 'outline', 'parts', 'closing', 'head', 'repair'] as const;

/** How a heading is put, for each kind of article. */
const HEADINGS: Readonly<Record<ArticleTemplate['headings'], string>> = {
  question: 'the question that the section answers',
  topic: 'the topic of the section',
  item: 'the point of the section, without a number',
  step: 'the step as a command, without a number',
};
/** More would cost tokens and decide nothing. */
const MOST_QUESTIONS = 10;
/** Enough for a title and a description. */
const HEAD_CHARACTERS = 3000;

/** Compiles the prompts of a folder once. What calls have in common stands first, for the prompt caches of providers. */
export function loadArticlePrompts(directory: string): ArticlePrompts {
  const [system, outline, parts, closing, head, repair] = NAMES.map((name) =>
    loadPrompt(directory, name),
  ) as Tuple<ReturnType<typeof loadPrompt>, 6>;
  const messages = (request: WriteRequest, content: string): ChatMessage[] => [
    { role: 'system', content: system.render(systemScope(request)) },
    { role: 'user', content },
  ];
  return {
    texts: [system, outline, parts, closing, head, repair].map(({ text }) => text),
    rules: system.text,
    outline: (request) => messages(request, outline.render(outlineScope(request))),
    parts: (request, asked) => messages(request, parts.render(partsScope(request, asked))),
    closing: (request, sections) =>
      messages(request, closing.render(closingScope(request, sections))),
    head: (request, article, problems) =>
      messages(request, head.render(headScope(request, article, problems))),
    repair: (problems, ids) =>
      repair.render({ problems: problems.map(fenceText), ids: [...ids].join(', ') }),
  };
}

type Tuple<T, N extends number, R extends T[] = []> = R['length'] extends N
  ? R
  : Tuple<T, N, [...R, T]>;

function systemScope({ item, template, language }: WriteRequest): Record<string, unknown> {
  const wish = (text: string | undefined) => (text === undefined ? undefined : fenceText(text));
  return {
    language,
    tone: wish(item.tone),
    audience: wish(item.audience),
    instructions: template.instructions,
    wishes: wish(item.instructions),
  };
}

function outlineScope({ item, dossier, template }: WriteRequest): Record<string, unknown> {
  const { words, sections, faq, headings } = template;
  const each = SOURCE_TOKENS.outline / Math.max(1, dossier.sources.length);
  return {
    keyword: fenceText(item.keyword),
    title: item.title === undefined ? undefined : fenceText(item.title),
    words,
    sections,
    faq,
    count: sectionCount(template),
    headings: HEADINGS[headings],
    questions: askedQuestions(dossier).map(fenceText),
    sources: dossier.sources.map((source) => ({
      ...about(source),
      text: fenceText(digestSource(source, each)),
    })),
  };
}

/** What was searched, and what readers ask beside. */
function askedQuestions({ questions, readerQuestions = [] }: Dossier): string[] {
  const asked = [...questions.slice(1), ...readerQuestions.map(({ question }) => question)];
  return [...new Set(asked)].slice(0, MOST_QUESTIONS);
}

function partsScope(
  { item }: WriteRequest,
  { plan, asked, sources, contradictions, revision }: PartsRequest,
): Record<string, unknown> {
  return {
    keyword: fenceText(item.keyword),
    outline: plan.map(({ part, heading, points }) => ({
      part,
      heading: fenceText(heading),
      points: points.length === 0 ? undefined : points.map(fenceText).join('; '),
    })),
    sources: sources.map((source) => ({
      ...about(source),
      passages: source.passages.map(({ id, heading, text }) => ({
        id,
        heading: heading === undefined ? undefined : fenceAttribute(heading),
        text: fenceText(text),
      })),
    })),
    contradictions: contradictions.map(({ passages }) =>
      passages.map(({ passageId, text }) => ({ id: passageId, text: fenceText(text) })),
    ),
    task: asked.map(({ part }) => part).join(' '),
    parts: asked.map(({ part, heading, words }) => ({ part, words, heading: fenceText(heading) })),
    revision: revision && {
      text: fenceText(revision.text),
      problems: revision.problems.map(fenceText),
      words: asked[0]?.words,
    },
  };
}

function closingScope(
  { item, template }: WriteRequest,
  sections: Article['sections'],
): Record<string, unknown> {
  const { introduction, conclusion } = wordShares(template, sections.length);
  return {
    keyword: fenceText(item.keyword),
    title: item.title === undefined ? undefined : fenceText(item.title),
    introduction,
    conclusion,
    sections: sections.map(({ heading, paragraphs }) => ({
      heading: fenceText(heading),
      sentences: paragraphs.flatMap(({ content }) =>
        content.map((run) => ({ text: fenceText(run.text), ids: passageIds(run) })),
      ),
    })),
  };
}

function headScope(
  { item }: WriteRequest,
  article: Article,
  problems: readonly string[],
): Record<string, unknown> {
  const text = [article.introduction, ...article.sections.map(({ paragraphs }) => paragraphs)]
    .flat()
    .flatMap(({ content }) => content.map((run) => run.text))
    .join(' ');
  return {
    keyword: fenceText(item.keyword),
    text: fenceText(text.slice(0, HEAD_CHARACTERS)),
    title: fenceText(article.title),
    description: fenceText(article.description),
    problems: problems.map(fenceText),
    task: 'title description',
  };
}

function passageIds({ citations }: CitedText): string {
  return citations.map(({ passageId, sourceId }) => passageId ?? sourceId).join(', ');
}

function about({ id, title, url, path, publishedAt }: Source): Record<string, unknown> {
  return {
    id,
    title: fenceAttribute(title),
    where: fenceAttribute(hostOf(url) ?? path ?? ''),
    published: publishedAt === undefined ? undefined : fenceAttribute(publishedAt.slice(0, 10)),
  };
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : url;
}
