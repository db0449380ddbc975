import { z } from 'zod';
import type { Article, Paragraph } from '../../core/article.ts';
import { AppError } from '../../core/errors.ts';
import { estimateTokens } from '../../core/estimate-tokens.ts';
import { ARTICLE_TOKENS } from '../../core/expected-writing.ts';
import { foldText } from '../../core/fold-text.ts';
import { addUsage, NO_USAGE, type Usage } from '../../core/usage.ts';
import type { CallScope } from '../../providers/call.ts';
import type { ChatMessage, ChatModel } from '../../providers/chat-model.ts';
import type { ArticleWriter, WriteRequest } from '../article-writer.ts';
import { answerSchema, type Answer, type AnswerParagraph } from './answer-schema.ts';
import { parseAnswer } from './parse-answer.ts';
import { loadPrompts } from './render-prompts.ts';

/** Goes up when the same answer becomes another article. */
const VERSION = 1;

export interface OpenAiWriterOptions {
  model: ChatModel;
  /** Its base URL, where it is not the provider's own. */
  server?: string | undefined;
  /** Folder of the Liquid prompts. */
  promptsDirectory: string;
  maxOutputTokens: number;
}

/** A writer that asks a model for the whole article in one call, bound to a schema and to the dossier's sources. */
export function createOpenAiWriter(options: OpenAiWriterOptions): ArticleWriter {
  const { texts, promptsFor } = loadPrompts(options.promptsDirectory);
  const schema = z.toJSONSchema(answerSchema) as Record<string, unknown>;
  return {
    name: 'openai',
    model: options.model.name,
    settings: {
      version: VERSION,
      model: options.model.name,
      server: options.server,
      maxOutputTokens: options.maxOutputTokens,
      prompts: texts,
      schema,
    },
    estimate(request) {
      const prompts = promptsFor(request);
      const words = (request.template.words.minimum + request.template.words.maximum) / 2;
      return {
        calls: 1,
        inputTokens: estimateTokens(prompts.system + prompts.user + JSON.stringify(schema)),
        outputTokens: Math.round(words * ARTICLE_TOKENS.perWord),
      };
    },
    async write(request, scope) {
      const prompts = promptsFor(request);
      const metered = meter(scope);
      const ask = (messages: readonly ChatMessage[]) =>
        options.model.complete(
          { messages, schemaName: 'article', schema, maxOutputTokens: options.maxOutputTokens },
          metered.scope,
        );
      const messages: ChatMessage[] = [
        { role: 'system', content: prompts.system },
        { role: 'user', content: prompts.user },
      ];
      const text = await ask(messages);
      const first = parseAnswer(text, request.dossier);
      if (first.answer !== undefined) return toArticle(first.answer, request, options.model.name);

      const ids = request.dossier.sources.map((source) => source.id);
      const repaired = await ask([
        ...messages,
        { role: 'assistant', content: text },
        { role: 'user', content: prompts.repair(first.problems, ids) },
      ]);
      const second = parseAnswer(repaired, request.dossier);
      if (second.answer !== undefined) return toArticle(second.answer, request, options.model.name);
      throw new AppError(
        'ANSWER_INVALID',
        `The model ${options.model.name} gave no usable article, not on a second try either: ${second.problems.join('; ')}`,
        {
          suggestions: [
            'Use a model that keeps to a JSON schema, or set more output tokens (openai.maxOutputTokens).',
          ],
          usage: metered.total(),
        },
      );
    },
  };
}

/** Counts what the calls of one article consume, beside telling the run. */
function meter(scope: CallScope): { scope: CallScope; total: () => Usage } {
  let total: Usage = NO_USAGE;
  const onUsage = (usage: Usage, replayed?: boolean) => {
    total = addUsage(total, usage);
    scope.onUsage?.(usage, replayed);
  };
  return { scope: { ...scope, onUsage }, total: () => total };
}

/** Text of a model is from outside too: every line of it is folded. */
function toArticle(answer: Answer, request: WriteRequest, model: string): Article {
  return {
    title: foldText(request.item.title ?? answer.title),
    description: foldText(answer.meta_description),
    language: request.language,
    introduction: toParagraphs(answer.introduction),
    sections: answer.sections.map((section) => ({
      heading: foldText(section.heading),
      paragraphs: toParagraphs(section.paragraphs),
    })),
    faq: answer.faq.slice(0, request.template.faq).map((entry) => ({
      question: foldText(entry.question),
      answer: toParagraphs(entry.answer),
    })),
    conclusion: toParagraphs(answer.conclusion),
    writer: 'openai',
    model,
  };
}

function toParagraphs(paragraphs: readonly AnswerParagraph[]): Paragraph[] {
  return paragraphs.map(({ text, sources }) => ({
    kind: 'text',
    content: [
      { text: foldText(text), citations: [...new Set(sources)].map((sourceId) => ({ sourceId })) },
    ],
  }));
}
