import type { OpenAI } from 'openai';
import type { HttpFailure } from './http-error.ts';
import { connectionFailure } from './connection-failure.ts';
import { limitedFetch } from './limited-fetch.ts';

/** In bytes. An article is a hundredth of it; a body without end does not fill the memory. */
export const LONGEST_ANSWER = 10_000_000;

/** The SDK's time limit ends with the headers of an answer; the attempt's own holds to the last byte. */
const SDK_TIMEOUT_MS = 24 * 60 * 60 * 1000;

/** The SDK's client without retries, without logging to stdout, and without reading further keys from the environment. */
export async function loadOpenAi(apiKey: string, baseUrl: string, idleMs: number): Promise<OpenAI> {
  const { OpenAI: Client } = await import('openai');
  // Node loads what is behind `fetch` with its first use, which takes as long as a short answer.
  void new Request(baseUrl);
  return new Client({
    apiKey,
    adminAPIKey: null,
    baseURL: baseUrl,
    maxRetries: 0,
    timeout: SDK_TIMEOUT_MS,
    logLevel: 'off',
    fetch: limitedFetch(idleMs),
  });
}

/** Reads an error of the SDK: by its status where there was an answer, else as a failed connection. */
export async function openAiFailure(error: unknown): Promise<HttpFailure | undefined> {
  const { APIConnectionError, APIError } = await import('openai');
  if (error instanceof APIConnectionError) return connectionFailure(error);
  if (!(error instanceof APIError) || error.status === undefined) return undefined;
  const { status, headers } = error;
  return {
    kind: 'status',
    status,
    header: (name) => headers?.get(name) ?? undefined,
    message: error.message.includes('(no body)') ? undefined : error.message.replace(/^\d{3} /, ''),
    // Some compatible servers put a number where OpenAI has a word, and the word into `type`.
    code: [error.code, error.type].find((word) => typeof word === 'string' && word !== '') ?? '',
  };
}
