import { ghostError } from './ghost-errors.ts';
import { openalexError } from './openalex-errors.ts';
import type { Fault, LoopbackProvider, RouteAnswer } from './loopback-types.ts';
import { searxngError } from './searxng-errors.ts';
import { wordpressError } from './wordpress-errors.ts';

const TAVILY_WORDS: Readonly<Record<number, string>> = {
  400: "Invalid topic. Must be 'general' or 'news'.",
  401: 'Unauthorized: missing or invalid API key.',
  403: 'This endpoint is not included in your plan.',
  429: 'Your request has been blocked due to excessive requests. Please reduce rate of requests.',
  432: "This request exceeds your plan's set usage limit. Please upgrade your plan or contact support@tavily.com",
  433: 'This request exceeds the pay-as-you-go limit. You can increase your limit on the Tavily dashboard.',
  500: 'Internal Server Error',
};

/** An error as Tavily words it. */
export function tavilyError(
  status: number,
  message: string = TAVILY_WORDS[status] ?? 'Error',
): RouteAnswer {
  return { status, body: { detail: { error: message } } };
}

interface OpenAiWords {
  message: string;
  type: string;
  param?: string;
  code: string | null;
}

const OPENAI_WORDS: Readonly<Record<string, OpenAiWords>> = {
  400: {
    message: 'Invalid value for the request.',
    type: 'invalid_request_error',
    code: 'invalid_value',
  },
  401: {
    message: 'Incorrect API key provided: sk-te***********cdef.',
    type: 'invalid_request_error',
    code: 'invalid_api_key',
  },
  403: {
    message: 'You are not allowed to sample from this model.',
    type: 'invalid_request_error',
    code: null,
  },
  404: {
    message: 'The model `absent` does not exist or you do not have access to it.',
    type: 'invalid_request_error',
    code: 'model_not_found',
  },
  429: {
    message: 'Rate limit reached on requests per min (RPM): Limit 3, Used 3, Requested 1.',
    type: 'requests',
    code: 'rate_limit_exceeded',
  },
  500: {
    message: 'The server had an error while processing your request.',
    type: 'server_error',
    code: null,
  },
  503: {
    message: 'The engine is currently overloaded, please try again later.',
    type: 'server_error',
    code: null,
  },
  insufficient_quota: {
    message: 'You exceeded your current quota, please check your plan and billing details.',
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  },
  context_length_exceeded: {
    message:
      "This model's maximum context length is 8192 tokens. Please reduce the length of the messages.",
    type: 'invalid_request_error',
    param: 'messages',
    code: 'context_length_exceeded',
  },
};

/** An error as OpenAI words it; `changes` replaces single fields. */
export function openaiError(status: number, changes: Partial<OpenAiWords> = {}): RouteAnswer {
  const words = OPENAI_WORDS[changes.code ?? ''] ??
    OPENAI_WORDS[status] ?? { message: 'Error', type: 'invalid_request_error', code: null };
  return { status, body: { error: { param: null, ...words, ...changes } } };
}

/** The error that a fault with a status stands for, in the words of its provider. */
export function faultError(provider: LoopbackProvider, status: number, fault: Fault): RouteAnswer {
  const { code, message } = fault;
  if (provider === 'tavily') return tavilyError(status, message);
  if (provider === 'searxng') return searxngError(status, message);
  if (provider === 'openalex') return openalexError(status, message, code);
  if (provider === 'wordpress') return wordpressError(status, code, message);
  const changes = {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
  };
  return provider === 'ghost' ? ghostError(status, changes) : openaiError(status, changes);
}
