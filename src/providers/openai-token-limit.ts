import { jsonField } from '../core/json-field.ts';

/** The two names that the limit of output tokens goes by. */
export type TokenLimitName = 'max_completion_tokens' | 'max_tokens';

const OTHER = {
  max_completion_tokens: 'max_tokens',
  max_tokens: 'max_completion_tokens',
} satisfies Record<TokenLimitName, TokenLimitName>;

/** Hosts of OpenAI and Azure, whose newer models know only `max_completion_tokens`. */
const NEW_NAME_HOSTS = /(?:^|\.)(?:openai\.com|azure\.com)$/;

/**
 * The name to begin with. Other servers get `max_tokens`, which all of them know: Ollama, for one, accepts
 * the newer name without a word and then writes without a limit.
 */
export function firstTokenLimitName(baseUrl: string): TokenLimitName {
  return NEW_NAME_HOSTS.test(new URL(baseUrl).hostname) ? 'max_completion_tokens' : 'max_tokens';
}

/** The other name, when a server rejected a request because of the one that was used; such a request costs nothing. */
export function otherTokenLimitName(
  error: unknown,
  used: TokenLimitName,
): TokenLimitName | undefined {
  const status = jsonField(error, 'status');
  if (status !== 400 && status !== 422) return undefined;
  const words = error instanceof Error ? error.message : '';
  const isAbout = jsonField(error, 'param') === used || words.includes(used);
  const isUnknown =
    jsonField(error, 'code') === 'unsupported_parameter' ||
    /unsupported|not supported|unknown|unrecognized|extra (?:fields|inputs)/i.test(words);
  return isAbout && isUnknown ? OTHER[used] : undefined;
}
