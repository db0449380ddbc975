import { httpError, type HttpVerdict } from './http-error.ts';
import { limitedFetch } from './limited-fetch.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { readJsonBody } from './read-json-body.ts';
import type { ReadHeader } from './retry-after.ts';

/** A provider's own words and its own code in the body of an error. */
export interface ErrorWords {
  message?: string | undefined;
  code?: string | undefined;
}

/** A service that answers with JSON. */
export interface JsonService {
  identity: ProviderIdentity;
  /** How long the next byte of an answer may take once it has begun, in milliseconds. */
  idleTimeoutMs: number;
  /** Of a good answer, after decompression; 10,000,000 by default. */
  maxBytes?: number;
  readError?: (body: unknown) => ErrorWords;
  /** What a failed request means where the service means something of its own by its status. */
  judge?: (status: number, words: ErrorWords, header: ReadHeader) => HttpVerdict | undefined;
}

export interface JsonRequest {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

/** A good answer. */
export interface JsonAnswer {
  /** Data from outside: nothing in it is sure. */
  value: unknown;
  status: number;
  header: ReadHeader;
}

const LONGEST_ANSWER = 10_000_000;

/**
 * Sends one request and gives the body of a good answer. No redirect is followed.
 * @throws AppError as the service answered; what `fetch` threw when there was no answer.
 */
export async function requestJson(
  { identity, idleTimeoutMs, maxBytes = LONGEST_ANSWER, readError, judge }: JsonService,
  { method, url, headers = {}, body }: JsonRequest,
  signal: AbortSignal,
): Promise<JsonAnswer> {
  const response = await limitedFetch(idleTimeoutMs)(url, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
  const { status } = response;
  const header: ReadHeader = (name) => response.headers.get(name) ?? undefined;
  if (response.ok) {
    const value = await readJsonBody(response, identity, { maxBytes, idleMs: idleTimeoutMs });
    return { value, status, header };
  }
  const words = readError?.(parsed(await response.text())) ?? {};
  const verdict = judge?.(status, words, header);
  throw httpError({ kind: 'status', status, header, ...words, verdict }, identity);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
