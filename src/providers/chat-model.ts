import type { CallScope } from './call.ts';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface ChatRequest {
  messages: readonly ChatMessage[];
  /** Name of the schema, for the provider's logs. */
  schemaName: string;
  /** JSON Schema of the wanted answer, strict. A server may ignore it: the caller validates. */
  schema: Record<string, unknown>;
  maxOutputTokens: number;
  /** For people: what is asked for. No part of what is sent, nor of what makes calls equal. */
  about?: string;
}

/** Why an answer was of no use, as the cause of its error: it was cut at the limit of output tokens. */
export class AnswerCut extends Error {}

/** A model that answers with JSON text. */
export interface ChatModel {
  readonly name: string;
  /**
   * The answer's text, JSON if the model kept to the schema.
   * @throws AppError `ANSWER_INVALID` for a refusal, a filtered or a cut answer; else as the provider answered.
   */
  complete(request: ChatRequest, scope: CallScope): Promise<string>;
}
