import { httpError, type HttpVerdict } from './http-error.ts';
import { limitedFetch } from './limited-fetch.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { readJsonBody } from './read-json-body.ts';
import { scrubKeys } from './scrub-keys.ts';

/** How a content system is spoken to. */
export interface ContentConnection {
  identity: ProviderIdentity;
  /** How long the next byte of an answer may take once it has begun, in milliseconds. */
  idleTimeoutMs: number;
  /** With the credentials; made anew for every request. */
  headers: () => Record<string, string>;
  /** The system's own words and code in the body of an error. */
  readError: (body: unknown) => ErrorWords;
  /** What a failed request means where the system means something of its own by its status. */
  judge: (status: number, words: ErrorWords) => HttpVerdict | undefined;
}

export interface ErrorWords {
  message?: string | undefined;
  code?: string | undefined;
}

export interface ContentRequest {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  /** Sent as JSON. */
  body?: unknown;
}

/** A post with everything that plugins add to it stays far below; a body without end does not fill the memory. */
const LONGEST_ANSWER = 10_000_000;
/** Characters of an address in a message. */
const LONGEST_PLACE = 200;

/**
 * Sends one request and gives the body of a good answer.
 * @throws AppError as the system answered; what `fetch` threw when there was no answer.
 */
export async function sendJson(
  connection: ContentConnection,
  { method, url, body }: ContentRequest,
  signal: AbortSignal,
): Promise<unknown> {
  const { identity, idleTimeoutMs } = connection;
  const response = await limitedFetch(idleTimeoutMs)(url, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...connection.headers(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
  if (response.ok) {
    return readJsonBody(response, identity, { maxBytes: LONGEST_ANSWER, idleMs: idleTimeoutMs });
  }
  const { status, headers } = response;
  const text = await response.text();
  const words = connection.readError(parsed(text));
  const header = (name: string): string | undefined => headers.get(name) ?? undefined;
  const verdict =
    redirection(status, header('location'), identity) ?? connection.judge(status, words);
  throw httpError({ kind: 'status', status, header, ...words, verdict }, identity);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sites send requests on to their one true address; credentials do not travel there by themselves. */
function redirection(
  status: number,
  location: string | undefined,
  { baseUrl, baseUrlVariable, keys }: ProviderIdentity,
): HttpVerdict | undefined {
  if (status < 300 || status >= 400) return undefined;
  const target = URL.parse(location ?? 'none', baseUrl);
  const place =
    location === undefined || target === null
      ? 'another address'
      : scrubKeys(`${target.origin}${target.pathname}`.slice(0, LONGEST_PLACE), keys);
  return {
    code: 'REQUEST_REJECTED',
    says: `at ${baseUrl} sends requests on to ${place}`,
    suggestions: [`Set ${baseUrlVariable} to the address that the site is really at.`],
  };
}
