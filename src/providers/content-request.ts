import type { HttpVerdict } from './http-error.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { type ErrorWords, type JsonRequest, requestJson } from './request-json.ts';
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

export type ContentRequest = Omit<JsonRequest, 'headers'>;

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
  request: ContentRequest,
  signal: AbortSignal,
): Promise<unknown> {
  const { identity, idleTimeoutMs, readError } = connection;
  const { value } = await requestJson(
    {
      identity,
      idleTimeoutMs,
      maxBytes: LONGEST_ANSWER,
      readError,
      judge: (status, words, header) =>
        redirection(status, header('location'), identity) ?? connection.judge(status, words),
    },
    { ...request, headers: connection.headers() },
    signal,
  );
  return value;
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
