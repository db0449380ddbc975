import type { Article } from '../../core/article.ts';
import { findRepetitions, type Repetition } from '../../core/find-repetitions.ts';
import type { Outline } from '../../core/outline.ts';
import type { CallScope } from '../../providers/call.ts';
import type { ChatModel } from '../../providers/chat-model.ts';
import type { ArticleWriter, WriteRequest } from '../article-writer.ts';
import {
  closingSchema,
  headSchema,
  jsonSchema,
  outlineSchema,
  partsSchema,
} from './answer-schemas.ts';
import { loadArticlePrompts } from './article-prompts.ts';
import { createEchoFinder } from './create-echo-finder.ts';
import { dropRepetitions } from './drop-repetitions.ts';
import { estimateWriting } from './estimate-writing.ts';
import { partGroups } from './plan-parts.ts';
import { reviseArticle } from './revise-article.ts';
import { writeClosing } from './write-closing.ts';
import { writeOutline } from './write-outline.ts';
import { writeParts } from './write-parts.ts';
import type { WriterTools } from './writer-tools.ts';

/** Goes up when the same answers become another article. */
const VERSION = 2;

export interface OpenAiWriterOptions {
  model: ChatModel;
  /** Its base URL, where it is not the provider's own. */
  server?: string | undefined;
  /** Folder of the Liquid prompts. */
  promptsDirectory: string;
  /** The most that one answer may have. */
  maxOutputTokens: number;
  /** Calls at a time for one article. */
  fanOut: number;
}

/**
 * A writer that asks a model for a plan, then for the parts at the same time, then for what closes the article; each
 * answer is bound to a schema, and each sentence to passages of the dossier.
 */
export function createOpenAiWriter(options: OpenAiWriterOptions): ArticleWriter {
  const { model, maxOutputTokens, fanOut } = options;
  const prompts = loadArticlePrompts(options.promptsDirectory);
  const isEcho = createEchoFinder(prompts.rules);
  const tools: WriterTools = { model, maxOutputTokens, fanOut, prompts, isEcho };
  return {
    name: 'openai',
    model: model.name,
    settings: {
      version: VERSION,
      model: model.name,
      server: options.server,
      maxOutputTokens,
      prompts: prompts.texts,
      schemas: [outlineSchema, partsSchema, closingSchema, headSchema].map(jsonSchema),
    },
    estimate: (request) => estimateWriting(request, prompts),
    outline: (request, scope) => writeOutline(request, tools, scope),
    async write(request, scope, progress) {
      const outline = request.outline ?? (await writeOutline(request, tools, scope));
      return writeArticle(request, outline, tools, scope, progress);
    },
    revise: (request, scope) => reviseArticle(request, tools, scope),
  };
}

async function writeArticle(
  request: WriteRequest,
  outline: Outline,
  tools: WriterTools,
  scope: CallScope,
  progress: (done: number, total: number) => void = () => {},
): Promise<Article> {
  const total = partGroups(outline, request.template).length + 1;
  let done = 0;
  progress(done, total);
  const onDone = () => progress(++done, total);
  const written = await writeParts(request, outline, tools, scope, onDone);
  const body = withoutRepetitions({
    language: request.language,
    introduction: [],
    sections: outline.sections.map(({ heading }, index) => ({
      heading,
      paragraphs: written.get(`sections.${index}`) ?? [],
    })),
    faq: outline.faq.flatMap(({ question }, index) => {
      const answer = written.get(`faq.${index}`);
      return answer === undefined ? [] : [{ question, answer }];
    }),
    conclusion: [],
  });
  const closing = await writeClosing(request, body.sections, tools, scope);
  onDone();
  const { title, description, introduction, conclusion } = closing;
  const whole = withoutRepetitions({ ...body, introduction, conclusion });
  return { title, description, ...whole, writer: 'openai', model: tools.model.name };
}

type Body = Pick<Article, 'language' | 'introduction' | 'sections' | 'faq' | 'conclusion'>;

/** What several parts say is said by the first of them. */
function withoutRepetitions(body: Body): Body {
  const found: ReadonlyMap<string, Repetition[]> = Map.groupBy(
    findRepetitions(body),
    ({ part }) => part,
  );
  const of = (part: string) => found.get(part) ?? [];
  return {
    ...body,
    introduction: dropRepetitions(body.introduction, of('introduction')),
    sections: body.sections.map(({ heading, paragraphs }, index) => ({
      heading,
      paragraphs: dropRepetitions(paragraphs, of(`sections.${index}`)),
    })),
    faq: body.faq.map(({ question, answer }, index) => ({
      question,
      answer: dropRepetitions(answer, of(`faq.${index}`)),
    })),
    conclusion: dropRepetitions(body.conclusion, of('conclusion')),
  };
}
