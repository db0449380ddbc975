import type { Consumed } from '../core/price.ts';
import type { ChatRequest } from './chat-model.ts';

/** Allowance for what a server puts around the request and around each message, in tokens. */
const FRAME_TOKENS = 256;
const MESSAGE_TOKENS = 16;

/** The most that a completion can consume: no tokenizer makes more tokens of a text than it has bytes. */
export function mostConsumed({
  messages,
  schema,
  schemaName,
  maxOutputTokens,
}: ChatRequest): Consumed {
  const texts = [...messages.map(({ content }) => content), JSON.stringify(schema), schemaName];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    inputTokens: bytes + FRAME_TOKENS + messages.length * MESSAGE_TOKENS,
    cachedInputTokens: 0,
    outputTokens: maxOutputTokens,
    credits: 0,
  };
}

/** OpenAI's own limiter counts like this: a token for four bytes of input, and all the output that was allowed. */
export function estimatedTokens({ messages, maxOutputTokens }: ChatRequest): number {
  const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return Math.ceil(bytes / 4) + maxOutputTokens;
}
